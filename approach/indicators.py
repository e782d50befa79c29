"""Figures about the approach itself: vision, support, accounting."""

from indicators import registry
from indicators.registry import Indicator

INDICATORS: tuple[Indicator, ...] = ()


def register() -> None:
    registry.register(*INDICATORS)
