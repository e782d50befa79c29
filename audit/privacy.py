"""Why the log holds what it holds."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing
from audit import verbs
from audit.models import Entry

_LOG = {
    "basis": _("AVG art. 5(2), 6(1)(e) and 32; BIO2 8.15: who reads or changes sensitive data must be traceable"),
    "keep": _("three years, then deleted by a job"),
}

FIELDS = {
    "Entry.actor": Justification(purpose=_("who did it or looked; the reporter sees who opened her report"), **_LOG),
    "Entry.verb": Justification(purpose=_("what was done, one of a fixed list of codes"), **_LOG),
    "Entry.subject_kind": Justification(purpose=_("the kind of thing, the name of a table"), **_LOG),
    "Entry.reason": Justification(purpose=_("why access was needed, in the words of who used it"), **_LOG),
    "Entry.numbers": Justification(purpose=_("how many rows a job erased: proof without content"), **_LOG),
}


PROCESSING = Processing(
    name=_("The log"),
    goal=_("to be able to trace who did what and who looked at whom"),
    whose=_("everybody who logs in; those whose data was opened are named by a number only"),
    receivers=_("the privacy officer of the municipality; each person what is about herself"),
    security=_("lines are only added: the database refuses to change or delete them; no content, no names"),
)


def _verb(row: Entry) -> str:
    return str(verbs.named(row.verb).label)


def _kind(row: Entry) -> str:
    return verbs.name_of_kind(row.subject_kind)


ABOUT = {
    "Entry": About(
        title=_("What you did and opened"), why=FIELDS["Entry.actor"], member=("actor",), newest="at", opened={"verb": _verb, "subject_kind": _kind},
    ),
}

LABELS = {
    "municipality": _("Municipality"),
    "at": _("When"),
    "actor": _("Who"),
    "verb": _("What"),
    "subject_kind": _("Kind of thing"),
    "subject": _("Number of the thing"),
    "reason": _("Reason"),
    "numbers": _("Numbers"),
    "id": _("Number"),
}
