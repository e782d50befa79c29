from datetime import UTC, date, datetime

import pytest

from approach import indicators
from approach.models.vision import Vision
from indicators.measuring import measure
from indicators.registry import Lack, Period
from tests.factories.approach import VisionFactory, adopted_vision


def months(municipality, last):
    return indicators.vision_months(municipality, Period.year_until(last))


def complete(municipality, last):
    return indicators.vision_complete(municipality, Period.year_until(last))


@pytest.mark.parametrize(
    "last, expected",
    [(date(2026, 1, 31), 0), (date(2026, 2, 27), 0), (date(2026, 2, 28), 0), (date(2026, 3, 30), 1), (date(2026, 3, 31), 2), (date(2028, 1, 31), 24)],
)
def test_only_whole_months_count_from_the_day_of_adoption(waterveen, last, expected):
    adopted_vision(waterveen, adopted_on=date(2026, 1, 31))

    assert months(waterveen, last).value == expected


def test_looked_at_again_counts_from_that_day_but_not_for_a_period_before(waterveen):
    adopted_vision(waterveen, adopted_on=date(2024, 1, 1))
    Vision.objects.update(reviewed_at=datetime(2026, 1, 1, 12, tzinfo=UTC))

    assert months(waterveen, date(2026, 3, 1)).value == 2
    assert months(waterveen, date(2025, 12, 31)).value == 23


def test_without_a_vision_there_is_nothing_yet_and_a_draft_is_not_one(waterveen, oeverland):
    VisionFactory(municipality=waterveen)

    assert (months(waterveen, date(2026, 6, 9)).lack, complete(waterveen, date(2026, 6, 30)).value) == (Lack.NOTHING_YET, 0)
    assert complete(oeverland, date(2026, 6, 9)).lack == Lack.NOTHING_YET


@pytest.mark.parametrize("goals, form, expected", [(1, "structural", 1), (0, "structural", 0), (0, "none", 1)])
def test_complete_asks_for_sub_goals_where_there_is_a_network(waterveen, goals, form, expected):
    adopted_vision(waterveen, goals=goals, form=form)

    assert complete(waterveen, date(2026, 6, 9)).value == expected


def test_both_are_handed_in(waterveen):
    found = measure(waterveen, Period.year_until(date(2026, 6, 9)), indicators=indicators.INDICATORS)

    assert {code: each.figure.lack for code, each in found.items()} == {"approach.vision_months": Lack.NOTHING_YET, "approach.vision_complete": Lack.NOTHING_YET}
    assert all(each.indicator.threshold is not None and each.indicator.reason for each in found.values())
