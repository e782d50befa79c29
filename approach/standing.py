"""How a figure stands beside its threshold. Pure. Nothing is on course without evidence."""

from decimal import Decimal

from approach.kinds import Standing
from indicators.registry import Direction, Figure, Lack, Measured, Unit


def standing_of(figure: Figure, *, threshold: Decimal | None, direction: Direction) -> Standing:
    """Without a threshold a number says nothing about how it stands: then it needs somebody to look."""
    if figure.value is None:
        return Standing.NOT_STARTED if figure.lack == Lack.NOTHING_YET else Standing.TOO_FEW
    if threshold is None:
        return Standing.ATTENTION
    is_well = figure.value >= threshold if direction == Direction.AT_LEAST else figure.value <= threshold
    return Standing.ON_COURSE if is_well else Standing.ATTENTION


def standing_in(measured: Measured, *, threshold: Decimal | None) -> Standing:
    """The same of an indicator that was measured: none at all, or a "no", where there should be some, is a beginning that was not made."""
    figure, indicator = measured.figure, measured.indicator
    is_none = figure.value == 0 and indicator.unit in {Unit.NUMBER, Unit.YES} and indicator.direction == Direction.AT_LEAST and bool(threshold)
    return Standing.NOT_STARTED if is_none else standing_of(figure, threshold=threshold, direction=indicator.direction)
