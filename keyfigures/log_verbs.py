"""The words that this app adds to the log."""

from django.utils.translation import gettext_lazy as _

from audit import verbs

SEEN = "keyfigures.seen"
ERASED = "keyfigures.erased"
CONTACT_TAKEN_BACK = "keyfigures.contact_taken_back"
TIE_DECLARED = "keyfigures.tie_declared"
TIE_ENDED = "keyfigures.tie_ended"
TEXT_PUBLISHED = "keyfigures.text_published"
RECONSIDERATION_READ = "keyfigures.reconsideration_read"
COMPLAINT_READ = "keyfigures.complaint_read"


def register() -> None:
    verbs.register(SEEN, _("Opened the page of a key figure"))
    verbs.register(CONTACT_TAKEN_BACK, _("Took back a wrong line about contact"))
    verbs.register(ERASED, _("Erased what was kept long enough"), counted={"rows": _("rows")})
    verbs.register(TIE_DECLARED, _("Said to know a key figure privately"))
    verbs.register(TIE_ENDED, _("Noted that a personal tie is over"))
    verbs.register(TEXT_PUBLISHED, _("Published a text of the agreement"), counted={"version": _("version")})
    verbs.register(RECONSIDERATION_READ, _("Read a reconsideration"))
    verbs.register(COMPLAINT_READ, _("Read a complaint about treatment"))
