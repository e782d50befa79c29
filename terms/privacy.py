"""Why we keep what we keep about promises."""

from accounts.justification import Justification

_TASK = "AVG art. 6(1)(e): who tells the municipality something hears back in time"
_YEAR = "a year after what it is about ended; then nothing points to it any more"
_SETTING = Justification(purpose="a setting of the municipality, not about a person", basis="none needed", keep="as long as it is used")

FIELDS = {
    "Term.kind": _SETTING,
    "ClosingDay.reason": _SETTING,
    "Clock.kind": Justification(purpose="what was promised; a code", basis=_TASK, keep="stays, for figures without persons"),
    "Clock.owner": Justification(purpose="who owes the answer", basis=_TASK, keep="stays; the person behind it is erased when she left a year ago"),
    "Clock.waiter": Justification(purpose="to whom it was promised", basis=_TASK, keep=_YEAR),
    "Clock.pause_reason": Justification(purpose="why it stands still; a code", basis=_TASK, keep="until it runs again"),
    "Pause.reason": Justification(purpose="why it stood still; a code", basis=_TASK, keep="stays, for figures without persons"),
}
