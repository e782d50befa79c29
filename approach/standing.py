"""How a figure stands beside its threshold. Pure. Nothing is on course without evidence."""

from decimal import Decimal

from approach.kinds import Standing
from indicators.registry import Direction, Figure, Lack


def standing_of(figure: Figure, *, threshold: Decimal | None, direction: Direction) -> Standing:
    """Without a threshold a number says nothing about how it stands: then it needs somebody to look."""
    if figure.value is None:
        return Standing.NOT_STARTED if figure.lack == Lack.NOTHING_YET else Standing.TOO_FEW
    if threshold is None:
        return Standing.ATTENTION
    is_well = figure.value >= threshold if direction == Direction.AT_LEAST else figure.value <= threshold
    return Standing.ON_COURSE if is_well else Standing.ATTENTION
