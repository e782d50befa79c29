"""Why we keep what we keep about promises."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing
from terms import promises
from terms.models import Clock

_TASK = _("AVG art. 6(1)(e): who tells the municipality something hears back in time")
_YEAR = _("a year after what it is about ended; then nothing points to it any more")
_SETTING = Justification(purpose=_("a setting of the municipality, not about a person"), basis=_("none needed"), keep=_("as long as it is used"))

FIELDS = {
    "Term.kind": _SETTING,
    "ClosingDay.reason": _SETTING,
    "Clock.kind": Justification(purpose=_("what was promised; a code"), basis=_TASK, keep=_("stays, for figures without persons")),
    "Clock.owner": Justification(purpose=_("who owes the answer"), basis=_TASK, keep=_("stays; the person behind it is erased when she left a year ago")),
    "Clock.waiter": Justification(purpose=_("to whom it was promised"), basis=_TASK, keep=_YEAR),
    "Clock.pause_reason": Justification(purpose=_("why it stands still; a code"), basis=_TASK, keep=_("until it runs again")),
    "Pause.reason": Justification(purpose=_("why it stood still; a code"), basis=_TASK, keep=_("stays, for figures without persons")),
}


PROCESSING = Processing(
    name=_("Promises with a day"),
    goal=_("to keep what the municipality promises, and to show when it does not"),
    whose=_("who was promised something, and the officials who owe it"),
    receivers=_("who was promised it, who owes it, the deputy and the team lead"),
    security=_("no content: only which kind of promise, for whom and by which day"),
)


def _what(row: Clock) -> str:
    """A kind of a version before or after this one is shown by its code."""
    known = {kind.kind: kind.label for kind in promises.all_kinds()}
    return str(known.get(row.kind, row.kind))


ABOUT = {
    "Clock": About(title=_("What we promised you"), why=FIELDS["Clock.waiter"], member=("waiter",), newest="promised_at", opened={"kind": _what}),
    "Pause": About(title=_("When a promise stood still"), why=FIELDS["Pause.reason"], member=("clock__waiter",), newest="paused_at"),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "kind": _("What was promised"),
    "subject": _("Number of what it is about"),
    "owner": _("Who owes it"),
    "waiter": _("To whom"),
    "promised_at": _("Promised"),
    "working_days": _("Working days"),
    "due_at": _("By which moment"),
    "paused_at": _("Stands still since"),
    "paused_until": _("Stands still until"),
    "pause_reason": _("Why it stands still"),
    "kept_at": _("Kept"),
    "ended_at": _("Not needed any more since"),
    "look_again_at": _("Next reminder"),
    "clock": _("Promise"),
    "reason": _("Reason"),
    "resumed_at": _("Ran again"),
    "due_before": _("Day before that"),
    "due_after": _("Day after that"),
}
