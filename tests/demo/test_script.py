from datetime import UTC, date, datetime

import pytest

from demo.story.finished import FINISHED
from demo.story.network.profiles import PROFILES
from demo.story.network.story import NETWORK
from demo.story.running import RUNNING
from demo.story.script import day_ago, just_now, step
from keyfigures.catalogue import Theme

TUESDAY = date(2026, 6, 9)


@pytest.mark.parametrize(
    ("today", "days_ago", "expected"),
    [
        (TUESDAY, 0, date(2026, 6, 9)),
        (TUESDAY, 1, date(2026, 6, 8)),
        (TUESDAY, 2, date(2026, 6, 5)),
        (TUESDAY, -4, date(2026, 6, 15)),
        (date(2026, 6, 7), 0, date(2026, 6, 8)),  # Sunday: the first day on which something can be due
        (date(2026, 6, 7), 1, date(2026, 6, 5)),
        (date(2027, 1, 1), 0, date(2027, 1, 4)),  # New Year's Day is a Friday
        (date(2027, 1, 1), 1, date(2026, 12, 31)),
    ],
)
def test_days_of_the_story_are_working_days_around_today(today: date, days_ago: int, expected: date) -> None:
    assert day_ago(days_ago, today) == expected


def test_a_step_happens_at_a_time_of_the_dutch_clock() -> None:
    spring = step("take_on", "ilse.bakker", 1, 9, 30)

    # Monday after the night of 29 March 2026: nine thirty is one hour less in UTC than on Friday.
    assert spring.moment(told_at=datetime(2026, 3, 31, 8, tzinfo=UTC), today=date(2026, 3, 31)) == datetime(
        2026, 3, 30, 7, 30, tzinfo=UTC,
    )
    assert spring.moment(told_at=datetime(2026, 3, 30, 8, tzinfo=UTC), today=date(2026, 3, 30)) == datetime(
        2026, 3, 27, 8, 30, tzinfo=UTC,
    )


def test_what_happened_just_now_is_minutes_before_the_telling() -> None:
    told_at = datetime(2026, 6, 7, 22, 30, tzinfo=UTC)

    assert just_now("write", "robin", 40).moment(told_at=told_at, today=date(2026, 6, 8)) == datetime(2026, 6, 7, 21, 50, tzinfo=UTC)


def test_no_text_of_the_story_names_what_must_not_be_recorded() -> None:
    forbidden = (
        "moskee", "kerk", "synagoge", "tempel", "islam", "moslim", "christen", "joods", "imam", "dominee", "hoofddoek",
        "baard", "marokka", "turk", "syri", "pools", "asielzoeker", "ziek", "autis", "depress", "partij", "stemt",
    )  # fmt: skip
    texts = [
        value.lower()
        for told in (*FINISHED, *RUNNING, *NETWORK)
        for step in told.steps
        for value in step.needs.values()
        if isinstance(value, str) and value not in Theme.values
    ]
    texts += [str(value).lower() for told in PROFILES.values() for value in told.answers.values()]

    assert len(texts) > 100
    assert [word for word in forbidden for text in texts if word in text] == []


def test_everything_of_the_story_happens_in_the_order_it_is_written() -> None:
    for told in (*FINISHED, *RUNNING, *NETWORK):
        order = [(-each.days_ago, each.clock) for each in told.steps]
        assert order == sorted(order), told.name
