"""Why we keep what we keep about a concern report."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing
from signals import drafts, sealed_texts, sentences
from signals.models import ConcernDraft, Feedback, Purpose, ReportEvent, SealedText
from signals.workflow import STEPS

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


PROCESSING = Processing(
    name=_("Sharing concerns and getting an answer"),
    goal=_("to judge a concern that a key figure shares, to pass it on where the law allows it, and to answer in time"),
    whose=_("who shares a concern; only what she writes herself about somebody else, for 28 days at most"),
    receivers=_("the reporting point of the municipality; on purpose and outside this application: police, help or the weighing team"),
    security=_("encrypted per text, erased by a job, a reason at each first opening, seen by who shared it; no list or export with content"),
)

_OTHERS = _("This can say something about another person. We may not tell you that.")
_NOT_TOLD = {"note", "decide", "hand_over_outside"}
_STEPS = {step.name: step.label for step in STEPS if step.name not in _NOT_TOLD}


def _readable_to_reporter(texts: "QuerySet[Any]") -> "QuerySet[Any]":
    """What she wrote and what was answered to her: no notes of officials, no answer that was not given."""
    given = Feedback.objects.filter(text=OuterRef("pk"), given_at__isnull=False)
    return texts.filter(Q(purpose__in=[Purpose.ANSWER, Purpose.MESSAGE]) | Exists(given))


def _given(feedbacks: "QuerySet[Any]") -> "QuerySet[Any]":
    return feedbacks.filter(given_at__isnull=False)


def _text(row: SealedText) -> sealed_texts.Content | None:
    return sealed_texts.opened(row)


def _draft(row: ConcernDraft) -> dict[str, Any] | None:
    return drafts.answers_of(row)


def _step(row: ReportEvent) -> str:
    return str(_STEPS.get(row.step, _("a step")))


def _sentences(row: Feedback) -> list[str]:
    """Ours by their text, those of the municipality by their short name."""
    return [str(sentences.SHIPPED.get(code, code)) for code in row.sentences]


def _number(row: Any) -> str:  # noqa: ANN401  any row with a report
    return str(row.report.number)


ABOUT = {
    "ConcernReport": About(
        title=_("Concerns that you shared"),
        why=FIELDS["ConcernReport.reporter"],
        member=("reporter",),
        newest="received_at",
        withheld={"outcome": _OTHERS, "handed_to": _OTHERS},
    ),
    "ReportEvent": About(
        title=_("What happened with your concerns"),
        why=FIELDS["ReportEvent.step"],
        member=("report__reporter",),
        newest="at",
        opened={"step": _step, "report": _number},
        withheld={"detail": _OTHERS},
    ),
    "SealedText": About(
        title=_("What you wrote and what we wrote to you"),
        why=FIELDS["SealedText.sealed"],
        member=("report__reporter",),
        only=_readable_to_reporter,
        newest="at",
        opened={"sealed": _text, "report": _number},
    ),
    "Feedback": About(
        title=_("Answers to your concerns"),
        why=FIELDS["Feedback.sentences"],
        member=("report__reporter",),
        only=_given,
        newest="written_at",
        opened={"sentences": _sentences, "report": _number},
    ),
    "Rating": About(
        title=_("What you thought of our answers"),
        why=Justification(purpose=_("to learn whether an answer helped"), basis=_TASK, keep=_STAYS),
        member=("feedback__report__reporter",),
        newest="at",
    ),
    "AccessGrant": About(
        title=_("Who may read along with your concerns"),
        why=FIELDS["AccessGrant.member"],
        member=("report__reporter",),
        newest="at",
        opened={"report": _number},
    ),
    "ConcernDraft": About(title=_("What you are writing now"), why=FIELDS["ConcernDraft.sealed"], member=("member",), opened={"sealed": _draft}),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "year": _("Year"),
    "sequence": _("Number in the year"),
    "submission": _("Number of the form"),
    "way": _("How it came in"),
    "reporter": _("Who shared it"),
    "entered_by": _("Who wrote it down"),
    "contact_person": _("Contact person"),
    "deputy": _("Deputy"),
    "name_may_be_mentioned": _("The name may be mentioned"),
    "state": _("State"),
    "outcome": _("Outcome"),
    "handed_to": _("Passed on to"),
    "received_at": _("Received"),
    "counted_from": _("Counted from"),
    "changed_at": _("Last word"),
    "seen_at": _("Last opened"),
    "paused_at": _("Stands still since"),
    "next_due_at": _("Next promise"),
    "decided_at": _("Decided"),
    "final_feedback_at": _("Last answer"),
    "closed_at": _("Closed"),
    "reopen_requested_at": _("Asked to open again"),
    "anonymised_at": _("Anonymised"),
    "report": _("Report"),
    "step": _("Step"),
    "from_state": _("From"),
    "to_state": _("To"),
    "actor": _("By whom"),
    "at": _("When"),
    "detail": _("Detail"),
    "purpose": _("Kind of text"),
    "name": _("Question"),
    "author": _("Written by"),
    "sealed": _("Text"),
    "key_id": _("Key"),
    "purge_on": _("Is erased on"),
    "purged_at": _("Erased"),
    "sentences": _("Fixed sentences"),
    "text": _("Own words"),
    "written_at": _("Written"),
    "approved_by": _("Read first by"),
    "given_at": _("Given"),
    "returned_at": _("Not sent"),
    "returned_because": _("Why it was not sent"),
    "feedback": _("Answer"),
    "helped": _("Did it help?"),
    "in_time": _("In time"),
    "member": _("Who"),
    "granted_by": _("Given by"),
    "reason": _("Reason"),
    "expires_at": _("Until"),
    "revoked_at": _("Ended"),
    "is_emergency": _("Emergency"),
    "place": _("Form"),
}
