"""Figures of the quarters that ended, as they could be shown then.

Level-triggered: each run asks which figures of the last quarters are missing, so a run that was missed or broke off half-way is made up by the
next. What could not be counted is not frozen, and is tried again. One municipality after the other, each in a transaction of its own.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction

from accounts.models import Municipality
from approach.models.lesson import FrozenFigure
from indicators import measuring
from indicators.quarters import Quarter
from indicators.registry import Indicator, Lack, Measured, Period, all_indicators
from terms.days import local_date

SETTLED = timedelta(days=7)  # answers without a name of the last days of a quarter are counted in the first days of the next
MADE_UP = 2  # quarters: what lies further back cannot be counted any more as it was, because what was erased is not counted
TENTH = Decimal("0.1")


def freeze_all(*, at: datetime) -> int:
    """How many figures were frozen, of all municipalities."""
    indicators = all_indicators()
    return sum(_freeze_quarter(quarter, indicators, at=at) for quarter in quarters_to_freeze(at))


def quarters_to_freeze(at: datetime) -> list[Quarter]:
    """Oldest first."""
    return list(Quarter.ended_by(local_date(at) - SETTLED).last_ones(MADE_UP))


@transaction.atomic
def freeze(municipality: Municipality, quarter: Quarter, *, at: datetime, indicators: Sequence[Indicator] | None = None) -> int:
    """What is missing of one quarter; returns how many. Two at once: Postgres keeps the first of each figure."""
    held = FrozenFigure.objects.codes_of(municipality, quarter)
    missing = [each for each in (all_indicators() if indicators is None else indicators) if each.code not in held]
    if not missing:
        return 0
    measured = measuring.measure(municipality, Period.year_until(quarter.last), indicators=missing)
    rows = [_row(each, municipality, quarter, at=at) for each in measured.values() if each.figure.lack != Lack.FAILED]
    FrozenFigure.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _freeze_quarter(quarter: Quarter, indicators: Sequence[Indicator], *, at: datetime) -> int:
    codes = [each.code for each in indicators]
    complete = [place for place, number in FrozenFigure.objects.frozen_in(quarter, codes) if number == len(codes)]
    places = Municipality.objects.exclude(pk__in=complete).order_by("pk")
    return sum(freeze(each, quarter, at=at, indicators=indicators) for each in places.iterator())


def _row(measured: Measured, municipality: Municipality, quarter: Quarter, *, at: datetime) -> FrozenFigure:
    figure = measured.figure
    return FrozenFigure(
        municipality=municipality, indicator=measured.indicator.code, quarter=quarter.first, part=figure.part, of=figure.of, is_rounded=figure.is_rounded,
        value=None if figure.value is None else figure.value.quantize(TENTH), lack=figure.lack.value if figure.lack else "", frozen_at=at,
    )
