"""The words that this app adds to the log."""

from django.utils.translation import gettext_lazy as _

from audit import verbs

NEEDS_READ = "meetings.needs_read"
ERASED = "meetings.erased"


def register() -> None:
    verbs.register(NEEDS_READ, _("Read what people need for a meeting"))
    verbs.register(ERASED, _("Erased what was kept long enough of meetings"), counted={"rows": _("rows")})
