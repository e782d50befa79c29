from datetime import date, datetime, time

import pytest

from terms import days, ladder
from terms.ladder import DEFAULT

DUE = date(2026, 6, 16)  # a Tuesday
OPENS = time(9)


def opens_on(day):
    return days.at_time(day, OPENS)


def at(text):
    return datetime.fromisoformat(f"2026-06-{text}").replace(tzinfo=days.AMSTERDAM)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("12T08:59", []),
        ("12T09:00", ["soon"]),  # two working days before: Friday
        ("16T08:59", ["soon"]),
        ("16T09:00", ["today"]),
        ("17T09:00", ["today", "late"]),
        ("19T09:00", ["today", "late", "long_late"]),
        ("30T09:00", ["today", "late", "long_late"]),
    ],
)
def test_each_person_has_the_furthest_rung_that_was_reached(moment, expected):
    rungs = ladder.reached(DEFAULT, DUE, at=at(moment), add=days.add_working_days, opens_on=opens_on)

    assert [rung.name for rung in rungs] == expected


@pytest.mark.parametrize(
    ("after", "expected"), [("10T10:00", "12T09:00"), ("12T09:00", "16T09:00"), ("16T12:00", "17T09:00"), ("17T09:00", "19T09:00"), ("19T09:00", None)],
)
def test_when_somebody_must_look_again(after, expected):
    following = ladder.next_moment(DEFAULT, DUE, after=at(after), add=days.add_working_days, opens_on=opens_on)

    assert following == (at(expected) if expected else None)
