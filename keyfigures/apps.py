from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeyfiguresConfig(AppConfig):
    name = "keyfigures"
    verbose_name = _("Key figures")

    def ready(self) -> None:
        from accounts import joining, rotation  # noqa: PLC0415  app ready: models exist now
        from keyfigures import indicators, log_verbs, notices, promises  # noqa: PLC0415
        from keyfigures.actions import stages  # noqa: PLC0415
        from keyfigures.models.background import BackgroundEnvelope  # noqa: PLC0415
        from keyfigures.models.reconsideration import SealedStatement  # noqa: PLC0415

        promises.register()
        notices.register()
        log_verbs.register()
        indicators.register()
        joining.register(stages.welcome)
        rotation.register(SealedStatement, BackgroundEnvelope)
