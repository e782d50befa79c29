"""Evaluating a plan: who reads it, each alone; then side by side; what is agreed; finished (domain 3.1, toolkit)."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.querysets import MembershipQuerySet
from accounts.roles import Role, holds_office
from audit import log
from evaluations import deadlines, log_verbs
from evaluations.actions import NotPossible, check_manages, finishing
from evaluations.actions.finishing import NotOpen, locked
from evaluations.comparison import FEWEST, Compared, compared
from evaluations.kinds import DO_NOT_KNOW, Kind, Part, QuestionKind, State, Use
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.plan import PlanAnswer, PlanOutcome, PlanReading
from evaluations.models.questionnaire import Question, Version
from evaluations.notices import TO_OFFICIAL
from notifications.outbox import enqueue
from notifications.telling import notice, tell
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date

ANSWERS = frozenset({"", "1", "2", "3", "4", "5", DO_NOT_KNOW})


class Answer(NamedTuple):
    answer: str
    remark: str


NO_ANSWER = Answer("", "")


class PlanChanged(NotPossible):
    def __str__(self) -> str:
        return _("This was changed while you were busy. Nothing of yours is lost: choose below what it becomes.")


class HandedIn(NotPossible):
    def __str__(self) -> str:
        return _("Your answers are handed in already. They stay as they are.")


class NotAnswered(NotPossible):
    """`identities`: the questions that wait for an answer."""

    def __init__(self, identities: Collection[UUID]) -> None:
        super().__init__()
        self.identities = identities

    def __str__(self) -> str:
        return _("Not every question has an answer yet. You can also choose that you do not know.")


def could_read(evaluation: Evaluation, *, on: date) -> MembershipQuerySet:
    """Who can be asked: who works on evaluations or with their results, outside evaluators, and who has that part in this one. By name."""
    guests = Guest.objects.filter(evaluation=evaluation, part=Part.EVALUATOR, until__gte=on).values("member")
    here = Membership.objects.filter(municipality=evaluation.municipality).active_on(on).with_permission("evaluations.read_plan")
    known = here.with_permission("evaluations.results") | here.with_role(Role.EVALUATOR) | here.filter(pk__in=guests)
    return known.select_related("user", "municipality").order_by("user__name", "pk")


def is_outsider(member: Membership) -> bool:
    """Looks with a critical eye: holds no office here."""
    return not holds_office(member.roles)


def lacks(evaluators: Collection[Membership]) -> str:
    """What is missing to begin, in a sentence; empty when they can begin."""
    if len({each.pk for each in evaluators}) < FEWEST:
        return _("Choose at least two people. One person alone overlooks something.")
    if not any(is_outsider(each) for each in evaluators):
        return _("Choose at least one person from outside the municipality. She sees what you have got used to.")
    return ""


@transaction.atomic
def begin(evaluation: Evaluation, *, by: Membership, at: datetime, evaluators: Collection[Membership], questions: Version) -> Evaluation:
    """Each reads the plan alone from now on, within the term. Raises NotPossible in a sentence."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.kind != Kind.PLAN or row.state not in {State.PLANNED, State.OPEN} or row.readings.exists():
        raise NotPossible(_("A colleague chose already who reads the plan, or this evaluation cannot begin any more."))
    if problem := lacks(evaluators):
        raise NotPossible(problem)
    if questions.municipality_id != row.municipality_id or questions.published_at is None or questions.questionnaire.use != Use.PLAN:
        raise NotPossible(_("Choose a checklist that is published."))
    _check_can_read(row, evaluators, at=at)
    row.questions = questions
    row.save(update_fields=["questions"])
    finishing.begin(row, at=at)
    _ask(row, evaluators, by=by, at=at)
    return row


@transaction.atomic
def save(reading: PlanReading, *, by: Membership, at: datetime, edits: int, answers: Mapping[UUID, Answer]) -> PlanReading:
    """Kept for herself; nobody else reads it. Raises PlanChanged when another window of hers saved something else meanwhile."""
    row = _open_reading(reading, by, at=at)
    return _write(row, edits=edits, answers=answers)


@transaction.atomic
def hand_in(reading: PlanReading, *, by: Membership, at: datetime, edits: int, answers: Mapping[UUID, Answer]) -> PlanReading:
    """For good. When she is the last one, all of them and who holds the evaluation hear that they can compare."""
    row = _open_reading(reading, by, at=at)
    row = _write(row, edits=edits, answers=answers)
    if missing := _unanswered(row):
        raise NotAnswered(missing)
    row.handed_in_at = at
    row.save(update_fields=["handed_in_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.READ_PLAN])
    if is_complete(row.evaluation):
        _tell_all(row.evaluation, by=by, at=at)
    return row


@transaction.atomic
def replace(reading: PlanReading, *, by: Membership, at: datetime, evaluator: Membership) -> PlanReading:
    """Somebody else reads in her place. What the first one had not handed in is thrown away; nobody read it."""
    evaluation = locked(reading.evaluation)
    check_manages(by, evaluation.municipality_id)
    row = PlanReading.objects.filter(pk=reading.pk).waited_for().first()
    if row is None or evaluation.state != State.OPEN:
        raise NotPossible(_("She handed in meanwhile, or was replaced already."))
    others = [each.evaluator for each in evaluation.readings.exclude(pk=row.pk).with_people()]
    if evaluator in others:
        raise NotPossible(_("This person reads the plan already. Choose somebody else."))
    if problem := lacks([*others, evaluator]):
        raise NotPossible(problem)
    _check_can_read(evaluation, [evaluator], at=at)
    clocks.end(row.uuid, at=at, kinds=[deadlines.READ_PLAN])
    row.delete()
    log.record(log_verbs.READER_REPLACED, at=at, actor=by, kind="evaluations.evaluation", subject=evaluation.uuid)
    return _ask(evaluation, [evaluator], by=by, at=at)[0]


@transaction.atomic
def agree(evaluation: Evaluation, *, identity: UUID, by: Membership, at: datetime, edits: int, text: str) -> PlanOutcome:
    """What they agree on about one question. `edits` 0: nothing was written yet. Raises PlanChanged, and NotPossible before all handed in."""
    row = locked(evaluation)
    check_compares(row, by, at=at)
    if row.state != State.OPEN:
        raise NotOpen
    if identity not in set(questions_of(row).values_list("identity", flat=True)):
        raise NotPossible(_("This question is not in the checklist."))
    outcome = PlanOutcome.objects.filter(evaluation=row, identity=identity).first()
    if outcome is None:
        return PlanOutcome.objects.create(evaluation=row, municipality=row.municipality, identity=identity, text=text, written_by=by)
    if outcome.text == text:
        return outcome
    if outcome.edits != edits:
        raise PlanChanged
    outcome.text, outcome.written_by, outcome.edits = text, by, outcome.edits + 1
    outcome.save(update_fields=["text", "written_by", "edits"])
    return outcome


@transaction.atomic
def finish(evaluation: Evaluation, *, by: Membership, at: datetime) -> Evaluation:
    """Closed; what came out is shared back within its term. Not while something is agreed nowhere on which they differ."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.kind != Kind.PLAN or row.state != State.OPEN or not is_complete(row):
        raise NotOpen
    if open_differences(row):
        raise NotPossible(_("You differ on something about which nothing is written yet. Write first what you agree on, also when you keep differing."))
    finishing.close(row, by=by, at=at)
    return row


def is_complete(evaluation: Evaluation) -> bool:
    """Whether there are readings, and all were handed in: only then anybody reads what another answered."""
    return evaluation.readings.exists() and not evaluation.readings.waited_for().exists()


def check_compares(row: Evaluation, by: Membership, *, at: datetime) -> None:
    """Who read it or holds it, and not before everybody handed in."""
    reads = row.readings.open_to(by, today=local_date(at)).exists()
    if not reads and not (by.may("evaluations.manage") and by.municipality_id == row.municipality_id):
        raise PermissionDenied
    if not is_complete(row):
        raise NotPossible(_("Not everybody handed in yet. Until then nobody reads what another answered."))


def kept_answers(reading: PlanReading) -> dict[UUID, Answer]:
    """What she filled in until now. One statement."""
    return {identity: Answer(answer, remark) for identity, answer, remark in reading.answers.values_list("identity", "answer", "remark")}


def questions_of(evaluation: Evaluation) -> "QuerySet[Question]":
    """In the order of the checklist, each with its section."""
    return Question.objects.filter(version=evaluation.questions).select_related("section").order_by("section__position", "position", "pk")


def differences(evaluation: Evaluation) -> list[Compared]:
    """Of all that was handed in, the largest gap first. Two statements."""
    answers: dict[UUID, list[str]] = {}
    handed_in = PlanAnswer.objects.filter(reading__evaluation=evaluation, reading__handed_in_at__isnull=False)
    for identity, answer in handed_in.values_list("identity", "answer"):
        answers.setdefault(identity, []).append(answer)
    return compared(list(questions_of(evaluation).values_list("identity", flat=True)), answers)


def open_differences(evaluation: Evaluation) -> list[UUID]:
    """On which they differ, and nothing is written."""
    agreed = PlanOutcome.objects.texts_of(evaluation)
    return [each.identity for each in differences(evaluation) if each.differs and each.identity not in agreed]


def _check_can_read(row: Evaluation, people: Collection[Membership], *, at: datetime) -> None:
    wanted = {each.pk for each in people}
    if could_read(row, on=local_date(at)).filter(pk__in=wanted).count() != len(wanted):
        raise NotPossible(_("Somebody of these cannot read the plan any more. Choose again."))


def _ask(row: Evaluation, people: Collection[Membership], *, by: Membership, at: datetime) -> list[PlanReading]:
    """A reading and a promise for each; who comes from outside can open it until a day."""
    _let_in(row, [each for each in people if is_outsider(each)], by=by, at=at)
    readings = PlanReading.objects.bulk_create(
        PlanReading(municipality=row.municipality, evaluation=row, evaluator=each, is_outsider=is_outsider(each)) for each in people
    )
    promises = [NewPromise(kind=deadlines.READ_PLAN, subject=each.uuid, owner=each.evaluator, waiter=None) for each in readings]
    clocks.start_all(promises, municipality=row.municipality, at=at)
    told = [notice(TO_OFFICIAL, to=each.evaluator, subject=each.uuid, because="asked", path=path_of(each)) for each in readings if each.evaluator != by]
    enqueue(*told, at=at)
    return readings


def _let_in(row: Evaluation, outsiders: Collection[Membership], *, by: Membership, at: datetime) -> None:
    """Long enough to read, to compare and to finish; who has that part already keeps her own day when it is later."""
    calendar = calendar_of(row.municipality)
    until = calendar.add(local_date(at), deadlines.WORKING_DAYS[deadlines.READ_PLAN] + deadlines.WORKING_DAYS[deadlines.FINISH])
    for each in outsiders:
        what = {"municipality": row.municipality, "until": until, "given_by": by, "given_at": at}
        guest, is_new = Guest.objects.get_or_create(evaluation=row, member=each, part=Part.EVALUATOR, defaults=what)
        if not is_new and guest.until < until:
            guest.until = until
            guest.save(update_fields=["until"])
        if is_new:
            log.record(log_verbs.GUEST_GIVEN, at=at, actor=by, kind="evaluations.evaluation", subject=row.uuid)


def _open_reading(reading: PlanReading, by: Membership, *, at: datetime) -> PlanReading:
    """Locked after its evaluation, as everything is that changes one: the last two who hand in find each other."""
    evaluation = locked(reading.evaluation)
    row = PlanReading.objects.select_for_update(of=("self",)).open_to(by, today=local_date(at)).filter(pk=reading.pk).first()
    if row is None:
        raise PermissionDenied
    row.evaluation = evaluation
    if evaluation.state != State.OPEN:
        raise NotOpen
    if row.handed_in_at is not None:
        raise HandedIn
    return row


def _write(row: PlanReading, *, edits: int, answers: Mapping[UUID, Answer]) -> PlanReading:
    known = set(questions_of(row.evaluation).values_list("identity", flat=True))
    kept = kept_answers(row)
    changed = {
        identity: given for identity, given in answers.items()
        if identity in known and given.answer in ANSWERS and given != kept.get(identity, NO_ANSWER)
    }
    if not changed:
        return row
    if row.edits != edits:
        raise PlanChanged
    rows = [PlanAnswer(reading=row, identity=identity, answer=given.answer, remark=given.remark) for identity, given in changed.items()]
    PlanAnswer.objects.bulk_create(rows, update_conflicts=True, unique_fields=["reading", "identity"], update_fields=["answer", "remark"])
    row.edits += 1
    row.save(update_fields=["edits"])
    return row


def _unanswered(row: PlanReading) -> list[UUID]:
    """A question in own words may stay empty."""
    answered = set(row.answers.exclude(answer="").values_list("identity", flat=True))
    asked = questions_of(row.evaluation).exclude(kind=QuestionKind.OPEN).values_list("identity", flat=True)
    return [each for each in asked if each not in answered]


def _tell_all(evaluation: Evaluation, *, by: Membership, at: datetime) -> None:
    """Who read it hears it herself: nobody compares in her place. For who holds it somebody can stand in."""
    about, path = evaluation.uuid, reverse("evaluations:plan_compare", args=[evaluation.uuid])
    readers = [each.evaluator for each in evaluation.readings.with_people()]
    enqueue(*(notice(TO_OFFICIAL, to=each, subject=about, because="compare", path=path) for each in readers if each != by), at=at)
    if evaluation.owner not in [*readers, by]:
        tell(TO_OFFICIAL, to=evaluation.owner, subject=about, because="compare", path=path, at=at)


def path_of(reading: PlanReading) -> str:
    return reverse("evaluations:plan_reading", args=[reading.uuid])
