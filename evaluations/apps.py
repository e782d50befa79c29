from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationsConfig(AppConfig):
    name = "evaluations"
    verbose_name = _("Evaluations")

    def ready(self) -> None:
        from accounts import rotation  # noqa: PLC0415  app ready: models exist now
        from evaluations import indicators, log_verbs, notices, promises, round_mail  # noqa: PLC0415
        from evaluations.actions import erasing  # noqa: PLC0415
        from evaluations.models.sheet import Sheet  # noqa: PLC0415

        promises.register()
        notices.register()
        round_mail.register()
        log_verbs.register()
        indicators.register()
        erasing.register()
        rotation.register(Sheet)
