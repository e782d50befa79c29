from decimal import Decimal

import pytest

from approach.trend import Trend, trend_of
from indicators.registry import Unit


def values(text):
    return [None if each == "-" else Decimal(each) for each in text.split()]


@pytest.mark.parametrize(
    ("told", "unit", "expected"),
    [
        ("70 75 80 85", Unit.SHARE, Trend.RISES),
        ("85 80 75 70", Unit.SHARE, Trend.FALLS),
        ("80 82 81 83", Unit.SHARE, Trend.STAYS),  # three points up and down: noise
        ("80 81.6 83.2 84.8", Unit.SHARE, Trend.STAYS),  # less than five points in a year
        ("80 82 84 86", Unit.SHARE, Trend.RISES),
        ("80 80 80 80 80 80 80 88", Unit.SHARE, Trend.STAYS),  # one odd quarter is no trend: the line rises 4.7
        ("3.4 3.5 3.7", Unit.MEAN, Trend.RISES),
        ("3.5 3.6 3.6", Unit.MEAN, Trend.STAYS),
        ("4 4 5", Unit.NUMBER, Trend.STAYS),
        ("2 4 6", Unit.NUMBER, Trend.RISES),
        ("100 104 108", Unit.NUMBER, Trend.STAYS),  # a tenth is the margin
        ("70 - - 90 95", Unit.SHARE, Trend.RISES),  # a quarter that was not kept is no zero
        ("70 -", Unit.SHARE, None),
        ("70 90", Unit.SHARE, None),  # of two numbers nobody can say
        ("", Unit.SHARE, None),
        ("6 9 12", Unit.MONTHS, None),  # months since something rise by themselves
        ("0 1 1", Unit.YES, None),
    ],
)
def test_what_moves_more_than_the_margin_is_a_trend(told, unit, expected):
    assert trend_of(values(told), unit=unit) == expected


def test_of_people_in_fives_one_step_is_no_trend():
    assert trend_of(values("10 10 15"), unit=Unit.NUMBER, is_rounded=True) == Trend.STAYS
    assert trend_of(values("10 15 20"), unit=Unit.NUMBER, is_rounded=True) == Trend.RISES
