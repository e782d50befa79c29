"""Figures about the approach itself: vision, support, accounting."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from approach import support_indicators
from approach.deadlines import REVIEW_MONTHS
from approach.kinds import NetworkForm
from approach.models.vision import Goal, Vision
from indicators import registry
from indicators.registry import NOTHING_YET, Direction, Figure, Indicator, Period, Unit, number
from keyfigures.deadlines import whole_months
from terms.days import local_date


def vision_months(municipality: Municipality, period: Period) -> Figure:
    """Since it was adopted, or looked at again with the outcome that it stays. One statement."""
    held = Vision.objects.in_force(municipality, on=period.last)
    if held is None or held.adopted_on is None:
        return NOTHING_YET
    looked_at = local_date(held.reviewed_at) if held.reviewed_at else held.adopted_on
    since = looked_at if looked_at <= period.last else held.adopted_on
    return number(whole_months(since, period.last))


def vision_complete(municipality: Municipality, period: Period) -> Figure:
    """What is adopted answers the four questions (Postgres sees to it). Two statements at most."""
    held = Vision.objects.in_force(municipality, on=period.last)
    if held is None:
        begun = Vision.objects.of(municipality).filter(begun_at__date__lte=period.last).exists()
        return number(0) if begun else NOTHING_YET
    has_goals = held.form == NetworkForm.NONE or Goal.objects.of(held).exists()
    return number(int(has_goals))


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        code="approach.vision_months",
        label=_("Months since the vision was adopted or looked at again"),
        definition=_("Whole months since the day on which the vision in force was adopted, or on which it was decided that it stays as it is."),
        unit=Unit.MONTHS,
        measure=vision_months,
        direction=Direction.AT_MOST,
        threshold=Decimal(REVIEW_MONTHS),
        reason=_("A council sits for four years: with two years between, each council looks at the vision at least once."),
    ),
    Indicator(
        code="approach.vision_complete",
        label=_("The vision answers the four questions"),
        definition=_("Whether there is an adopted vision that says which problem, what and how, who, and which roles, with sub-goals that can be measured."),
        unit=Unit.YES,
        measure=vision_complete,
        threshold=Decimal(1),
        reason=_("The lessons begin with a clear vision; without measurable sub-goals nobody can say later whether it went well."),
    ),
)


def register() -> None:
    registry.register(*INDICATORS, *support_indicators.INDICATORS)
