"""Figures for council and college: no person, and a period of a year."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from evaluations import deadlines
from evaluations.indicators import ResponseRate, indicators
from evaluations.models.sheet import Response
from terms.models import Clock
from tests.factories.evaluations import EvaluationFactory, ImprovementFactory

MARCH = date(2026, 3, 31)
FEBRUARY = datetime(2026, 2, 10, 12, tzinfo=UTC)
LAST_MOMENT = datetime(2026, 3, 31, 21, 59, tzinfo=UTC)  # 23:59 in Amsterdam
AFTER = datetime(2026, 3, 31, 22, 1, tzinfo=UTC)  # already the first of April there
YEAR_BEFORE = datetime(2025, 3, 1, 12, tzinfo=UTC)


def held(municipality, owner, closed_at=FEBRUARY, **more):
    day = closed_at.date()
    given = {"state": "closed", "opens_on": day - timedelta(days=21), "closes_on": day, "opened_at": closed_at - timedelta(days=21), "counted_at": closed_at}
    return EvaluationFactory(municipality=municipality, owner=owner, closed_at=closed_at, **(given | more))


def answered(evaluation, number, *, asked=12, group="key_figures"):
    Response.objects.create(evaluation=evaluation, group=group, asked=asked, answered=number)


def to_share(municipality, owner, *, due_at=FEBRUARY, kept_at=None, ended_at=None, kind=deadlines.SHARE_BACK):
    Clock.objects.create(
        municipality=municipality, kind=kind, subject=uuid4(), owner=owner, promised_at=due_at - timedelta(days=21), working_days=15,
        due_at=due_at, kept_at=kept_at, ended_at=ended_at,
    )


def test_without_an_evaluation_there_are_no_figures_and_no_error(waterveen):
    found = indicators(waterveen, last=MARCH)

    assert (found.first, found.last) == (date(2025, 3, 31), MARCH)
    assert found.responses == []
    assert (found.shared_in_time.of, found.improvements_done.of) == (0, 0)


def test_the_response_of_each_round_and_group_newest_first(waterveen, oeverland, marieke, neighbour):
    summer, winter = held(waterveen, marieke, datetime(2025, 9, 1, 12, tzinfo=UTC)), held(waterveen, marieke)
    answered(summer, 7)
    answered(winter, 9, asked=14)
    answered(winter, 6, asked=8, group="officials")
    answered(held(oeverland, neighbour), 11)

    assert indicators(waterveen, last=MARCH).responses == [
        ResponseRate(closed_on=date(2026, 2, 10), group="key_figures", asked=14, answered=9),
        ResponseRate(closed_on=date(2026, 2, 10), group="officials", asked=8, answered=6),
        ResponseRate(closed_on=date(2025, 9, 1), group="key_figures", asked=12, answered=7),
    ]


def test_how_many_answered_is_not_told_of_too_few(waterveen, marieke):
    answered(held(waterveen, marieke), None, asked=6)

    assert [each.answered for each in indicators(waterveen, last=MARCH).responses] == [None]


def test_only_rounds_that_were_closed_in_the_year_count(waterveen, marieke):
    for closed_at in (YEAR_BEFORE, LAST_MOMENT, AFTER):
        answered(held(waterveen, marieke, closed_at), 8)
    answered(held(waterveen, marieke, state="cancelled", cancelled_at=FEBRUARY), 8)

    assert [each.closed_on for each in indicators(waterveen, last=MARCH).responses] == [MARCH]


def test_what_was_shared_back_in_time_of_what_had_to_be(waterveen, oeverland, marieke, neighbour):
    to_share(waterveen, marieke, kept_at=FEBRUARY)
    to_share(waterveen, marieke, kept_at=FEBRUARY + timedelta(days=1))
    to_share(waterveen, marieke)
    to_share(waterveen, marieke, ended_at=FEBRUARY)
    to_share(waterveen, marieke, due_at=AFTER, kept_at=FEBRUARY)
    to_share(waterveen, marieke, kept_at=FEBRUARY, kind=deadlines.IMPROVEMENT)
    to_share(oeverland, neighbour, kept_at=FEBRUARY)

    shared = indicators(waterveen, last=MARCH).shared_in_time

    assert (shared.part, shared.of) == (1, 3)


def test_improvements_that_were_done_of_those_whose_day_was_there(waterveen, oeverland, marieke, neighbour):
    evaluation, day = held(waterveen, marieke), FEBRUARY.date()
    for state, ended_at in (("done", FEBRUARY), ("done", FEBRUARY + timedelta(days=20)), ("done", AFTER), ("dropped", FEBRUARY), ("open", None)):
        ImprovementFactory(evaluation=evaluation, due_on=day, state=state, ended_at=ended_at, outcome="Gezegd" if ended_at else "")
    ImprovementFactory(evaluation=evaluation, due_on=MARCH + timedelta(days=1), state="done", ended_at=FEBRUARY, outcome="Gezegd")
    ImprovementFactory(evaluation=held(oeverland, neighbour), due_on=day, state="done", ended_at=FEBRUARY, outcome="Gezegd")

    done = indicators(waterveen, last=MARCH).improvements_done

    assert (done.part, done.of) == (2, 5)


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_number_of_statements_does_not_grow(waterveen, marieke, rounds, django_assert_num_queries):
    for number in range(rounds):
        evaluation = held(waterveen, marieke, FEBRUARY - timedelta(days=30 * number))
        answered(evaluation, 8)
        ImprovementFactory(evaluation=evaluation, due_on=FEBRUARY.date())
        to_share(waterveen, marieke)

    with django_assert_num_queries(3):
        indicators(waterveen, last=MARCH)
