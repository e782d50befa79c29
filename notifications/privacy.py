"""Why we keep what we keep about messages and how somebody wants them."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

_TASK = _("AVG art. 6(1)(e): a promise to tell somebody is part of the municipality's task")
_YEAR = _("a year after it was sent; then deleted by a job")
_CHOICE = Justification(purpose=_("when she wants mail; her own choice"), basis=_TASK, keep=_("while she works here"))

FIELDS = {
    "Message.key": Justification(purpose=_("so that the same thing is told once; a code"), basis=_TASK, keep=_YEAR),
    "Message.kind": Justification(purpose=_("which sentence the mail holds; a code"), basis=_TASK, keep=_YEAR),
    "Message.recipient": Justification(purpose=_("who is told"), basis=_TASK, keep=_YEAR),
    "Message.address": Justification(purpose=_("where an invitation goes to who is no member yet"), basis=_TASK, keep=_YEAR),
    "Message.path": Justification(purpose=_("the page where it can be read, behind log-in"), basis=_TASK, keep=_YEAR),
    "Message.last_error": Justification(purpose=_("the kind of error when a mail did not go; no text of the mail server"), basis=_TASK, keep=_YEAR),
    "Preference.member": _CHOICE,
    "Heartbeat.name": Justification(purpose=_("name of a job, not about a person"), basis=_("none needed"), keep=_("one row per job")),
}
