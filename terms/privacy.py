"""Why we keep what we keep about promises."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

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
