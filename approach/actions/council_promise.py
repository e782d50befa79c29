"""What was promised to college or council: by whom, by which day, and what became of it. The day does not move: what is not done is dropped with a reason."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import deadlines
from approach.actions import NotPossible, check_manages
from approach.actions.moment import check_can_own
from approach.kinds import PromiseState
from approach.models.support import CouncilPromise, Moment
from approach.notices import TO_OFFICIAL
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise


class EndedMeanwhile(NotPossible):
    def __str__(self) -> str:
        return _("This was kept, or dropped, just before you.")


@transaction.atomic
def make(moment: Moment, *, what: str, owner: Membership, due_on: date, submission: UUID, by: Membership, at: datetime) -> CouncilPromise:
    """From here on the owner owes it by its day, and hears so. The same form sent twice is one promise."""
    check_manages(by, moment.municipality_id)
    check_can_own(owner, moment.municipality_id, at=at)
    moment = Moment.objects.select_for_update(of=("self",)).with_people().get(pk=moment.pk)
    if moment.held_on is None:
        raise NotPossible(_("This moment was not held yet: nothing was promised there."))
    made = {"municipality": moment.municipality, "moment": moment, "what": what, "owner": owner, "due_on": due_on, "made_at": at}
    row, is_new = CouncilPromise.objects.get_or_create(submission=submission, defaults=made)
    if row.moment_id != moment.pk:
        raise PermissionDenied
    if is_new:
        promise = NewPromise(kind=deadlines.COUNCIL_PROMISE, subject=row.uuid, owner=owner, waiter=None, due_on=due_on)
        clocks.start_all([promise], municipality=row.municipality, at=at)
        _tell_owner(row, because="made", by=by, at=at)
    return row


@transaction.atomic
def give(row: CouncilPromise, *, owner: Membership, by: Membership, at: datetime) -> CouncilPromise:
    """A colleague owes it by the same day, and hears so."""
    row = _open_one(row, by=by)
    check_can_own(owner, row.municipality_id, at=at)
    if owner.pk != row.owner_id:
        row.owner = owner
        row.save(update_fields=["owner"])
        clocks.give_to(row.uuid, owner=owner, at=at)
        _tell_owner(row, because=f"given-{at.isoformat()}", by=by, at=at)
    return row


@transaction.atomic
def keep(row: CouncilPromise, *, outcome: str, by: Membership, at: datetime) -> CouncilPromise:
    """Done, with what became of it. By who does it, or who works on the approach."""
    row = _end(row, state=PromiseState.KEPT, outcome=outcome, by=by, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.COUNCIL_PROMISE])
    return row


@transaction.atomic
def drop(row: CouncilPromise, *, outcome: str, by: Membership, at: datetime) -> CouncilPromise:
    """Not done, with the reason."""
    row = _end(row, state=PromiseState.DROPPED, outcome=outcome, by=by, at=at)
    clocks.end(row.uuid, at=at)
    _tell_owner(row, because="dropped", by=by, at=at)
    return row


def _end(row: CouncilPromise, *, state: str, outcome: str, by: Membership, at: datetime) -> CouncilPromise:
    row = _open_one(row, by=by)
    row.state, row.outcome, row.ended_at = state, outcome, at
    row.save(update_fields=["state", "outcome", "ended_at"])
    return row


def _open_one(row: CouncilPromise, *, by: Membership) -> CouncilPromise:
    """Who comes second sees what the first did."""
    row = CouncilPromise.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)
    if by.pk != row.owner_id:
        check_manages(by, row.municipality_id)
    if row.state != PromiseState.OPEN:
        raise EndedMeanwhile
    return row


def _tell_owner(row: CouncilPromise, *, because: str, by: Membership, at: datetime) -> None:
    if row.owner_id != by.pk:
        tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because=because, path=reverse("approach:promise_detail", args=[row.uuid]), at=at)
