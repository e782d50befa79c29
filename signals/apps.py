from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SignalsConfig(AppConfig):
    name = "signals"
    verbose_name = _("Concern reports")

    def ready(self) -> None:
        from accounts import idle, rotation  # noqa: PLC0415  app ready: models exist now
        from signals import indicators, log_verbs, notices, promises  # noqa: PLC0415
        from signals.models import SealedText  # noqa: PLC0415
        from signals.views import keeping  # noqa: PLC0415

        promises.register()
        notices.register()
        log_verbs.register()
        indicators.register()
        idle.register(keeping.park)
        rotation.register(SealedText)
