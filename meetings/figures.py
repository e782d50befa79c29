"""Indicator I8, counted: what of it may be shown is decided where it is shown.

The year until the last quarter ended, so that no two days tell what changed in between.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, F, Q

from accounts.models import Municipality
from keyfigures.balance import PERIOD
from keyfigures.models.contact import Occasion
from meetings import deadlines
from meetings.kinds import Answer, BroughtBy
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.querysets.shares import Share
from terms.days import at_time
from terms.models import Clock


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


def counted(municipality: Municipality, *, until: date) -> Counted:
    """The year up to and including `until`. Six statements."""
    since, end = at_time(until - PERIOD, time(0)), at_time(until, time.max)
    held = Meeting.objects.filter(municipality=municipality).held(since=since, until=end)
    points = AgendaItem.objects.of_held(municipality, since=since, until=end)
    return Counted(
        quiet=Share(**held.order_by().aggregate(of=Count("pk"), part=Count("pk", filter=Q(occasion=Occasion.QUIET)))),
        outside=held.share_led_from_outside(),
        points=points.share_of_key_figures(),
        proposers=points.filter(brought_by=BroughtBy.KEY_FIGURE).order_by().aggregate(number=Count("proposed_by", distinct=True))["number"],
        answered=_answered(municipality, since, end),
        attendance=_attendance(municipality, since, end),
    )


def _answered(municipality: Municipality, since: datetime, until: datetime) -> Share:
    """Of what had to be answered in this time, also what is still late."""
    due = Clock.objects.filter(municipality=municipality, kind=deadlines.POINT_ANSWER, due_at__range=(since, until), ended_at=None)
    return Share(**due.aggregate(of=Count("pk"), part=Count("pk", filter=Q(kept_at__lte=F("due_at")))))


def _attendance(municipality: Municipality, since: datetime, until: datetime) -> Attendance:
    held = Meeting.objects.filter(municipality=municipality, closed_at__isnull=False).held(since=since, until=until)
    present = Q(was_present=True)
    return Attendance(**Attendee.objects.filter(meeting__in=held).order_by().aggregate(
        invited=Count("pk"), coming=Count("pk", filter=Q(answer=Answer.YES)), present=Count("pk", filter=present),
        people=Count("member", filter=present, distinct=True),
    ))
