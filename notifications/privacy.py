"""Why we keep what we keep about messages and how somebody wants them."""

from accounts.justification import Justification

_TASK = "AVG art. 6(1)(e): a promise to tell somebody is part of the municipality's task"
_YEAR = "a year after it was sent; then deleted by a job"
_CHOICE = Justification(purpose="when she wants mail; her own choice", basis=_TASK, keep="while she works here")

FIELDS = {
    "Message.key": Justification(purpose="so that the same thing is told once; a code", basis=_TASK, keep=_YEAR),
    "Message.kind": Justification(purpose="which sentence the mail holds; a code", basis=_TASK, keep=_YEAR),
    "Message.recipient": Justification(purpose="who is told", basis=_TASK, keep=_YEAR),
    "Message.address": Justification(purpose="where an invitation goes to who is no member yet", basis=_TASK, keep=_YEAR),
    "Message.path": Justification(purpose="the page where it can be read, behind log-in", basis=_TASK, keep=_YEAR),
    "Message.last_error": Justification(purpose="the kind of error when a mail did not go; no text of the mail server", basis=_TASK, keep=_YEAR),
    "Preference.member": _CHOICE,
    "Heartbeat.name": Justification(purpose="name of a job, not about a person", basis="none needed", keep="one row per job"),
}
