from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Messages")

    def ready(self) -> None:
        from notifications import failures, invitations, reminders  # noqa: PLC0415  app ready: models exist now

        reminders.register_kinds()
        failures.register_kinds()
        invitations.register()
