"""Figures about meetings, as their page tells them: what the municipality does exactly, what key figures bring in rounded."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from indicators import registry
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, Indicator, Period, Unit, number, share
from keyfigures.suppression import PERCENT, rounded
from meetings import figures
from meetings.presentation.figures import shown_points


def held(municipality: Municipality, period: Period) -> Figure:
    counted = figures.quiet_in(municipality, period)
    return number(counted.part) if counted.of else NOTHING_YET


def outside(municipality: Municipality, period: Period) -> Figure:
    counted = figures.outside_in(municipality, period)
    return share(counted.part, counted.of)


def points(municipality: Municipality, period: Period) -> Figure:
    """Points are of people: the two rounded numbers of the page, and their share."""
    counted = figures.points_in(municipality, period)
    if not counted.of:
        return NOTHING_YET
    hers, together = shown_points(counted, figures.proposers_in(municipality, period)), rounded(counted.of)
    if hers is None or together is None or together < PERCENT:
        return TOO_FEW
    return Figure(value=(Decimal(100) * hers / together).quantize(Decimal("0.1")), part=hers, of=together, is_rounded=True)


def answered(municipality: Municipality, period: Period) -> Figure:
    counted = figures.answered_in(municipality, period)
    return share(counted.part, counted.of)


INDICATORS = (
    Indicator(
        code="meetings.held", label=_("Meetings in quiet time"), unit=Unit.NUMBER, measure=held, threshold=Decimal(4),
        definition=_("How many meetings were held in the year that had no incident as their reason."),
        reason=_("Four in a year is once a quarter: our proposal for meeting regularly."),
    ),
    Indicator(
        code="meetings.outside", label=_("Led from outside"), unit=Unit.SHARE, measure=outside, threshold=Decimal(75),
        definition=_("Of the meetings that were held in the year: led by somebody from outside who declared to be independent."),
        reason=_("The lesson found that an independent chair makes it easier to speak; one in four may be small or sudden."),
    ),
    Indicator(
        code="meetings.points", label=_("Points from key figures"), unit=Unit.SHARE, measure=points, counts_people=True, threshold=Decimal(33),
        definition=_("Of the points on the agenda of meetings in the year: how many key figures brought in."),
        reason=_("A third is our proposal: a meeting is of both sides."),
    ),
    Indicator(
        code="meetings.answered", label=_("Points answered in time"), unit=Unit.SHARE, measure=answered, threshold=Decimal(90),
        definition=_("Of the points on which an answer was due in the year: how many times it was told in time what was done with it."),
        reason=_("A promise is kept; one in ten leaves room for what nobody could foresee."),
    ),
)


def register() -> None:
    registry.register(*INDICATORS)
