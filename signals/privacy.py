"""Why we keep what we keep about a concern report."""

from accounts.justification import Justification

_TASK = "AVG art. 6(1)(e): the municipality's task in public safety and prevention"
_TRACE = "AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced"
_TEXT = "28 calendar days at most, or until it is passed on or withdrawn; then erased by a job"
_YEAR = "a year after the report ended; then emptied by a job"
_STAYS = "stays, without a person: nothing points from it to anybody after the report was anonymised"
_GRANT = "a year after the report ended; then deleted by a job"
_SETTING = Justification(purpose="a sentence that feedback can use, not about a person", basis="none needed", keep="as long as it is used")

FIELDS = {
    "ConcernReport.reporter": Justification(purpose="to answer who told us something", basis=_TASK, keep=_YEAR),
    "ConcernReport.entered_by": Justification(purpose="who wrote down what was told by phone", basis=_TRACE, keep=_YEAR),
    "ConcernReport.contact_person": Justification(purpose="who owes the answer", basis=_TASK, keep=_YEAR),
    "ConcernReport.deputy": Justification(purpose="who answers when the contact person is away", basis=_TASK, keep=_YEAR),
    "ReportEvent.actor": Justification(purpose="who took a step", basis=_TRACE, keep=_YEAR),
    "ReportEvent.step": Justification(purpose="which step was taken: a code", basis=_TRACE, keep=_STAYS),
    "ReportEvent.detail": Justification(purpose="a code or a number of that step, never a text", basis=_TRACE, keep=_STAYS),
    "SealedText.sealed": Justification(purpose="to judge and answer a concern; encrypted per field", basis=_TASK, keep=_TEXT),
    "SealedText.name": Justification(purpose="which question was answered: a code", basis=_TASK, keep=_STAYS),
    "SealedText.key_id": Justification(purpose="with which key the text is sealed", basis=_TRACE, keep=_TEXT),
    "SealedText.author": Justification(purpose="who said it, for who reads it", basis=_TASK, keep=_YEAR),
    "Feedback.author": Justification(purpose="who answered", basis=_TASK, keep=_YEAR),
    "Feedback.approved_by": Justification(purpose="that somebody else read it first", basis=_TRACE, keep=_YEAR),
    "Feedback.sentences": Justification(purpose="which fixed sentences the reporter heard: codes", basis=_TASK, keep=_STAYS),
    "AccessGrant.member": Justification(purpose="who may read along", basis=_TRACE, keep=_GRANT),
    "AccessGrant.granted_by": Justification(purpose="who decided that", basis=_TRACE, keep=_GRANT),
    "AccessGrant.reason": Justification(purpose="why; the reporter reads it", basis=_TRACE, keep=_GRANT),
    "ConcernDraft.member": Justification(purpose="so that nothing is lost while she writes", basis=_TASK, keep="half an hour after the last word"),
    "ConcernDraft.place": Justification(purpose="in which form she was writing", basis=_TASK, keep="half an hour after the last word"),
    "ConcernDraft.sealed": Justification(purpose="what she was writing; encrypted", basis=_TASK, keep="half an hour after the last word"),
    "ConcernDraft.key_id": Justification(purpose="with which key it is sealed", basis=_TRACE, keep="half an hour after the last word"),
    "FixedSentence.code": _SETTING,
    "FixedSentence.text_nl": _SETTING,
    "FixedSentence.text_en": _SETTING,
}
