"""The words that this app adds to the log. None says who answered."""

from django.utils.translation import gettext_lazy as _

from audit import verbs

PUBLISHED = "evaluations.questions_published"
OPENED = "evaluations.opened"
CLOSED = "evaluations.closed"
CANCELLED = "evaluations.cancelled"
SHARED = "evaluations.shared_back"
CODES_PRINTED = "evaluations.codes_printed"
GUEST_GIVEN = "evaluations.guest_given"
GUEST_ENDED = "evaluations.guest_ended"
READER_REPLACED = "evaluations.reader_replaced"
WORDS_ERASED = "evaluations.words_erased"


def register() -> None:
    verbs.register(PUBLISHED, _("Published a list of questions"))
    verbs.register(OPENED, _("Opened an evaluation"), counted={"rows": _("people")})
    verbs.register(CLOSED, _("Closed an evaluation"))
    verbs.register(CANCELLED, _("Cancelled an evaluation"))
    verbs.register(SHARED, _("Told the network what an evaluation brought"))
    verbs.register(CODES_PRINTED, _("Printed codes with which people can answer"), counted={"rows": _("people")})
    verbs.register(GUEST_GIVEN, _("Gave somebody from outside a part in an evaluation"))
    verbs.register(GUEST_ENDED, _("Ended the part of somebody in an evaluation"))
    verbs.register(READER_REPLACED, _("Asked somebody else to read a plan"))
    verbs.register(WORDS_ERASED, _("Erased answers in own words"), counted={"rows": _("answers")})
