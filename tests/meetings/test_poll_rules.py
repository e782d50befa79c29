from datetime import UTC, date, datetime

import pytest

from meetings.poll_rules import Tally, remind_from

LAST = date(2026, 6, 16)  # ends at 23.59.59 in Amsterdam, 21.59.59 in UTC
DAY = datetime(2026, 7, 1, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("asked_at", "moment"),
    [
        (datetime(2026, 6, 1, 8, 0, tzinfo=UTC), datetime(2026, 6, 14, 21, 59, 59, tzinfo=UTC)),
        (datetime(2026, 6, 11, 21, 59, 58, tzinfo=UTC), datetime(2026, 6, 14, 21, 59, 59, tzinfo=UTC)),
        (datetime(2026, 6, 11, 21, 59, 59, tzinfo=UTC), datetime(2026, 6, 15, 9, 59, 59, tzinfo=UTC)),
        (datetime(2026, 6, 14, 21, 59, 59, tzinfo=UTC), datetime(2026, 6, 15, 9, 59, 59, tzinfo=UTC)),
        (datetime(2026, 6, 14, 22, 0, 0, tzinfo=UTC), None),
    ],
)
def test_who_has_more_than_five_days_hears_48_hours_before_the_end_who_has_two_to_five_36_and_who_has_less_never(asked_at, moment):
    assert remind_from(asked_at, LAST) == moment


def test_in_the_night_of_the_clock_change_the_end_is_that_of_the_clock_on_the_wall():
    # 25 October 2026 lasts 25 hours: 23.59.59 is 22.59.59 in UTC.
    assert remind_from(datetime(2026, 10, 1, tzinfo=UTC), date(2026, 10, 25)) == datetime(2026, 10, 23, 22, 59, 59, tzinfo=UTC)


def tally(*answers, chair=None, required=()):
    made = Tally(starts_at=DAY, has_chair=chair is not None)
    for each in answers:
        made.add(each, is_chair=False, is_required=False)
    for each in required:
        made.add(each, is_chair=False, is_required=True)
    if chair is not None:
        made.add(chair, is_chair=True, is_required=False)
    return made


def test_a_date_on_which_the_chair_can_stands_above_one_on_which_more_people_can():
    few, many = tally("yes", "no", chair="yes"), tally("yes", "yes", "yes", chair="no")

    assert few.rank < many.rank


def test_then_who_must_be_there_counts_then_most_yes_then_most_if_it_must_be():
    ordered = [
        tally("no", chair="yes", required=["yes", "yes"]),
        tally("yes", "yes", chair="yes", required=["yes", "if_needed"]),
        tally("yes", "yes", "yes", chair="yes", required=["yes", ""]),
        tally("yes", "yes", "yes", "yes", chair="yes", required=["yes", "no"]),
    ]
    assert sorted(ordered, key=lambda each: each.rank) == ordered
    assert tally("yes", "yes").rank < tally("yes", "if_needed", "if_needed").rank < tally("yes", "if_needed", "no").rank


def test_a_date_that_nobody_can_is_one_to_which_somebody_answered():
    assert tally("no", "no").nobody_can
    assert not tally("", "").nobody_can
    assert not tally("no", "if_needed").nobody_can
