"""What ends or comes, and from which day somebody is warned. Worked out by hand."""

from datetime import date
from uuid import UUID

import pytest

from approach.horizon import Ahead, Mark, ahead_of, holds, near

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
TODAY = date(2026, 6, 9)


def test_of_several_mandates_the_one_that_holds_longest_counts():
    marks = [Mark("mandate", ONE, date(2026, 7, 1)), Mark("mandate", TWO, date(2027, 7, 1))]

    assert ahead_of(marks, today=TODAY) == [Ahead(kind="mandate", subject=TWO, on=date(2027, 7, 1))]


def test_a_mandate_without_an_end_never_ends():
    marks = [Mark("mandate", ONE, date(2026, 7, 1)), Mark("mandate", TWO, None)]

    assert ahead_of(marks, today=TODAY) == []
    assert holds(marks, today=date(2040, 1, 1))


@pytest.mark.parametrize(("years", "ends"), [
    ([2026], 2026), ([2026, 2027], 2027), ([2026, 2028], 2026), ([2024, 2025], 2025), ([2024], 2024), ([2027], None), ([], None),
])
def test_money_ends_with_the_last_year_without_a_gap(years, ends):
    found = ahead_of([Mark("budget", ONE, date(year, 12, 31)) for year in years], today=TODAY)

    assert [each.on for each in found] == ([date(ends, 12, 31)] if ends else [])


@pytest.mark.parametrize(("kind", "on", "first"), [
    ("mandate", date(2026, 12, 31), date(2026, 7, 4)),  # 180 days before
    ("budget", date(2026, 12, 31), date(2026, 7, 4)),
    ("review", date(2027, 3, 1), date(2026, 9, 2)),
    ("portfolio", date(2026, 12, 31), date(2026, 7, 4)),
    ("elections", date(2026, 3, 18), date(2025, 3, 18)),  # 365 days before
    ("moment", date(2026, 6, 9), date(2026, 6, 10)),  # the day after
])
def test_the_first_day_of_each_warning(kind, on, first):
    ahead = Ahead(kind=kind, subject=ONE, on=on)

    assert (ahead.is_near(first), ahead.is_near(date.fromordinal(first.toordinal() - 1))) == (True, False)


def test_what_is_over_and_not_done_is_still_said():
    marks = [Mark("mandate", ONE, date(2026, 1, 1)), Mark("elections", TWO, date(2026, 3, 18)), Mark("moment", THREE, date(2026, 8, 1))]

    assert [(each.kind, each.is_over(TODAY)) for each in near(marks, today=TODAY)] == [("mandate", True), ("elections", True)]
    assert not holds(marks, today=TODAY)
