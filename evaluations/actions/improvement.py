"""Improvements: what is done with what was heard, by whom and by which day. Each is a promise of its owner until it ends."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import deadlines
from evaluations.actions import NotPossible, check_manages
from evaluations.actions.finishing import locked
from evaluations.kinds import ActionState, Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.questionnaire import Question
from evaluations.notices import TO_OFFICIAL
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date

OWNS = "evaluations.results"  # who may do an improvement reads what it comes from


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("This was done, dropped or changed just before you.")


def may_begin(evaluation: Evaluation) -> bool:
    """From a survey when it is closed; from what people evaluate together already while it is open."""
    return evaluation.state in {State.CLOSED, State.SHARED} or (evaluation.state == State.OPEN and evaluation.kind != Kind.SURVEY)


@transaction.atomic
def begin(
    evaluation: Evaluation, *, what: str, why: str, identity: UUID | None, owner: Membership, due_on: date, submission: UUID,
    by: Membership, at: datetime,
) -> Improvement:
    """From here on the owner owes it by its day, and hears so. The same form sent twice is one improvement."""
    evaluation = locked(evaluation)
    check_manages(by, evaluation.municipality_id)
    _check_can_own(owner, evaluation, at=at)
    _check_question(identity, evaluation)
    if not may_begin(evaluation):
        raise NotPossible(_("This evaluation has not brought anything yet, or was cancelled."))
    row, is_new = Improvement.objects.get_or_create(
        submission=submission,
        defaults={
            "municipality": evaluation.municipality, "evaluation": evaluation, "what": what, "why": why, "identity": identity,
            "owner": owner, "due_on": due_on, "made_at": at,
        },
    )
    if row.evaluation_id != evaluation.pk:
        raise PermissionDenied
    if is_new:
        promise = NewPromise(kind=deadlines.IMPROVEMENT, subject=row.uuid, owner=owner, waiter=None, due_on=due_on)
        clocks.start_all([promise], municipality=row.municipality, at=at)
        _tell_owner(row, because="begun", by=by, at=at)
    return row


@transaction.atomic
def change(
    row: Improvement, *, why: str, identity: UUID | None, due_on: date, version: int, by: Membership, at: datetime, what: str | None = None,
) -> Improvement:
    """Other words or another day. `what` stays as it was once the network was told: promised is promised, or dropped with a reason."""
    row = _open_one(row)
    check_manages(by, row.evaluation.municipality_id)
    _check_question(identity, row.evaluation)
    if row.edits != version or (is_fixed(row) and what not in {None, row.what}):
        raise Meanwhile
    moved = row.due_on != due_on
    row.what, row.why, row.identity, row.due_on = what or row.what, why, identity, due_on
    _save(row, "what", "why", "identity", "due_on")
    if moved:
        clocks.move_all({row.uuid: due_on}, kind=deadlines.IMPROVEMENT, at=at)
    return row


@transaction.atomic
def give(row: Improvement, *, owner: Membership, by: Membership, at: datetime) -> Improvement:
    """Somebody else owes it by the same day, and hears so."""
    row = _open_one(row)
    _check_acts(row, by)
    _check_can_own(owner, row.evaluation, at=at)
    if owner.pk == row.owner_id:
        return row
    row.owner = owner
    _save(row, "owner")
    clocks.give_to(row.uuid, owner=owner, at=at)
    _tell_owner(row, because=f"given-{at.isoformat()}", by=by, at=at)
    return row


@transaction.atomic
def finish(row: Improvement, *, outcome: str, by: Membership, at: datetime) -> Improvement:
    """Done, with what became of it. By who does it, or who plans evaluations."""
    row = _end(row, state=ActionState.DONE, outcome=outcome, by=by, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.IMPROVEMENT])
    return row


@transaction.atomic
def drop(row: Improvement, *, outcome: str, by: Membership, at: datetime) -> Improvement:
    """Not done, with the reason. The network reads it where it was told of it; who would do it hears so."""
    row = _end(row, state=ActionState.DROPPED, outcome=outcome, by=by, at=at)
    clocks.end(row.uuid, at=at)
    _tell_owner(row, because="dropped", by=by, at=at)
    return row


def is_fixed(row: Improvement) -> bool:
    """The network was told in these words."""
    return row.is_told and row.evaluation.state == State.SHARED


def questions_of(evaluation: Evaluation) -> list[Question]:
    """What was asked, each question once: those to key figures first. One statement."""
    versions = [pk for pk in (evaluation.questions_id, evaluation.mirror_id) if pk is not None]
    found = Question.objects.filter(version__in=versions).select_related("section").order_by("section__position", "position", "pk")
    by_identity: dict[UUID, Question] = {}
    for question in sorted(found, key=lambda each: versions.index(each.version_id)):
        by_identity.setdefault(question.identity, question)
    return list(by_identity.values())


def _end(row: Improvement, *, state: str, outcome: str, by: Membership, at: datetime) -> Improvement:
    row = _open_one(row)
    _check_acts(row, by)
    row.state, row.outcome, row.ended_at = state, outcome, at
    _save(row, "state", "outcome", "ended_at")
    return row


def _open_one(row: Improvement) -> Improvement:
    """The evaluation first, then the row: as sharing back locks them. Who comes second sees what the first did."""
    evaluation = locked(row.evaluation)
    row = Improvement.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)
    row.evaluation = evaluation
    if row.state != ActionState.OPEN:
        raise Meanwhile
    return row


def _save(row: Improvement, *fields: str) -> None:
    """What is about to be told is another text now: who looks at it looks again."""
    row.edits += 1
    row.save(update_fields=[*fields, "edits"])
    if row.is_told and row.evaluation.state != State.SHARED:
        Evaluation.objects.filter(pk=row.evaluation_id).update(edits=F("edits") + 1)


def _check_acts(row: Improvement, by: Membership) -> None:
    if by.pk != row.owner_id:
        check_manages(by, row.evaluation.municipality_id)


def _check_can_own(owner: Membership, evaluation: Evaluation, *, at: datetime) -> None:
    if owner.municipality_id != evaluation.municipality_id or not owner.may(OWNS) or not owner.is_active_on(local_date(at)):
        raise PermissionDenied


def _check_question(identity: UUID | None, evaluation: Evaluation) -> None:
    if identity is not None and identity not in {each.identity for each in questions_of(evaluation)}:
        raise PermissionDenied


def _tell_owner(row: Improvement, *, because: str, by: Membership, at: datetime) -> None:
    if row.owner_id != by.pk:
        path = reverse("evaluations:improvement_detail", args=[row.uuid])
        tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because=because, path=path, at=at)
