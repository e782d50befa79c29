"""Figures about evaluations for reports: number, period, and only what may be told. No person, no total over both groups, no own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Q

from accounts.models import Municipality
from evaluations import deadlines, results
from evaluations.kinds import ActionState
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.questionnaire import Question
from evaluations.results import Round
from meetings.querysets.shares import Share
from terms.days import at_time
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Responded:
    """`answered` is None when too few of this group answered to show anything."""

    asked: int
    answered: int | None


@dataclass(frozen=True, kw_only=True)
class RoundFigures:
    """Per group (evaluations.kinds.Group). `trust` from 1 to 5 with one digit; None when a question of it cannot be told."""

    title: str
    closed_on: date
    responses: Mapping[str, Responded]
    trust: Mapping[str, Decimal | None]


@dataclass(frozen=True, kw_only=True)
class Indicators:
    """`rounds` were closed in the period, oldest first. `trend` is that of trust: at most ten rounds up to its last day, oldest first.

    `shared_in_time`: of evaluations of which it was due in the period to tell what was heard. `improved`: of improvements that were due
    in it, how many were done by its last day. Both are about what the municipality does, not about people: exact.
    """

    first: date
    last: date
    rounds: Sequence[RoundFigures]
    trend: Sequence[RoundFigures]
    shared_in_time: Share
    improved: Share


def indicators_in(municipality: Municipality, *, first: date, last: date) -> Indicators:
    """Both days inclusive. Seven statements, however many rounds there were."""
    end = at_time(last, time.max)
    until = Evaluation.objects.filter(municipality=municipality, closed_at__lte=end).counted().order_by("-closed_at", "-pk")
    found = results.rounds_of(until[: results.MOST_ROUNDS])
    trust = _trust_questions(found)
    trend = [_figures(each, trust) for each in reversed(found)]
    return Indicators(
        first=first, last=last, rounds=[each for each in trend if each.closed_on >= first], trend=trend,
        shared_in_time=_shared_in_time(municipality, first=first, last=last), improved=_improved(municipality, first=first, last=last),
    )


def _trust_questions(found: Sequence[Round]) -> list[UUID]:
    """Of the newest round: a trend is about the same questions. One statement."""
    asked = Question.objects.filter(version__in=Evaluation.objects.filter(uuid__in=[each.uuid for each in found[:1]]).values("questions"))
    return list(asked.filter(counts_for_trust=True).values_list("identity", flat=True))


def _figures(each: Round, trust: Sequence[UUID]) -> RoundFigures:
    indices = {group: side.index(trust) for group, side in each.sides.items()}
    return RoundFigures(
        title=each.title, closed_on=each.closed_on,
        responses={group: Responded(asked=side.asked, answered=side.answered) for group, side in each.sides.items()},
        trust={group: None if index is None else Decimal(str(round(index, 1))) for group, index in indices.items()},
    )


def _shared_in_time(municipality: Municipality, *, first: date, last: date) -> Share:
    """An evaluation has a promise for each who was asked; it is in time when all of them were kept in time. One statement."""
    period = (at_time(first, time(0)), at_time(last, time.max))
    due = Clock.objects.filter(municipality=municipality, kind=deadlines.SHARE_BACK, due_at__range=period, ended_at=None)
    late = Q(kept_at=None) | Q(kept_at__gt=F("due_at"))
    counted = due.aggregate(of=Count("subject", distinct=True), late=Count("subject", distinct=True, filter=late))
    return Share(part=counted["of"] - counted["late"], of=counted["of"])


def _improved(municipality: Municipality, *, first: date, last: date) -> Share:
    """Of all that were due, also those that are still open or were dropped. One statement."""
    due = Improvement.objects.filter(municipality=municipality, due_on__range=(first, last)).order_by()
    return Share(**due.aggregate(of=Count("pk"), part=Count("pk", filter=Q(state=ActionState.DONE, ended_at__lte=at_time(last, time.max)))))
