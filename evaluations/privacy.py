"""Why we keep what we keep around evaluations."""

from django.utils.translation import gettext_lazy as _

from accounts.justification import About, Justification, Processing

_TASK = _("AVG art. 6(1)(e): the municipality's task in public safety and prevention")
_TRACE = _("AVG art. 5(2) and 32; BIO2 8.15: who did and saw what can be traced")
_ANON = _("none needed: nothing points to a person (AVG recital 26)")
_NONE = _("none needed")

_ALWAYS = _("as long as the municipality uses it; not about a person")
_STAYS = _("with the evaluation, five years after it was closed; then deleted by a job")
_COUNTED = _("until the answers are counted; then nobody knows who answered. Who was asked goes a year after closing")
_SEALED = _("until the answers are counted; fewer than five are thrown away unopened")
_BEGUN = _("until she sends, and not longer than the survey is open")
_RAW = _("a year after closing; then deleted by a job")

FIELDS = {
    # lists of questions
    "Questionnaire.title": Justification(purpose=_("what the list is called, not about a person"), basis=_NONE, keep=_ALWAYS),
    "Questionnaire.shipped": Justification(purpose=_("from which list of ours it was copied"), basis=_NONE, keep=_ALWAYS),
    "Version.languages": Justification(purpose=_("in which languages it can be answered"), basis=_NONE, keep=_ALWAYS),
    "Version.published_by": Justification(purpose=_("who published it"), basis=_TRACE, keep=_ALWAYS),
    "Section.title": Justification(purpose=_("what the page is about"), basis=_NONE, keep=_ALWAYS),
    "Section.intro": Justification(purpose=_("what the page is about"), basis=_NONE, keep=_ALWAYS),
    "Question.words": Justification(purpose=_("the question, not the answer"), basis=_NONE, keep=_ALWAYS),
    "Question.help": Justification(purpose=_("what helps to answer"), basis=_NONE, keep=_ALWAYS),
    "Question.choices": Justification(purpose=_("what can be chosen"), basis=_NONE, keep=_ALWAYS),
    "Question.shown_if_answers": Justification(purpose=_("when it is asked"), basis=_NONE, keep=_ALWAYS),
    # the evaluation
    "Evaluation.title": Justification(purpose=_("what it is called, not about a person"), basis=_NONE, keep=_STAYS),
    "Evaluation.owner": Justification(purpose=_("whom to ask about it, and who shares back what came out"), basis=_TASK, keep=_STAYS),
    "Evaluation.cancelled_because": Justification(purpose=_("why it was cancelled"), basis=_TASK, keep=_STAYS),
    "Evaluation.heard": Justification(purpose=_("what the network hears that came out, without persons"), basis=_TASK, keep=_STAYS),
    "Evaluation.doing": Justification(purpose=_("what the network hears that is done with it"), basis=_TASK, keep=_STAYS),
    "Guest.member": Justification(purpose=_("who from outside does a part of it, and until when"), basis=_TASK, keep=_STAYS),
    "Guest.given_by": Justification(purpose=_("who asked her"), basis=_TRACE, keep=_STAYS),
    # answers
    "Participant.member": Justification(purpose=_("who is asked, and who is not reminded any more; never what she answered"), basis=_TASK, keep=_COUNTED),
    "Participant.code_digest": Justification(purpose=_("a code on paper, made unreadable"), basis=_TASK, keep=_COUNTED),
    "Sheet.sealed": Justification(purpose=_("anonymous answers, encrypted"), basis=_ANON, keep=_SEALED),
    "Sheet.key_id": Justification(purpose=_("with which key it is sealed"), basis=_ANON, keep=_SEALED),
    "SheetDraft.sealed": Justification(purpose=_("answers that were begun; only her own device can open them"), basis=_ANON, keep=_BEGUN),
    "Outcome.counts": Justification(purpose=_("how often each answer was given, from five answers on"), basis=_ANON, keep=_STAYS),
    "OpenAnswer.text": Justification(purpose=_("what was written without a name, from ten answers on"), basis=_ANON, keep=_RAW),
    # learning
    "Improvement.what": Justification(purpose=_("what gets better"), basis=_TASK, keep=_STAYS),
    "Improvement.why": Justification(purpose=_("why, without persons"), basis=_TASK, keep=_STAYS),
    "Improvement.owner": Justification(purpose=_("who does it"), basis=_TASK, keep=_STAYS),
    "Improvement.outcome": Justification(purpose=_("what became of it"), basis=_TASK, keep=_STAYS),
    "InterviewTheme.theme": Justification(purpose=_("what several people spoke about"), basis=_ANON, keep=_STAYS),
    "InterviewTheme.text": Justification(purpose=_("what was said about it, without who said it"), basis=_ANON, keep=_STAYS),
    "InterviewTheme.written_by": Justification(purpose=_("who held the talks"), basis=_TRACE, keep=_STAYS),
    "PlanReading.evaluator": Justification(purpose=_("who reads the plan alone"), basis=_TASK, keep=_STAYS),
    "PlanAnswer.answer": Justification(purpose=_("what she finds of a part of the plan"), basis=_TASK, keep=_STAYS),
    "PlanAnswer.remark": Justification(purpose=_("why she finds that"), basis=_TASK, keep=_STAYS),
    "PlanOutcome.text": Justification(purpose=_("what the evaluators agree on"), basis=_TASK, keep=_STAYS),
    "PlanOutcome.written_by": Justification(purpose=_("who wrote it down"), basis=_TRACE, keep=_STAYS),
    "ProcessStep.text": Justification(purpose=_("what was found, without persons"), basis=_TASK, keep=_STAYS),
    "ProcessStep.figures": Justification(purpose=_("numbers as they were shown on that day"), basis=_ANON, keep=_STAYS),
    "ProcessStep.written_by": Justification(purpose=_("who wrote it down"), basis=_TRACE, keep=_STAYS),
    "EffectRequest.reason": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.goal": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.approach": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.who": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.wishes": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.planning": Justification(purpose=_("what a bureau is asked, without persons"), basis=_TASK, keep=_STAYS),
    "EffectRequest.written_by": Justification(purpose=_("who wrote it down"), basis=_TRACE, keep=_STAYS),
}

PROCESSING = Processing(
    name=_("Evaluations of the cooperation"),
    goal=_("to learn from what key figures and officials find of the cooperation"),
    whose=_("who is asked: key figures and officials; who evaluates from outside"),
    receivers=_("figures from five answers on: the municipality and the network; never who answered what"),
    security=_("who may answer is kept apart from what was answered, and nothing ties the two; answers are sealed until they are counted together"),
)

ABOUT = {
    "Participant": About(
        title=_("Evaluations in which you were asked"), why=FIELDS["Participant.member"], can_go=True, member=("member",), newest="evaluation__opens_on",
        opened={"evaluation": lambda row: row.evaluation.title},
        withheld={"code_digest": _("A code on paper, made unreadable: nobody can read it back.")},
    ),
    "Guest": About(
        title=_("Your part in an evaluation"), why=FIELDS["Guest.member"], member=("member",), newest="given_at",
        opened={"evaluation": lambda row: row.evaluation.title},
    ),
    "PlanReading": About(
        title=_("Plans that you read for an evaluation"), why=FIELDS["PlanReading.evaluator"], member=("evaluator",), newest="pk",
        opened={"evaluation": lambda row: row.evaluation.title},
    ),
    "PlanAnswer": About(
        title=_("What you found of a plan"), why=FIELDS["PlanAnswer.answer"], member=("reading__evaluator",), newest="pk",
        opened={"reading": lambda row: row.reading.evaluation.title},
    ),
}

NOT_ABOUT = {
    "Questionnaire": _("a list of questions"),
    "Version": _("a list of questions; who published it is counted"),
    "Section": _("a list of questions"),
    "Question": _("a list of questions"),
    "EvaluationRhythm": _("a setting of the municipality"),
    "Evaluation": _("the evaluation itself; who holds it is counted"),
    "Sheet": _("an answer without a name"),
    "SheetDraft": _("an answer without a name, which only the device of who began it can open"),
    "Response": _("a number"),
    "Outcome": _("a number"),
    "OpenAnswer": _("an answer without a name"),
    "Improvement": _("what the municipality does; who does it is counted"),
    "InterviewTheme": _("what several people said, without who said it; who wrote it down is counted"),
    "PlanOutcome": _("what evaluators agreed on; who wrote it down is counted"),
    "ProcessStep": _("what was found of the cooperation; who wrote it down is counted"),
    "EffectRequest": _("a request to a bureau; who wrote it down is counted"),
}

LABELS = {
    "id": _("Number"),
    "uuid": _("Number"),
    "municipality": _("Municipality"),
    "evaluation": _("Evaluation"),
    "member": _("Whose"),
    "group": _("Asked as"),
    "has_answered": _("Answered"),
    "code_digest": _("Code on paper"),
    "link_number": _("Number of your link"),
    "link_stopped_at": _("Your link was stopped"),
    "part": _("What you do"),
    "until": _("Until and including"),
    "given_by": _("Asked by"),
    "given_at": _("Asked"),
    "evaluator": _("Whose"),
    "is_outsider": _("From outside"),
    "handed_in_at": _("Handed in"),
    "edits": _("Number of changes"),
    "reading": _("Plan"),
    "identity": _("Question"),
    "answer": _("Answer"),
    "remark": _("Why"),
}
