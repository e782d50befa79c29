"""The evaluation of a plan in words: who reads it, and the answers beside each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from evaluations import deadlines
from evaluations.actions import plan as acts
from evaluations.kinds import Kind, QuestionKind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.plan import PlanAnswer, PlanOutcome, PlanReading
from evaluations.models.questionnaire import Question, Version
from evaluations.presentation.evaluation import Step
from evaluations.presentation.question import plan_answers, said
from evaluations.question_paper import origin_of
from terms.days import local_date
from terms.models import Clock
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Reader:
    """`replace_url` while she did not hand in, for who may choose somebody else."""

    name: str
    meta: str
    state: str
    is_done: bool
    replace_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The part of the page. `readers` for who reads it herself and who may choose somebody else."""

    lead: str
    readers: Sequence[Reader]


@dataclass(frozen=True, kw_only=True)
class Found:
    """What one of them answered."""

    name: str
    answer: str
    remark: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One question: `gap` in words, what each found (empty for who reads results only), and what they agree on."""

    title: str
    section_id: str
    gap: str
    found: Sequence[Found]
    agreed: str
    url: str
    in_own_words: bool = False


def section(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Plan | None:
    """Two statements."""
    if evaluation.kind != Kind.PLAN or evaluation.state == State.CANCELLED:
        return None
    readings = list(PlanReading.objects.of_evaluation(evaluation).with_people())
    manages = reader.may("evaluations.manage")
    sees_who = manages or any(each.evaluator_id == reader.pk for each in readings)
    return Plan(lead=_lead(evaluation, readings), readers=_readers(readings, may_replace=manages and evaluation.state == State.OPEN, at=at) if sees_who else [])


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  as every part of the page
    """Choose who reads, read, or compare. One statement."""
    if evaluation.kind != Kind.PLAN or evaluation.state == State.CANCELLED:
        return None
    readings = list(PlanReading.objects.of_evaluation(evaluation))
    own = next((each for each in readings if each.evaluator_id == reader.pk), None)
    if readings and all(each.handed_in_at for each in readings):
        return _compare(evaluation, reader, own)
    if own is not None and own.handed_in_at is None and evaluation.state == State.OPEN:
        return Step(label=_("Answer the questions"), url=acts.path_of(own))
    if not readings and reader.may("evaluations.manage") and evaluation.state in {State.PLANNED, State.OPEN}:
        return Step(label=_("Choose who reads the plan"), url=reverse("evaluations:plan_begin", args=[evaluation.uuid]))
    return None


def _compare(evaluation: Evaluation, reader: Membership, own: PlanReading | None) -> Step | None:
    """The same readers as EvaluationQuerySet.compared_by, of one row that she sees already."""
    is_done = evaluation.state in {State.CLOSED, State.SHARED}
    if not (reader.may("evaluations.manage") or own is not None or (is_done and reader.may("evaluations.results"))):
        return None
    label = _("Read what was agreed") if is_done else _("Compare the answers")
    return Step(label=label, url=reverse("evaluations:plan_compare", args=[evaluation.uuid]))


def _lead(evaluation: Evaluation, readings: Sequence[PlanReading]) -> str:
    if not readings:
        return _("At least two people read the plan alone, one of them from outside. After that you lay the answers side by side.")
    if evaluation.state in {State.CLOSED, State.SHARED}:
        return _("The answers were compared, and it was written down what is agreed.")
    waiting = sum(each.handed_in_at is None for each in readings)
    if not waiting:
        return _("Everybody handed in. Talk about the answers: what differs most stands on top.")
    told = ngettext("%(waiting)d of %(all)d did not hand in yet.", "%(waiting)d of %(all)d did not hand in yet.", waiting)
    told %= {"waiting": waiting, "all": len(readings)}
    return _("%(told)s Until everybody did, nobody reads what another answered.") % {"told": told}


def _readers(readings: Sequence[PlanReading], *, may_replace: bool, at: datetime) -> list[Reader]:
    """One statement, for the days that were promised."""
    clocks = Clock.objects.filter(subject__in=[each.uuid for each in readings], kind=deadlines.READ_PLAN)
    due = {each.subject: local_date(each.due_at) for each in clocks}
    words, today = Words(local_date(at)), local_date(at)
    return [
        Reader(
            name=each.evaluator.name, meta=_("From outside") if each.is_outsider else _("Works for the municipality"), is_done=each.handed_in_at is not None,
            state=_state(each, due.get(each.uuid, today), words),
            replace_url=reverse("evaluations:plan_replace", args=[each.uuid]) if may_replace and each.handed_in_at is None else "",
        )
        for each in readings
    ]


def _state(reading: PlanReading, due: date, words: Words) -> str:
    if reading.handed_in_at is not None:
        return _("Handed in on %(day)s") % {"day": words.day_only(local_date(reading.handed_in_at))}
    if not reading.evaluator.is_active_on(words.today):
        return _("Left before handing in. Choose somebody else.")
    told = _("Should have handed in on %(day)s") if due < words.today else _("Hands in by %(day)s")
    return told % {"day": words.day_only(due)}


def rows(evaluation: Evaluation, *, with_answers: bool, may_write: bool) -> list[Row]:
    """What differs most on top. Six statements, however many questions and people there are."""
    questions = {each.identity: each for each in acts.questions_of(evaluation)}
    numbers = {identity: number for number, identity in enumerate(questions, start=1)}
    agreed, found = PlanOutcome.objects.texts_of(evaluation), _found(evaluation) if with_answers else {}
    return [
        Row(
            title=f"{numbers[each.identity]}. {said(questions[each.identity].words)}", section_id=f"vraag-{numbers[each.identity]}",
            gap="" if is_open(questions[each.identity]) else gap_in_words(each.gap, each.unknown),
            found=found.get(each.identity, []), agreed=agreed.get(each.identity, ""), in_own_words=is_open(questions[each.identity]),
            url=reverse("evaluations:plan_outcome", args=[evaluation.uuid, each.identity]) if may_write else "",
        )
        for each in acts.differences(evaluation)
    ]


def is_open(question: Question) -> bool:
    return question.kind == QuestionKind.OPEN


def origin(evaluation: Evaluation) -> str:
    """That a checklist of ours is a proposal. At most one statement."""
    return origin_of(evaluation.questions) if evaluation.questions is not None else ""


def of_question(evaluation: Evaluation, question: Question) -> list[Found]:
    return _found(evaluation, identity=question.identity).get(question.identity, [])


def gap_in_words(gap: int, unknown: int) -> str:
    told = ngettext("%(gap)d step apart", "%(gap)d steps apart", gap) % {"gap": gap} if gap else _("No difference")
    if not unknown:
        return told
    more = ngettext("%(unknown)d does not know", "%(unknown)d do not know", unknown) % {"unknown": unknown}
    return f"{told}, {more}"


def _found(evaluation: Evaluation, **which: UUID) -> dict[UUID, list[Found]]:
    """Only of what was handed in."""
    answers = PlanAnswer.objects.filter(reading__evaluation=evaluation, reading__handed_in_at__isnull=False, **which).select_related("reading__evaluator__user")
    found: dict[UUID, list[Found]] = {}
    for each in answers.order_by("reading__evaluator__user__name", "pk"):
        found.setdefault(each.identity, []).append(Found(name=each.reading.evaluator.name, answer=answer_in_words(each.answer), remark=each.remark))
    return found


def answer_in_words(answer: str) -> str:
    return str(dict(plan_answers()).get(answer, "–"))


def differences(reading: PlanReading, answers: Mapping[UUID, acts.Answer], questions: Sequence[Question]) -> list[dict[str, str]]:
    """What another window saved, beside what was typed here."""
    kept = acts.kept_answers(reading)
    return [
        {"label": said(each.words), "theirs": _both(kept.get(each.identity, acts.NO_ANSWER)), "yours": _both(answers[each.identity])}
        for each in questions if kept.get(each.identity, acts.NO_ANSWER) != answers[each.identity]
    ]


def _both(answer: acts.Answer) -> str:
    return ". ".join(filter(None, [answer_in_words(answer.answer), answer.remark]))


def own_answers(reading: PlanReading, questions: Sequence[Question]) -> list[Found]:
    """What she handed in, as she reads it back; `name` is the question."""
    kept = acts.kept_answers(reading)
    given = [(each, kept.get(each.identity, acts.NO_ANSWER)) for each in questions]
    return [Found(name=said(each.words), answer=answer_in_words(answer.answer), remark=answer.remark) for each, answer in given]


def checklists(evaluation: Evaluation) -> list[Version]:
    """Published ones of her municipality that are in use; newest version of each first."""
    published = Version.objects.published().filter(municipality=evaluation.municipality, questionnaire__use="plan", questionnaire__put_away_at=None)
    return list(published.select_related("questionnaire").order_by("questionnaire__title", "-number"))


def others(people: Collection[Membership], readings: Sequence[PlanReading]) -> list[Membership]:
    taken = {each.evaluator_id for each in readings}
    return [each for each in people if each.pk not in taken]
