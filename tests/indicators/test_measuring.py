"""What several indicators are taken from is counted once while they are measured together."""

from dataclasses import replace
from datetime import date

import pytest

from indicators import registry
from indicators.measuring import measure, once
from indicators.quarters import Quarter
from indicators.registry import Indicator, Period, Unit, number
from tests.factories.accounts import MunicipalityFactory

YEAR = Period(first=date(2025, 6, 10), last=date(2026, 6, 9))


def counting():
    """Indicators that share a count, and the list of what was counted."""
    asked = []

    @once
    def shared(municipality, period):
        asked.append((municipality.slug, period.last))
        return len(asked)

    one = Indicator(code="tests.one", label="", definition="", unit=Unit.NUMBER, measure=lambda place, period: number(shared(place, period)))
    return asked, shared, [one, replace(one, code="tests.two")]


@pytest.mark.django_db
def test_what_two_indicators_share_is_counted_once_and_anew_the_next_time():
    asked, _shared, two = counting()
    place = MunicipalityFactory(slug="waterveen")

    first = measure(place, YEAR, indicators=two)
    second = measure(place, YEAR, indicators=two)

    assert [first["tests.one"].figure.value, first["tests.two"].figure.value, second["tests.one"].figure.value] == [1, 1, 2]
    assert asked == [("waterveen", date(2026, 6, 9))] * 2


@pytest.mark.django_db
def test_another_period_is_another_count():
    asked, _shared, (one, two) = counting()

    measure(MunicipalityFactory(), YEAR, indicators=[one, replace(two, counts_people=True)])

    assert [last for _slug, last in asked] == [date(2026, 6, 9), date(2026, 3, 31)]


@pytest.mark.django_db
def test_who_asks_by_herself_is_not_told_what_was_counted_before():
    asked, shared, _two = counting()
    place = MunicipalityFactory()

    assert [shared(place, YEAR), shared(place, YEAR)] == [1, 2]
    assert len(asked) == 2


@pytest.mark.django_db
def test_a_count_that_failed_is_tried_again_by_the_next_indicator():
    tried = []

    @once
    def fails(_municipality, _period):
        tried.append(1)
        raise ZeroDivisionError

    one = Indicator(code="tests.one", label="", definition="", unit=Unit.NUMBER, measure=fails)
    found = measure(MunicipalityFactory(), YEAR, indicators=[one, replace(one, code="tests.two")])

    assert {each.figure for each in found.values()} == {registry.FAILED}
    assert len(tried) == 2


@pytest.mark.parametrize(("quarter", "number_of", "first"), [(Quarter(2026, 2), 1, Quarter(2026, 2)), (Quarter(2026, 2), 8, Quarter(2024, 3))])
def test_the_last_quarters_are_given_oldest_first(quarter, number_of, first):
    found = quarter.last_ones(number_of)

    assert (len(found), found[0], found[-1]) == (number_of, first, quarter)
    assert quarter.since(first) == number_of - 1
