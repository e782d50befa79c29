"""Asking for figures. One that cannot be counted is shown as failed; the others do not suffer."""

import logging
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from accounts.models import Municipality
from indicators.quarters import Quarter
from indicators.registry import FAILED, Figure, Indicator, Line, Lines, Measured, Period, all_indicators

logger = logging.getLogger(__name__)
Counted = TypeVar("Counted")
_together: ContextVar[dict[Any, Any] | None] = ContextVar("measured_together", default=None)


def measure(municipality: Municipality, period: Period, *, indicators: Iterable[Indicator] | None = None) -> dict[str, Measured]:
    """By code; all that are registered, or those that are asked for."""
    asked = all_indicators() if indicators is None else indicators
    together = _together.set({})
    try:
        return {each.code: Measured(indicator=each, figure=_figure(each, municipality, period_of(each, period))) for each in asked}
    finally:
        _together.reset(together)


def once(count: Callable[[Municipality, Period], Counted]) -> Callable[[Municipality, Period], Counted]:
    """What several indicators are taken from: counted once for those that are measured together; else anew each time."""

    @wraps(count)
    def counted(municipality: Municipality, period: Period) -> Counted:
        kept = _together.get()
        if kept is None:
            return count(municipality, period)
        key = (count, municipality.pk, period)
        if key not in kept:
            kept[key] = count(municipality, period)
        found: Counted = kept[key]
        return found

    return counted


def period_of(indicator: Indicator, period: Period) -> Period:
    """What counts people is counted of the year until the last quarter ended, whatever is asked: two periods can never be subtracted to find one person."""
    return Period.year_until(Quarter.ended_by(period.last).last) if indicator.counts_people else period


def told(lines: Lines, municipality: Municipality, period: Period) -> Sequence[Line] | None:
    """What an app tells in words; None when it could not be told."""
    try:
        with transaction.atomic():
            return lines.tell(municipality, period)
    except Exception:  # as above
        logger.exception("lines_failed", extra={"kind": lines.code, "subject": municipality.slug})
        return None


def tell(lines: Lines, municipality: Municipality, period: Period) -> Sequence[Line]:
    """The same; nothing when it cannot just now."""
    return told(lines, municipality, period) or ()


def _figure(indicator: Indicator, municipality: Municipality, period: Period) -> Figure:
    """In a savepoint of its own: what Postgres refuses here does not break what is measured after it."""
    try:
        with transaction.atomic():
            return indicator.measure(municipality, period)
    except Exception:  # whatever goes wrong in one count is told as "failed", and found in the log
        logger.exception("indicator_failed", extra={"kind": indicator.code, "subject": municipality.slug})
        return FAILED
