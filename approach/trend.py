"""Whether a figure rises or falls over the quarters. Pure. What does not move more than the margin is no trend."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from indicators.registry import Unit

QUARTERS = 8  # two years are shown
FEWEST = 3  # of two numbers nobody can say whether they are chance
MARGINS: dict[Unit, Decimal] = {Unit.SHARE: Decimal(5), Unit.MEAN: Decimal("0.2")}  # in percents; in points of five
ROUNDED = Decimal(5)  # people are told in fives: one step is no trend
PART = Decimal("0.1")  # of other numbers: a tenth of their mean, and one at least
ZERO, ONE = Decimal(0), Decimal(1)
WITHOUT = frozenset({Unit.YES, Unit.MONTHS})  # yes or no is no line, and months since something rise by themselves


class Trend(Enum):
    RISES = "rises"
    FALLS = "falls"
    STAYS = "stays"


def trend_of(values: Sequence[Decimal | None], *, unit: Unit, is_rounded: bool = False) -> Trend | None:
    """From the oldest to the newest; None of a quarter without a number. None while there are too few, or where it says nothing.

    How far a straight line through all of them goes from the first to the last: so one odd quarter at the end is not a trend.
    """
    points = [(Decimal(place), value) for place, value in enumerate(values) if value is not None]
    if unit in WITHOUT or len(points) < FEWEST:
        return None
    moved = _slope(points) * (points[-1][0] - points[0][0])
    if abs(moved) <= _margin([value for _place, value in points], unit=unit, is_rounded=is_rounded):
        return Trend.STAYS
    return Trend.RISES if moved > 0 else Trend.FALLS


def _slope(points: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Least squares."""
    mean_x, mean_y = _mean([x for x, _y in points]), _mean([y for _x, y in points])
    return sum(((x - mean_x) * (y - mean_y) for x, y in points), ZERO) / sum(((x - mean_x) * (x - mean_x) for x, _y in points), ZERO)


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, ZERO) / len(values)


def _margin(values: Sequence[Decimal], *, unit: Unit, is_rounded: bool) -> Decimal:
    known = MARGINS.get(unit, max(ONE, PART * abs(_mean(values))))
    return max(known, ROUNDED) if is_rounded else known
