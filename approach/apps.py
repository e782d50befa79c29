from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApproachConfig(AppConfig):
    name = "approach"
    verbose_name = _("Approach")

    def ready(self) -> None:
        from approach import indicators, log_verbs, notices, promises, warning_mail  # noqa: PLC0415  app ready: models exist now

        promises.register()
        notices.register()
        warning_mail.register()
        log_verbs.register()
        indicators.register()
