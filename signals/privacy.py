"""Why we keep what we keep about a concern report."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import Justification

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_TEXT = _("28 calendar days at most, or until it is passed on or withdrawn; then erased by a job")
_YEAR = _("a year after the report ended; then emptied by a job")
_STAYS = _("stays, without a person: nothing points from it to anybody after the report was anonymised")
_GRANT = _("a year after the report ended; then deleted by a job")
_SETTING = Justification(purpose=_("a sentence that feedback can use, not about a person"), basis=_("none needed"), keep=_("as long as it is used"))

FIELDS = {
    "ConcernReport.reporter": Justification(purpose=_("to answer who told us something"), basis=_TASK, keep=_YEAR),
    "ConcernReport.entered_by": Justification(purpose=_("who wrote down what was told by phone"), basis=_TRACE, keep=_YEAR),
    "ConcernReport.contact_person": Justification(purpose=_("who owes the answer"), basis=_TASK, keep=_YEAR),
    "ConcernReport.deputy": Justification(purpose=_("who answers when the contact person is away"), basis=_TASK, keep=_YEAR),
    "ReportEvent.actor": Justification(purpose=_("who took a step"), basis=_TRACE, keep=_YEAR),
    "ReportEvent.step": Justification(purpose=_("which step was taken: a code"), basis=_TRACE, keep=_STAYS),
    "ReportEvent.detail": Justification(purpose=_("a code or a number of that step, never a text"), basis=_TRACE, keep=_STAYS),
    "SealedText.sealed": Justification(purpose=_("to judge and answer a concern; encrypted per field"), basis=_TASK, keep=_TEXT),
    "SealedText.name": Justification(purpose=_("which question was answered: a code"), basis=_TASK, keep=_STAYS),
    "SealedText.key_id": Justification(purpose=_("with which key the text is sealed"), basis=_TRACE, keep=_TEXT),
    "SealedText.author": Justification(purpose=_("who said it, for who reads it"), basis=_TASK, keep=_YEAR),
    "Feedback.author": Justification(purpose=_("who answered"), basis=_TASK, keep=_YEAR),
    "Feedback.approved_by": Justification(purpose=_("that somebody else read it first"), basis=_TRACE, keep=_YEAR),
    "Feedback.sentences": Justification(purpose=_("which fixed sentences the reporter heard: codes"), basis=_TASK, keep=_STAYS),
    "AccessGrant.member": Justification(purpose=_("who may read along"), basis=_TRACE, keep=_GRANT),
    "AccessGrant.granted_by": Justification(purpose=_("who decided that"), basis=_TRACE, keep=_GRANT),
    "AccessGrant.reason": Justification(purpose=_("why; the reporter reads it"), basis=_TRACE, keep=_GRANT),
    "ConcernDraft.member": Justification(purpose=_("so that nothing is lost while she writes"), basis=_TASK, keep=_("half an hour after the last word")),
    "ConcernDraft.place": Justification(purpose=_("in which form she was writing"), basis=_TASK, keep=_("half an hour after the last word")),
    "ConcernDraft.sealed": Justification(purpose=_("what she was writing; encrypted"), basis=_TASK, keep=_("half an hour after the last word")),
    "ConcernDraft.key_id": Justification(purpose=_("with which key it is sealed"), basis=_TRACE, keep=_("half an hour after the last word")),
    "FixedSentence.code": _SETTING,
    "FixedSentence.text_nl": _SETTING,
    "FixedSentence.text_en": _SETTING,
}
