"""Figures about meetings: numbers, never who."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q

from accounts.models import Municipality
from meetings.deadlines import POINT_ANSWER
from terms.models import Clock


@dataclass(frozen=True)
class InTime:
    """`in_time` of all points (`of`) of which the answer was due or given in the period."""

    in_time: int
    of: int


def points_answered_in_time(municipality: Municipality, *, since: datetime, at: datetime) -> InTime:
    """ "What was done with your point": answered in time, of all that were answered since then or are too late at that moment. One statement."""
    owed = Clock.objects.filter(municipality=municipality, kind=POINT_ANSWER, ended_at=None)
    counted = owed.filter(Q(kept_at__gte=since, kept_at__lte=at) | Q(kept_at=None, due_at__lt=at, paused_at=None)).aggregate(
        in_time=Count("pk", filter=Q(kept_at__lte=F("due_at"))), of=Count("pk"),
    )
    return InTime(counted["in_time"], counted["of"])
