"""The agenda before the meeting: who is invited proposes points; the order, and what does not fit, is for who keeps the agenda."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.roles import OF_KEY_FIGURES, holds_office
from meetings import agenda
from meetings.actions import NotPossible
from meetings.actions.locks import both_locked, locked
from meetings.kinds import BroughtBy
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting, MeetingState
from meetings.notices import TO_INVITED, TO_ORGANISER
from notifications.telling import tell
from terms.days import local_date

MOST_POINTS = 40  # of one meeting: more is no agenda


class AgendaClosed(NotPossible):
    """After the last day only who keeps the agenda adds to it."""

    def __init__(self, meeting: Meeting, at: datetime) -> None:
        self.keeper = keeper_of(meeting, at)

    def __str__(self) -> str:
        return _("The agenda is closed. Call %(name)s if your point cannot wait.") % {"name": self.keeper.name}


def keeper_of(meeting: Meeting, at: datetime) -> Membership:
    """The chair; the organiser when the meeting has none, or none who can lead it any more."""
    return meeting.chair if meeting.chair is not None and meeting.is_led_on(local_date(at)) else meeting.organiser


def keeps(meeting: Meeting, member: Membership, at: datetime) -> bool:
    """The order is the chair's alone; without a chair it is of everybody who organises meetings here."""
    keeper = keeper_of(meeting, at)
    if keeper.pk == member.pk:
        return True
    return keeper.pk != meeting.chair_id and member.may("meetings.organise") and member.municipality_id == meeting.municipality_id


def may_propose(meeting: Meeting, member: Membership, at: datetime) -> bool:
    """Whether the agenda is open for her, who may see the meeting: for who keeps it until the report is there."""
    if meeting.state != MeetingState.PLANNED:
        return False
    return keeps(meeting, member, at) or agenda.is_open(closes_on=meeting.agenda_closes_on, starts_at=meeting.starts_at, at=at)


@transaction.atomic
def propose(
    meeting: Meeting, *, by: Membership, at: datetime, submission: UUID, title: str, aim: str, minutes: int, explanation: str = "",
) -> AgendaItem:
    """Below what is there. From whom it comes follows from who she is. The same form sent twice is one point; who keeps the agenda hears of it."""
    meeting = locked(meeting)
    known: AgendaItem | None = AgendaItem.objects.filter(submission=submission).first()
    if known is not None and known.proposed_by_id == by.pk:
        return known
    if known is not None or not Meeting.objects.visible_to(by).filter(pk=meeting.pk).exists():
        raise PermissionDenied
    if not may_propose(meeting, by, at):
        raise AgendaClosed(meeting, at)
    if meeting.items.count() >= MOST_POINTS:
        raise NotPossible(_("The agenda is full."))
    item: AgendaItem = AgendaItem.objects.create(
        municipality=meeting.municipality, meeting=meeting, brought_by=_brought_by(meeting, by), proposed_by=by, proposed_at=at,
        submission=submission, title=title, explanation=explanation, aim=aim, minutes=minutes, position=_below(meeting),
    )
    keeper = keeper_of(meeting, at)
    if keeper.pk != by.pk:
        tell(TO_ORGANISER, to=keeper, subject=item.uuid, because="proposed", path=_path(item), at=at)
    return item


@transaction.atomic
def withdraw(item: AgendaItem, *, by: Membership, at: datetime) -> None:
    """She takes her own point back, while she could still propose one. Taking it back twice is once."""
    item, meeting = _one(item)
    if item.proposed_by_id != by.pk:
        raise PermissionDenied
    if item.withdrawn_at is not None:
        return
    if not may_propose(meeting, by, at):
        raise AgendaClosed(meeting, at)
    _take_away(item, at=at)


@transaction.atomic
def move(item: AgendaItem, *, way: str, by: Membership, at: datetime) -> None:
    """A place up or down, or first (meetings.agenda.WAYS)."""
    item, meeting = _kept(item, by, at)
    if meeting.state != MeetingState.PLANNED:
        raise NotPossible(_("This meeting is closed or cancelled. The order stays."))
    order = list(AgendaItem.objects.of_meeting(meeting).values_list("pk", flat=True))
    _number(meeting, agenda.reordered(order, item.pk, way))


@transaction.atomic
def take_off(item: AgendaItem, *, because: str, by: Membership, at: datetime) -> None:
    """It does not come on the agenda; who proposed it reads why."""
    item, meeting = _kept(item, by, at)
    _check_not_closed(meeting)
    item.taken_off_because = because
    _take_away(item, at=at)
    _tell_proposer(item, because="taken off", by=by, at=at)


@transaction.atomic
def move_on(item: AgendaItem, *, to: Meeting, because: str, by: Membership, at: datetime) -> None:
    """It comes at a later meeting, as the last point for now; who proposed it reads when and why."""
    meeting, to = both_locked(item.meeting, to)
    item, _same = _kept(item, by, at)
    _check_not_closed(meeting)
    if to.pk == meeting.pk or not Meeting.objects.led_by(by).filter(pk=to.pk).exists():
        raise PermissionDenied
    if to.state != MeetingState.PLANNED or to.starts_at <= at:
        raise NotPossible(_("That meeting has begun or is cancelled. Choose another one."))
    item.meeting, item.position, item.moved_from, item.moved_because = to, _below(to), meeting, because
    item.save(update_fields=["meeting", "position", "moved_from", "moved_because"])
    _tell_proposer(item, because=f"moved to {to.uuid}", by=by, at=at)


def _brought_by(meeting: Meeting, by: Membership) -> str:
    if by.pk == meeting.chair_id:
        return BroughtBy.CHAIR
    if holds_office(by.roles):
        return BroughtBy.MUNICIPALITY
    return BroughtBy.CHAIR if OF_KEY_FIGURES.isdisjoint(by.roles) else BroughtBy.KEY_FIGURE


def _one(item: AgendaItem) -> tuple[AgendaItem, Meeting]:
    """The meeting locked first, as when its order changes; then the point as it is now."""
    meeting = locked(item.meeting)
    item = AgendaItem.objects.with_people().get(pk=item.pk)
    if item.meeting_id != meeting.pk:
        raise NotPossible(_("This point was moved to another meeting just before you."))
    return item, meeting


def _kept(item: AgendaItem, by: Membership, at: datetime) -> tuple[AgendaItem, Meeting]:
    """For who keeps the agenda, a point that is still on it."""
    item, meeting = _one(item)
    if not keeps(meeting, by, at):
        raise PermissionDenied
    if item.withdrawn_at is not None:
        raise NotPossible(_("This point was taken off the agenda just before you."))
    return item, meeting


def _check_not_closed(meeting: Meeting) -> None:
    if meeting.closed_at is not None:
        raise NotPossible(_("The report of this meeting is there. Its points stay."))


def _take_away(item: AgendaItem, *, at: datetime) -> None:
    item.withdrawn_at = at
    item.save(update_fields=["withdrawn_at", "taken_off_because"])


def _below(meeting: Meeting) -> int:
    highest: int | None = meeting.items.aggregate(highest=Max("position"))["highest"]
    return (highest or 0) + 1


def _number(meeting: Meeting, order: list[int]) -> None:
    """From 1, in one statement; what is not on the agenda comes after it. Postgres looks at the end whether each place is taken once."""
    others = list(meeting.items.exclude(pk__in=order).order_by("position").values_list("pk", flat=True))
    rows = [AgendaItem(pk=pk, position=place) for place, pk in enumerate([*order, *others], start=1)]
    AgendaItem.objects.bulk_update(rows, ["position"])


def _tell_proposer(item: AgendaItem, *, because: str, by: Membership, at: datetime) -> None:
    proposer = item.proposed_by
    if proposer is not None and proposer.pk != by.pk and proposer.is_active_on(local_date(at)):
        tell(TO_INVITED, to=proposer, subject=item.uuid, because=because, path=_path(item), at=at)


def _path(item: AgendaItem) -> str:
    return reverse("meetings:point_detail", args=[item.uuid])
