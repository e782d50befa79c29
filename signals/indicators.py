"""One figure about concerns: whether the municipality keeps what it promises to who shares one. No number of reports, ever."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from indicators import registry
from indicators.registry import TOO_FEW, Figure, Indicator, Period, Unit
from keyfigures.suppression import share_kept
from signals import deadlines
from terms.kept import kept_in_time


def kept(municipality: Municipality, period: Period) -> Figure:
    """In fives and without the number of promises, of a year until the end of a quarter, from ten promises about five reports on.

    Concerns are few. Nothing and too few read the same: that nobody shared one is as much somebody's secret as that one person did.
    """
    counted = kept_in_time(municipality, list(deadlines.WORKING_DAYS), period)
    percent = share_kept(counted.part, counted.of, about=counted.subjects)
    return TOO_FEW if percent is None else Figure(value=Decimal(percent), is_rounded=True)


INDICATORS = (
    Indicator(
        code="signals.kept", label=_("Promises about concerns kept"), unit=Unit.SHARE, measure=kept, counts_people=True, threshold=Decimal(90),
        definition=_("Of the answers that were promised to who shared a concern, and were due in the year: how many came in time."),
        reason=_("Who shares a concern waits for the answer; one in ten leaves room for what nobody could foresee."),
    ),
)


def register() -> None:
    registry.register(*INDICATORS)
