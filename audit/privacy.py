"""Why the log holds what it holds."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

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
