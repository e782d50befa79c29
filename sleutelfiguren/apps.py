from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Puts the apps together; holds the system checks."""

    name = "sleutelfiguren"

    def ready(self) -> None:
        from accounts import leaving  # noqa: PLC0415  app ready: models exist now
        from approach.actions.handover import SOURCE as OF_THE_APPROACH  # noqa: PLC0415
        from evaluations.actions.handover import SOURCE as OF_EVALUATIONS  # noqa: PLC0415
        from initiatives.actions.handover import SOURCE as OF_INITIATIVES  # noqa: PLC0415
        from keyfigures.actions.handover import SOURCE as OF_KEY_FIGURES  # noqa: PLC0415
        from meetings.actions.handover import SOURCE as OF_MEETINGS  # noqa: PLC0415
        from signals.handover import SOURCE as OF_REPORTS  # noqa: PLC0415
        from sleutelfiguren import checks, handover, public_initiatives  # noqa: F401, PLC0415  checks register on import
        from terms.handover import register  # noqa: PLC0415

        register(OF_KEY_FIGURES)
        register(OF_REPORTS)
        register(OF_MEETINGS)
        register(OF_EVALUATIONS)
        register(OF_THE_APPROACH)
        register(OF_INITIATIVES)
        handover.register()
        public_initiatives.register()
        leaving.register(handover.before_leaving)
