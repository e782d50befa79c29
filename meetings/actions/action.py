"""Action points: who does what after a meeting. A key figure is asked first, and says no without a reason."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from meetings import deadlines, reports
from meetings.actions import NotPossible
from meetings.models.agenda import ActionPoint
from meetings.models.meeting import Meeting
from meetings.notices import TO_INVITED, TO_ORGANISER
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("This was answered, done, dropped or given to somebody else just before you.")


def begin_all(meeting: Meeting, *, at: datetime) -> None:
    """The report is there: an official owes hers from now on, a key figure is asked. Within the transaction of closing."""
    for row in ActionPoint.objects.of_meeting(meeting).with_people():
        _begin(row, at=at)


@transaction.atomic
def accept(row: ActionPoint, *, by: Membership, at: datetime) -> ActionPoint:
    """From here on she owes it, by its day."""
    row = _asked(row, by)
    _owes(row, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.ACTION_OWNER])
    return row


@transaction.atomic
def decline(row: ActionPoint, *, by: Membership, at: datetime) -> ActionPoint:
    """Without a reason. The organiser hears so and asks somebody else."""
    row = _asked(row, by)
    _hand_back(row, at=at)
    return row


@transaction.atomic
def finish(row: ActionPoint, *, by: Membership, at: datetime) -> ActionPoint:
    """By who does it, or by the organiser."""
    row = _locked(row)
    if by.pk != row.owner_id:
        _check_organises(row, by)
    if row.accepted_at is None or not is_open(row):
        raise Meanwhile
    row.done_at = at
    row.save(update_fields=["done_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.ACTION_POINT])
    return row


@transaction.atomic
def give(row: ActionPoint, *, owner: Membership, due_on: date, by: Membership, at: datetime) -> ActionPoint:
    """Somebody else does it, by another day perhaps: at once for an official, after her yes for a key figure."""
    row = _locked(row)
    _check_organises(row, by)
    if owner.municipality_id != row.municipality_id:
        raise PermissionDenied
    if not is_open(row):
        raise Meanwhile
    if row.owner_id == owner.pk and row.declined_at is None:
        return row
    clocks.end(row.uuid, at=at, kinds=[deadlines.ACTION_POINT])
    row.owner, row.due_on, row.accepted_at, row.declined_at = owner, due_on, None, None
    row.save(update_fields=["owner", "due_on", "accepted_at", "declined_at"])
    _begin(row, at=at)
    return row


@transaction.atomic
def drop(row: ActionPoint, *, because: str, by: Membership, at: datetime) -> ActionPoint:
    """Nobody does it, and who was invited reads why. Who did it or was asked hears so. Dropping it twice is once; the first reason stays."""
    row = _locked(row)
    _check_organises(row, by)
    if row.dropped_at is not None:
        return row
    if not is_open(row):
        raise Meanwhile
    row.dropped_at, row.dropped_because = at, because
    row.save(update_fields=["dropped_at", "dropped_because"])
    clocks.end(row.uuid, at=at)
    if row.declined_at is None and row.owner_id != by.pk and row.owner.is_active_on(local_date(at)):
        tell(TO_INVITED, to=row.owner, subject=row.uuid, because="dropped", path=_path(row), at=at)
    return row


def is_open(row: ActionPoint) -> bool:
    """Something can still happen with it: it is no draft any more, not done, and not dropped."""
    return row.done_at is None and row.dropped_at is None and reports.is_there(row.meeting)


def give_back_all(figure: KeyFigure, *, at: datetime) -> None:
    """She ends: what she would do goes back to the organiser. Within the transaction of ending. Who still works here keeps hers."""
    if figure.stage != Stage.ENDED or figure.member is None:
        return
    member = Membership.objects.select_related("user", "municipality").get(pk=figure.member.pk)
    if member.is_active_on(local_date(at)) and member.may("meetings.take_part"):
        return
    for row in ActionPoint.objects.owned_by(member).open().with_people().select_for_update(of=("self",)).order_by("pk"):
        if reports.is_there(row.meeting):
            _hand_back(row, at=at)


def is_asked_first(owner: Membership) -> bool:
    """Key figures choose themselves what they do."""
    return owner.may("keyfigures.own")


def _begin(row: ActionPoint, *, at: datetime) -> None:
    if not is_asked_first(row.owner):
        _owes(row, at=at)
        clocks.keep(row.uuid, at=at, kinds=[deadlines.ACTION_OWNER])
        return
    _seek_owner(row, at=at)
    tell(TO_INVITED, to=row.owner, subject=row.uuid, because=f"asked-{at.isoformat()}", path=_path(row), at=at)


def _owes(row: ActionPoint, *, at: datetime) -> None:
    row.accepted_at = at
    row.save(update_fields=["accepted_at"])
    new = NewPromise(kind=deadlines.ACTION_POINT, subject=row.uuid, owner=row.owner, waiter=None, due_on=row.due_on)
    clocks.start_all([new], municipality=row.municipality, at=at)


def _hand_back(row: ActionPoint, *, at: datetime) -> None:
    row.accepted_at, row.declined_at = None, at
    row.save(update_fields=["accepted_at", "declined_at"])
    clocks.end(row.uuid, at=at, kinds=[deadlines.ACTION_POINT])
    _seek_owner(row, at=at)
    tell(TO_ORGANISER, to=row.meeting.organiser, subject=row.uuid, because=f"declined-{at.isoformat()}", path=_path(row), at=at)


def _seek_owner(row: ActionPoint, *, at: datetime) -> None:
    """One promise until somebody does it, however many were asked: a question without an answer is not forgotten either."""
    if not Clock.objects.open().about(row.uuid).filter(kind=deadlines.ACTION_OWNER).exists():
        new = NewPromise(kind=deadlines.ACTION_OWNER, subject=row.uuid, owner=row.meeting.organiser, waiter=None)
        clocks.start_all([new], municipality=row.municipality, at=at)


def _asked(row: ActionPoint, by: Membership) -> ActionPoint:
    row = _locked(row)
    if row.owner_id != by.pk:
        raise PermissionDenied
    if row.accepted_at is not None or row.declined_at is not None or not is_open(row):
        raise Meanwhile
    return row


def _locked(row: ActionPoint) -> ActionPoint:
    return ActionPoint.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)


def _check_organises(row: ActionPoint, by: Membership) -> None:
    if not by.may("meetings.organise") or by.municipality_id != row.municipality_id:
        raise PermissionDenied


def _path(row: ActionPoint) -> str:
    return reverse("meetings:action_detail", args=[row.uuid])
