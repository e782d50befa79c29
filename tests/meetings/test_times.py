from datetime import UTC, date, datetime, time

import pytest

from meetings.times import UnclearTime, period

SUMMER, SPRING, AUTUMN = date(2026, 6, 23), date(2026, 3, 29), date(2026, 10, 25)  # the clock goes forward and back on the last two


@pytest.mark.parametrize(
    ("day", "begins", "ends", "first", "last"),
    [
        (SUMMER, time(19, 30), time(21, 30), datetime(2026, 6, 23, 17, 30, tzinfo=UTC), datetime(2026, 6, 23, 19, 30, tzinfo=UTC)),
        (date(2026, 12, 1), time(19, 30), time(21, 30), datetime(2026, 12, 1, 18, 30, tzinfo=UTC), datetime(2026, 12, 1, 20, 30, tzinfo=UTC)),
        (SUMMER, time(22), time(1), datetime(2026, 6, 23, 20, 0, tzinfo=UTC), datetime(2026, 6, 23, 23, 0, tzinfo=UTC)),
        (SUMMER, time(22), time(0), datetime(2026, 6, 23, 20, 0, tzinfo=UTC), datetime(2026, 6, 23, 22, 0, tzinfo=UTC)),
        # Across the change: the hour that is gone is not counted, the hour that comes twice is.
        (SPRING, time(1, 30), time(3, 30), datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (AUTUMN, time(1, 30), time(3, 30), datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
        (date(2026, 3, 28), time(23), time(5), datetime(2026, 3, 28, 22, 0, tzinfo=UTC), datetime(2026, 3, 29, 3, 0, tzinfo=UTC)),
    ],
)
def test_a_day_and_two_times_are_two_moments(day, begins, ends, first, last):
    assert period(day, begins, ends) == (first, last)


@pytest.mark.parametrize(
    ("day", "begins", "ends", "field", "code"),
    [
        (SPRING, time(2, 30), time(4), "begins", "skipped"),
        (SPRING, time(1), time(2), "ends", "skipped"),
        (AUTUMN, time(2, 30), time(4), "begins", "twice"),
        (AUTUMN, time(1), time(2, 59), "ends", "twice"),
        (date(2026, 10, 24), time(22), time(2), "ends", "twice"),
        (SUMMER, time(21), time(19), "ends", "before"),
        (SUMMER, time(20), time(20), "ends", "before"),
        (SUMMER, time(20), time(2, 1), "ends", "before"),
        (date(2026, 10, 24), time(22), time(4), "ends", "before"),  # seven hours, because one comes twice
    ],
)
def test_what_has_no_clear_moment_is_refused(day, begins, ends, field, code):
    with pytest.raises(UnclearTime) as problem:
        period(day, begins, ends)

    assert (problem.value.field, problem.value.code) == (field, code)


def test_just_before_and_after_the_change_is_clear():
    assert period(SPRING, time(1, 59), time(3))[1] == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert period(AUTUMN, time(3), time(4))[0] == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)
