from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "meetings"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        from accounts import rotation  # noqa: PLC0415  app ready: models exist now
        from meetings import log_verbs, notices, promises  # noqa: PLC0415
        from meetings.models.pulse import PulseEnvelope  # noqa: PLC0415

        promises.register()
        notices.register()
        log_verbs.register()
        rotation.register(PulseEnvelope)
