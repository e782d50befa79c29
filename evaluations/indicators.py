"""Figures about evaluations for reports: number, period, and only what may be told. No person, no total over both groups, no own words of who answered.

What was answered is told per round, as its page tells it (docs/decisions/0017), from the day on which it was counted.
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from evaluations import deadlines, results
from evaluations.kinds import ActionState, Group
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.questionnaire import Question
from evaluations.querysets.evaluation import EvaluationQuerySet
from evaluations.results import Round
from evaluations.shipped.surveys import SURVEY
from indicators import registry
from indicators.measuring import once
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, Indicator, Line, Lines, Period, Unit, number, share
from meetings.querysets.shares import Share
from terms.days import ONE_DAY, at_time
from terms.models import Clock
from ui.words import day_in_words

MOST_LINES = 5
_IDENTITIES = {question.code: question.identity for question in SURVEY.questions}
HOW_TO_SHARE, RESPECT = _IDENTITIES["how_to_share"], _IDENTITIES["respect"]


def rounds(municipality: Municipality, period: Period) -> Figure:
    """Rounds of questions that were closed."""
    held = _rounds_in(municipality, period).count()
    return number(held) if held or _rounds_until(municipality, period.last).exists() else NOTHING_YET


def trust(municipality: Municipality, period: Period) -> Figure:
    found = _newest(municipality, period)
    if found is None:
        return NOTHING_YET
    side = found.sides.get(Group.KEY_FIGURES)
    index = None if side is None else side.index(_trust_questions(found))
    return TOO_FEW if index is None else _mean(index)


def process_known(municipality: Municipality, period: Period) -> Figure:
    return _of_question(municipality, period, HOW_TO_SHARE)


def respect(municipality: Municipality, period: Period) -> Figure:
    return _of_question(municipality, period, RESPECT)


def shared(municipality: Municipality, period: Period) -> Figure:
    return _of_days_over(_shared_in_time, municipality, period)


def improved(municipality: Municipality, period: Period) -> Figure:
    return _of_days_over(_improved, municipality, period)


def _of_days_over(counted: Callable[..., Share], municipality: Municipality, period: Period) -> Figure:
    """What is due on the last day belongs to the next period (terms.kept): that day may not be over."""
    found = counted(municipality, first=period.first - ONE_DAY, last=period.last - ONE_DAY)
    return share(found.part, found.of)


def learned(municipality: Municipality, period: Period) -> Sequence[Line]:
    """Improvements of which the network heard in the period that they come, or what became of them. Newest first. One statement."""
    moments = (at_time(period.first, time(0)), at_time(period.last, time.max))
    told = Improvement.objects.filter(municipality=municipality, is_told=True, evaluation__shared_at__lte=moments[1])
    rows = told.filter(Q(evaluation__shared_at__gte=moments[0]) | Q(ended_at__range=moments)).order_by("-evaluation__shared_at", "-pk")[:MOST_LINES]
    return [Line(title=each.what, text=_became(each, on=period.last)) for each in rows]


def _became(row: Improvement, *, on: date) -> str:
    """As it was on that day."""
    if row.ended_at is None or row.ended_at > at_time(on, time.max):
        return gettext("We work on it, until %(day)s at the latest.") % {"day": day_in_words(row.due_on, today=None, weekday=False)}
    return row.outcome if row.state == ActionState.DONE else gettext("We do not do this: %(why)s") % {"why": row.outcome}


def _rounds_until(municipality: Municipality, last: date) -> EvaluationQuerySet:
    return Evaluation.objects.filter(municipality=municipality, closed_at__lte=at_time(last, time.max)).counted()


def _rounds_in(municipality: Municipality, period: Period) -> EvaluationQuerySet:
    return _rounds_until(municipality, period.last).filter(closed_at__gte=at_time(period.first, time(0)))


@once
def _newest(municipality: Municipality, period: Period) -> Round | None:
    """Of the period. Four statements."""
    found = results.rounds_of(_rounds_in(municipality, period).order_by("-closed_at", "-pk")[:1])
    return found[0] if found else None


def _of_question(municipality: Municipality, period: Period, identity: UUID) -> Figure:
    """What key figures answered to one of our questions in the newest round of the period; a round without it began nothing."""
    found = _newest(municipality, period)
    side = found.sides.get(Group.KEY_FIGURES) if found is not None else None
    if side is None:
        return NOTHING_YET
    told = side.told.get(identity)
    return TOO_FEW if told is None or told.mean is None else _mean(told.mean, is_about=told.is_about)


def _mean(value: float, *, is_about: bool = False) -> Figure:
    return Figure(value=Decimal(str(round(value, 1))), is_rounded=is_about)


def _trust_questions(found: Round) -> list[UUID]:
    """One statement."""
    asked = Question.objects.filter(version__in=Evaluation.objects.filter(uuid=found.uuid).values("questions"))
    return list(asked.filter(counts_for_trust=True).values_list("identity", flat=True))


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


INDICATORS = (
    Indicator(
        code="evaluations.rounds", label=_("Rounds of questions"), unit=Unit.NUMBER, measure=rounds, threshold=Decimal(2),
        definition=_("How many rounds of questions to the network were closed in the year."),
        reason=_("Twice a year is often enough to see a change, and seldom enough to be answered."),
    ),
    Indicator(
        code="evaluations.trust", label=_("Trust of key figures"), unit=Unit.MEAN, measure=trust, threshold=Decimal("3.5"),
        definition=_("The mean of the questions about trust in the newest round of the year, from 1 to 5, of five answers or more."),
        reason=_("Three is neither agree nor disagree; halfway to four more people agree than not."),
    ),
    Indicator(
        code="evaluations.process_known", label=_("Knowing how to share a concern"), unit=Unit.MEAN, measure=process_known, threshold=Decimal(4),
        definition=_("The mean of \"I know how and where I can share a concern\" in the newest round of the year, from 1 to 5."),
        reason=_("Four is \"agree\": who does not know the way cannot use it."),
    ),
    Indicator(
        code="evaluations.respect", label=_("Treated with respect"), unit=Unit.MEAN, measure=respect, threshold=Decimal(4),
        definition=_("The mean of \"I am treated with respect, whoever I am\" in the newest round of the year, from 1 to 5."),
        reason=_("Four is \"agree\": on respect the municipality should not settle for less."),
    ),
    Indicator(
        code="evaluations.shared", label=_("Told back in time"), unit=Unit.SHARE, measure=shared, threshold=Decimal(90),
        definition=_("Of the evaluations of which it was due in the year to tell what was heard: how many were told in time to everybody who was asked."),
        reason=_("A promise is kept; one in ten leaves room for what nobody could foresee."),
    ),
    Indicator(
        code="evaluations.improved", label=_("Improvements done"), unit=Unit.SHARE, measure=improved, threshold=Decimal(75),
        definition=_("Of the improvements that were due in the year: how many were done."),
        reason=_("Learning is doing something with it; one in four may turn out not to work."),
    ),
)
LINES = (Lines(code="evaluations.learned", label=_("What was learned, and what became of it"), tell=learned),)


def register() -> None:
    registry.register(*INDICATORS)
    registry.register_lines(*LINES)
