"""Working days, with expectations from the calendar on the wall and from the law's own list."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terms import days

AMSTERDAM = days.AMSTERDAM
CLOSES = time(17)

# Algemene termijnenwet art. 3.1 and 3.2, looked up for these years. 27 April 2025 is a Sunday: the birthday is celebrated on the 26th.
HOLIDAYS = {
    2025: ["01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"],
    2027: ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"],
    2028: ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"],
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_list_of_the_law(year):
    on_weekdays = {day for day in days.legal_holidays(year) if day.weekday() < 5}

    assert on_weekdays == {day for text in HOLIDAYS[year] if (day := date.fromisoformat(f"{year}-{text}")).weekday() < 5}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 6, 9), True),
        (date(2026, 6, 13), False),  # Saturday
        (date(2026, 6, 14), False),  # Sunday
        (date(2026, 4, 3), False),  # Good Friday is equated (3.2)
        (date(2026, 5, 5), False),  # every year, not once in five
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
    ],
)
def test_which_day_is_a_working_day(day, expected):
    assert days.is_working_day(day) is expected


def test_a_closed_day_does_not_count():
    assert not days.is_working_day(date(2026, 6, 9), closed={date(2026, 6, 9)})
    assert days.add_working_days(date(2026, 6, 8), 1, closed={date(2026, 6, 9)}) == date(2026, 6, 10)


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        (date(2026, 6, 9), 0, date(2026, 6, 9)),
        (date(2026, 6, 9), 2, date(2026, 6, 11)),
        (date(2026, 6, 11), 2, date(2026, 6, 15)),
        (date(2026, 6, 12), 1, date(2026, 6, 15)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Good Friday, Easter and Easter Monday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 5, 13), 1, date(2026, 5, 15)),  # Ascension Day
        (date(2026, 6, 15), -1, date(2026, 6, 12)),
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 6, 14), -1, date(2026, 6, 12)),
        (date(2026, 1, 2), -2, date(2025, 12, 30)),  # 31 and 30 December, not New Year's Day
    ],
)
def test_counting_in_both_directions(start, number, expected):
    assert days.add_working_days(start, number) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-06-09T08:00", date(2026, 6, 9)),
        ("2026-06-09T16:59", date(2026, 6, 9)),
        ("2026-06-09T17:00", date(2026, 6, 10)),  # at closing time it belongs to the next day
        ("2026-06-09T23:30", date(2026, 6, 10)),
        ("2026-06-12T17:30", date(2026, 6, 15)),  # Friday evening
        ("2026-06-13T10:00", date(2026, 6, 15)),
        ("2026-04-27T10:00", date(2026, 4, 28)),  # the King's birthday
        ("2026-04-02T18:00", date(2026, 4, 7)),
    ],
)
def test_when_something_counts_as_arrived(moment, expected):
    assert days.counted_on(datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM), closes_at=CLOSES) == expected


@pytest.mark.parametrize(
    ("moment", "number", "expected"),
    [
        ("2026-06-03T16:30+02:00", 3, "2026-06-08T23:59:59+02:00"),
        ("2026-06-03T17:30+02:00", 3, "2026-06-09T23:59:59+02:00"),
        # The clock goes back in the night of 25 October 2026: the due day is in winter time.
        ("2026-10-23T10:00+02:00", 1, "2026-10-26T23:59:59+01:00"),
        # It goes forward on 29 March 2026.
        ("2026-03-27T10:00+01:00", 1, "2026-03-30T23:59:59+02:00"),
        # Half past two in the night of the change exists twice; both are the same Sunday.
        ("2026-10-25T02:30+02:00", 1, "2026-10-27T23:59:59+01:00"),
        ("2026-10-25T02:30+01:00", 1, "2026-10-27T23:59:59+01:00"),
        # Half an hour before midnight in UTC it is tomorrow in Amsterdam.
        ("2026-06-09T22:30+00:00", 1, "2026-06-11T23:59:59+02:00"),
    ],
)
def test_until_when_it_is_in_time(moment, number, expected):
    assert days.due_at(datetime.fromisoformat(moment), number, closes_at=CLOSES).isoformat() == expected


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(DAYS, st.integers(1, 60))
def test_there_and_back(day, number):
    start = days.next_working_day(day)

    assert days.add_working_days(days.add_working_days(start, number), -number) == start
    assert days.working_days_between(start, days.add_working_days(start, number)) == number


@given(DAYS, st.integers(1, 30))
def test_it_ends_on_a_working_day_and_later_is_never_sooner(day, number):
    due = days.add_working_days(day, number)

    assert days.is_working_day(due)
    assert days.add_working_days(day + timedelta(days=1), number) >= due


def test_between_counts_the_last_day_and_not_the_first():
    assert days.working_days_between(date(2026, 6, 9), date(2026, 6, 9)) == 0
    assert days.working_days_between(date(2026, 6, 9), date(2026, 6, 12)) == 3
    assert days.working_days_between(date(2026, 6, 12), date(2026, 6, 9)) == -3


def test_the_dutch_day_of_a_moment():
    assert days.local_date(datetime(2026, 6, 9, 22, 30, tzinfo=UTC)) == date(2026, 6, 10)
    assert days.local_date(datetime(2026, 12, 9, 22, 30, tzinfo=UTC)) == date(2026, 12, 9)
