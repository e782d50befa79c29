"""Figures about support: whether a decision and money are there, and whether college and council hear of it and get what was promised."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from approach.deadlines import COUNCIL_PROMISE, WARN_DAYS
from approach.kinds import Body, ReportState
from approach.models.report import Report
from approach.models.support import Budget, Decision, Moment
from indicators.registry import NOTHING_YET, Direction, Figure, Indicator, Period, Unit, number, share
from keyfigures.deadlines import MONTHS_A_YEAR, whole_months
from terms.days import local_date
from terms.kept import kept_in_time


def mandate(municipality: Municipality, period: Period) -> Figure:
    """Whether a decision on the approach holds on the last day. Two statements at most."""
    decisions = Decision.objects.of_municipality(municipality)
    if decisions.holding(on=period.last).exists():
        return number(1)
    return number(0) if decisions.mandates(on=period.last).exists() else NOTHING_YET


def budget_ahead(municipality: Municipality, period: Period) -> Figure:
    """Whether there is money for the year in which it is half a year later. One statement."""
    years = set(Budget.objects.of_municipality(municipality).with_money().values_list("year", flat=True))
    ahead = (period.last + timedelta(days=WARN_DAYS)).year
    return number(int(ahead in years)) if years else NOTHING_YET


def council_months(municipality: Municipality, period: Period) -> Figure:
    """Since college or council was told: at a moment, or by a report that was issued. Two statements."""
    told = Moment.objects.of_municipality(municipality).filter(body__in=[Body.COLLEGE, Body.COUNCIL], held_on__lte=period.last).aggregate(last=Max("held_on"))
    issued = Report.objects.filter(municipality=municipality, state=ReportState.ISSUED, issued_at__date__lte=period.last).aggregate(last=Max("issued_at"))
    days = [each for each in (told["last"], local_date(issued["last"]) if issued["last"] else None) if each is not None]
    if not days:
        return NOTHING_YET
    return number(whole_months(max(days), period.last))


def council_kept(municipality: Municipality, period: Period) -> Figure:
    """Of what was promised to college and council and had to be done in the period. One statement."""
    kept = kept_in_time(municipality, [COUNCIL_PROMISE], period)
    return share(kept.part, kept.of)


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        code="approach.mandate", label=_("A decision on the approach holds"), unit=Unit.YES, measure=mandate, threshold=Decimal(1),
        definition=_("Whether mayor, college or council decided on the approach, and that decision holds on the last day."),
        reason=_("The lessons ask for support before the start; without a decision anybody can stop it overnight."),
    ),
    Indicator(
        code="approach.budget_ahead", label=_("There is money for the time ahead"), unit=Unit.YES, measure=budget_ahead, threshold=Decimal(1),
        definition=_("Whether money is filled in for the year in which it is half a year later: from July on that is the next year."),
        reason=_("Money for a year is arranged in the half year before; key figures should not hear in December that it ends."),
    ),
    Indicator(
        code="approach.council_months", label=_("Months since college or council was told"), unit=Unit.MONTHS, measure=council_months,
        direction=Direction.AT_MOST, threshold=Decimal(MONTHS_A_YEAR),
        definition=_("Whole months since the last moment with college or council, or the last report that was issued."),
        reason=_("The lessons ask to account regularly; once a year goes with the yearly accounts of the municipality."),
    ),
    Indicator(
        code="approach.council_kept", label=_("Promises to college and council kept in time"), unit=Unit.SHARE, measure=council_kept, threshold=Decimal(90),
        definition=_("Of what was promised to college and council and had to be done in the year: how much was done by its day."),
        reason=_("A promise is kept; one in ten leaves room for what nobody could foresee."),
    ),
)
