from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "initiatives"
    verbose_name = _("Initiatives")

    def ready(self) -> None:
        from initiatives import indicators, log_verbs, notices, promises  # noqa: PLC0415  app ready: models exist now
        from initiatives.actions import erasing, initiative  # noqa: PLC0415
        from keyfigures import endings  # noqa: PLC0415

        promises.register()
        notices.register()
        log_verbs.register()
        indicators.register()
        endings.register(initiative.leave_all)
        erasing.register()
