"""What an official does for an initiative: a promise with a day, to who filed the idea."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives import deadlines
from initiatives.actions import ANSWERS, NotPossible, check_handles, going_on
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from initiatives.notices import TO_OFFICIAL
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date


class IsEnded(NotPossible):
    def __str__(self) -> str:
        return _("This was done or dropped just before you.")


@transaction.atomic
def make(initiative: Initiative, *, what: str, owner: Membership, due_on: date, submission: UUID, by: Membership, at: datetime) -> Task:
    """The owner owes it by its day, and hears so. The same form sent twice is one task."""
    initiative = going_on(initiative, by=by)
    _check_can_own(owner, initiative.municipality_id, at=at)
    row, is_new = Task.objects.get_or_create(
        submission=submission,
        defaults={"municipality": initiative.municipality, "initiative": initiative, "what": what, "owner": owner, "due_on": due_on, "made_at": at},
    )
    if row.initiative_id != initiative.pk:
        raise PermissionDenied
    if is_new:
        promise = NewPromise(kind=deadlines.TASK, subject=row.uuid, owner=owner, waiter=initiative.proposer, due_on=due_on)
        clocks.start_all([promise], municipality=row.municipality, at=at)
        _tell_owner(row, because="made", by=by, at=at)
    return row


@transaction.atomic
def give(row: Task, *, owner: Membership, by: Membership, at: datetime) -> Task:
    """A colleague owes it by the same day, and hears so."""
    row = _open_one(row, by=by)
    _check_can_own(owner, row.municipality_id, at=at)
    if owner.pk == row.owner_id:
        return row
    row.owner = owner
    row.save(update_fields=["owner"])
    clocks.give_to(row.uuid, owner=owner, at=at)
    _tell_owner(row, because=f"given-{at.isoformat()}", by=by, at=at)
    return row


@transaction.atomic
def finish(row: Task, *, by: Membership, at: datetime) -> Task:
    row = _open_one(row, by=by)
    row.done_at = at
    row.save(update_fields=["done_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.TASK])
    return row


@transaction.atomic
def drop(row: Task, *, because: str, by: Membership, at: datetime) -> Task:
    """Nobody does it, with a reason that everybody reads who sees the initiative; who would do it hears so."""
    row = _open_one(row, by=by)
    _drop(row, because=because, at=at)
    _tell_owner(row, because="dropped", by=by, at=at)
    return row


def drop_all(initiative: Initiative, *, because: str, at: datetime) -> None:
    """Those of an initiative that stops. Within the transaction of stopping."""
    for row in Task.objects.of_initiative(initiative).open().select_for_update(of=("self",)).order_by("pk"):
        _drop(row, because=because, at=at)


def _drop(row: Task, *, because: str, at: datetime) -> None:
    row.dropped_at, row.dropped_because = at, because
    row.save(update_fields=["dropped_at", "dropped_because"])
    clocks.end(row.uuid, at=at)


def _open_one(row: Task, *, by: Membership) -> Task:
    check_handles(by, row.municipality_id)
    row = Task.objects.with_people().select_for_update(of=("self",)).get(pk=row.pk)
    if row.ended_at is not None:
        raise IsEnded
    return row


def _check_can_own(owner: Membership, municipality: int, *, at: datetime) -> None:
    if owner.municipality_id != municipality or not owner.may(ANSWERS) or not owner.is_active_on(local_date(at)):
        raise PermissionDenied


def _tell_owner(row: Task, *, because: str, by: Membership, at: datetime) -> None:
    if row.owner_id != by.pk:
        tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because=because, path=reverse("initiatives:task_detail", args=[row.uuid]), at=at)
