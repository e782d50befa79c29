from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = _("Log")

    def ready(self) -> None:
        from audit import downloads  # noqa: PLC0415  app ready: models exist now

        downloads.register()
