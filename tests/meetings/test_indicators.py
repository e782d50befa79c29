"""Figures about meetings for reports: the numbers of their page."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators import measuring, registry
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, Period, number
from meetings import deadlines
from terms.models import Clock
from tests.factories.keyfigures import KeyFigureFactory
from tests.factories.meetings import AgendaItemFactory, IndependenceDeclarationFactory
from tests.meetings.test_figures import FEBRUARY, held

YEAR = Period.year_until(date(2026, 3, 31))


def figure(code, municipality, period=YEAR):
    return measuring.measure(municipality, period, indicators=[registry.named(f"meetings.{code}")])[f"meetings.{code}"].figure


def test_meetings_in_quiet_time_and_who_led_them_exactly(waterveen, oeverland, joris):
    IndependenceDeclarationFactory(chair=joris, municipality=waterveen, year=2026)
    held(waterveen, chair=joris)
    held(waterveen)
    held(waterveen, kind="tension", occasion="incident")
    held(waterveen, starts_at=datetime(2025, 3, 1, 18, tzinfo=UTC))
    held(oeverland)

    assert figure("held", waterveen) == number(2)
    assert figure("outside", waterveen) == Figure(value=Decimal("33.3"), part=1, of=3)


def test_only_because_of_incidents_is_none_in_quiet_time(waterveen):
    held(waterveen, kind="tension", occasion="incident")

    assert figure("held", waterveen) == number(0)


@pytest.mark.parametrize(("hers", "ours", "shown"), [
    (0, 0, NOTHING_YET), (4, 8, TOO_FEW), (5, 4, TOO_FEW), (6, 9, Figure(value=Decimal("33.3"), part=5, of=15, is_rounded=True)),
    (0, 12, Figure(value=Decimal("0.0"), part=0, of=10, is_rounded=True)),
])
def test_points_are_the_two_rounded_numbers_of_the_page(waterveen, marieke, hers, ours, shown):
    meeting = held(waterveen)
    for place in range(hers + ours):
        more = {"proposed_by": KeyFigureFactory(municipality=waterveen).member} if place < hers else {"brought_by": "municipality", "proposed_by": marieke}
        AgendaItemFactory(meeting=meeting, position=place + 1, **more)

    assert figure("points", waterveen) == shown


def test_points_answered_in_time_exactly_and_late_stays_late(waterveen, marieke):
    for due_at, kept_at, ended_at in [
        (FEBRUARY, FEBRUARY, None), (FEBRUARY, datetime(2026, 3, 20, tzinfo=UTC), None), (FEBRUARY, None, datetime(2026, 3, 20, tzinfo=UTC)),
        (FEBRUARY, None, FEBRUARY),  # no longer wanted before it was late
        (datetime(2026, 3, 31, 21, 59, 59, tzinfo=UTC), None, None),  # the last day: not over
    ]:
        Clock.objects.create(
            municipality=waterveen, kind=deadlines.POINT_ANSWER, subject=marieke.uuid, owner=marieke, promised_at=datetime(2026, 1, 10, tzinfo=UTC),
            working_days=20, due_at=due_at, kept_at=kept_at, ended_at=ended_at,
        )

    assert figure("answered", waterveen) == Figure(value=Decimal("33.3"), part=1, of=3)
    assert figure("answered", waterveen, Period.year_until(date(2026, 4, 1))).of == 4


@pytest.mark.parametrize("many", [1, 3])
def test_each_takes_as_many_statements_for_three_meetings_as_for_one(waterveen, many):
    for _each in range(many):
        for place in range(4):
            AgendaItemFactory(meeting=held(waterveen), position=place + 1)
    taken = {}
    for code in ("held", "outside", "points", "answered"):
        with CaptureQueriesContext(connection) as queries:
            figure(code, waterveen)
        taken[code] = len([query for query in queries if "SAVEPOINT" not in query["sql"]])

    assert taken == {"held": 1, "outside": 1, "points": 2, "answered": 1}
