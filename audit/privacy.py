"""Why the log holds what it holds."""

from accounts.justification import Justification

_LOG = {
    "basis": "AVG art. 5(2), 6(1)(e) and 32; BIO2 8.15: who reads or changes sensitive data must be traceable",
    "keep": "three years, then deleted by a job",
}

FIELDS = {
    "Entry.actor": Justification(purpose="who did it or looked; the reporter sees who opened her report", **_LOG),
    "Entry.verb": Justification(purpose="what was done, one of a fixed list of codes", **_LOG),
    "Entry.subject_kind": Justification(purpose="the kind of thing, the name of a table", **_LOG),
    "Entry.reason": Justification(purpose="why access was needed, in the words of who used it", **_LOG),
    "Entry.numbers": Justification(purpose="how many rows a job erased: proof without content", **_LOG),
}
