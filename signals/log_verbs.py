"""What this app writes in the log, in words for the privacy officer."""

from django.utils.translation import gettext_lazy as _

from audit import verbs
from signals import access


def register() -> None:
    verbs.register(access.OPENED, _("Opened a report"))
    verbs.register(access.GRANTED, _("Let a colleague read along"))
    verbs.register(access.REVOKED, _("Ended an access"))
    verbs.register(access.PURGED, _("Erased text whose day had come"), counted={"texts": _("texts"), "reports": _("reports")})
    verbs.register(access.EMERGENCY, _("Used emergency access"), alarming=True)
