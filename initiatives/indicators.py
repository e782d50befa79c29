"""Figures about initiatives: where they began, whether they were answered in time, what they are about."""

from indicators import registry
from indicators.registry import Indicator

INDICATORS: tuple[Indicator, ...] = ()


def register() -> None:
    registry.register(*INDICATORS)
