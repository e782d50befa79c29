"""Indicator I8, counted: what of it may be shown is decided where it is shown.

The page shows the year until the last quarter ended, so that no two days tell what changed in between.
"""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import Count, Q

from accounts.models import Municipality
from indicators.registry import Period
from keyfigures.models.contact import Occasion
from meetings import deadlines
from meetings.kinds import Answer, BroughtBy
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.querysets.agenda import AgendaItemQuerySet
from meetings.querysets.meeting import MeetingQuerySet
from meetings.querysets.shares import Share
from terms.days import at_time
from terms.kept import kept_in_time


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """Invitations of meetings that were held and written down; `people`: how many different people were there."""

    invited: int
    coming: int
    present: int
    people: int


@dataclass(frozen=True, kw_only=True)
class Counted:
    """`quiet` of all meetings; `answered`: points of which it was told in time what was done with them; `proposers`: different key figures."""

    quiet: Share
    outside: Share
    points: Share
    proposers: int
    answered: Share
    attendance: Attendance


def counted(municipality: Municipality, period: Period) -> Counted:
    """Six statements."""
    return Counted(
        quiet=quiet_in(municipality, period), outside=outside_in(municipality, period), points=points_in(municipality, period),
        proposers=proposers_in(municipality, period), answered=answered_in(municipality, period), attendance=_attendance(municipality, period),
    )


def quiet_in(municipality: Municipality, period: Period) -> Share:
    return Share(**_held(municipality, period).aggregate(of=Count("pk"), part=Count("pk", filter=Q(occasion=Occasion.QUIET))))


def outside_in(municipality: Municipality, period: Period) -> Share:
    return _held(municipality, period).share_led_from_outside()


def points_in(municipality: Municipality, period: Period) -> Share:
    return _points(municipality, period).share_of_key_figures()


def proposers_in(municipality: Municipality, period: Period) -> int:
    hers = _points(municipality, period).filter(brought_by=BroughtBy.KEY_FIGURE).order_by()
    number: int = hers.aggregate(number=Count("proposed_by", distinct=True))["number"]
    return number


def answered_in(municipality: Municipality, period: Period) -> Share:
    """Of what had to be answered in this time, also what is still late."""
    kept = kept_in_time(municipality, [deadlines.POINT_ANSWER], period)
    return Share(part=kept.part, of=kept.of)


def _held(municipality: Municipality, period: Period) -> MeetingQuerySet:
    since, until = _moments(period)
    return Meeting.objects.filter(municipality=municipality).held(since=since, until=until).order_by()


def _points(municipality: Municipality, period: Period) -> AgendaItemQuerySet:
    since, until = _moments(period)
    return AgendaItem.objects.of_held(municipality, since=since, until=until)


def _moments(period: Period) -> tuple[datetime, datetime]:
    return at_time(period.first, time(0)), at_time(period.last, time.max)


def _attendance(municipality: Municipality, period: Period) -> Attendance:
    held = _held(municipality, period).filter(closed_at__isnull=False)
    present = Q(was_present=True)
    return Attendance(**Attendee.objects.filter(meeting__in=held).order_by().aggregate(
        invited=Count("pk"), coming=Count("pk", filter=Q(answer=Answer.YES)), present=Count("pk", filter=present),
        people=Count("member", filter=present, distinct=True),
    ))
