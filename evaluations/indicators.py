"""Figures about evaluations for a report to council and college: no person, each with its period, and without what may not be told.

Domain indicator I11. The year until a last day; give it the last day of a quarter (keyfigures.balance), so that no two days tell what changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q

from accounts.models import Municipality
from evaluations import deadlines
from evaluations.kinds import ActionState
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Response
from keyfigures.balance import PERIOD
from meetings.querysets.shares import Share
from terms.days import at_time, local_date
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class ResponseRate:
    """Of one group in a round that was closed on this day. `answered` is None when too few did to tell it."""

    closed_on: date
    group: str
    asked: int
    answered: int | None


@dataclass(frozen=True, kw_only=True)
class Indicators:
    """From `first` until and including `last`. `responses`: newest round first.

    `shared_in_time`: of what had to be shared back in this time, also what is still late. `improvements_done`: of those whose day was in
    this time, how many were done when it ended; what was dropped or is still open was not.
    """

    first: date
    last: date
    responses: Sequence[ResponseRate]
    shared_in_time: Share
    improvements_done: Share


def indicators(municipality: Municipality, *, last: date) -> Indicators:
    """Three statements, however many rounds there were."""
    first = last - PERIOD
    begin, end = at_time(first, time(0)), at_time(last, time.max)
    return Indicators(
        first=first, last=last, responses=_responses(municipality, begin, end),
        shared_in_time=_shared_in_time(municipality, begin, end), improvements_done=_improvements_done(municipality, first, last, end),
    )


def _responses(municipality: Municipality, begin: datetime, end: datetime) -> list[ResponseRate]:
    """Of rounds that were closed in this time; what is kept holds no number that is too small (Response)."""
    rounds = Evaluation.objects.filter(municipality=municipality, closed_at__range=(begin, end), state__in=["closed", "shared"])
    rows = Response.objects.filter(evaluation__in=rounds).order_by("-evaluation__closed_at", "-evaluation", "group")
    return [
        ResponseRate(closed_on=local_date(closed_at), group=group, asked=asked, answered=answered)
        for closed_at, group, asked, answered in rows.values_list("evaluation__closed_at", "group", "asked", "answered")
        if closed_at is not None
    ]


def _shared_in_time(municipality: Municipality, begin: datetime, end: datetime) -> Share:
    return Share(**Clock.objects.filter(municipality=municipality, kind=deadlines.SHARE_BACK).share_in_time(since=begin, until=end))


def _improvements_done(municipality: Municipality, first: date, last: date, end: datetime) -> Share:
    due = Improvement.objects.filter(municipality=municipality, due_on__range=(first, last))
    return Share(**due.aggregate(of=Count("pk"), part=Count("pk", filter=Q(state=ActionState.DONE, ended_at__lte=end))))
