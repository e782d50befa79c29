"""Figures about support, worked out by hand."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from approach import support_indicators as figures
from approach.actions import council_promise
from approach.models.report import Report
from indicators.measuring import measure
from indicators.registry import NOTHING_YET, Figure, Period, named
from tests.factories.keyfigures import AT, TODAY
from tests.factories.support import BudgetFactory, DecisionFactory, MomentFactory

DAYS = timedelta(days=1)


def until(last):
    return Period.year_until(last)


class TestMandate:
    def test_nobody_ever_decided_is_nothing_yet_and_another_decision_is_none_on_the_approach(self, waterveen, oeverland):
        DecisionFactory(municipality=waterveen, kind="budget")
        DecisionFactory(municipality=oeverland)

        assert figures.mandate(waterveen, until(TODAY)) == NOTHING_YET

    @pytest.mark.parametrize(("last", "value"), [(date(2026, 6, 9), 1), (date(2026, 6, 10), 0)])
    def test_it_holds_until_and_including_its_last_day(self, waterveen, last, value):
        DecisionFactory(municipality=waterveen, until=date(2026, 6, 9))

        assert figures.mandate(waterveen, until(last)).value == value

    def test_one_that_comes_after_the_period_does_not_count(self, waterveen):
        DecisionFactory(municipality=waterveen, decided_on=TODAY)

        assert figures.mandate(waterveen, until(TODAY - DAYS)) == NOTHING_YET


class TestMoney:
    @pytest.mark.parametrize(("last", "value"), [(date(2026, 1, 1), 1), (date(2026, 6, 30), 1), (date(2026, 7, 4), 1), (date(2026, 7, 5), 0), (date(2026, 12, 31), 0)])
    def test_from_july_on_it_is_about_the_next_year(self, waterveen, last, value):
        BudgetFactory(municipality=waterveen, year=2026)

        assert figures.budget_ahead(waterveen, until(last)).value == value

    def test_nothing_filled_in_is_nothing_yet_and_zero_is_no_money(self, waterveen):
        assert figures.budget_ahead(waterveen, until(TODAY)) == NOTHING_YET
        BudgetFactory(municipality=waterveen, year=2025)
        BudgetFactory(municipality=waterveen, year=2026, amount=0)

        assert figures.budget_ahead(waterveen, until(TODAY)).value == 0


class TestTold:
    def test_never_is_nothing_yet_also_when_only_the_mayor_heard_or_it_is_planned(self, waterveen, marieke):
        MomentFactory(municipality=waterveen, body="mayor")
        MomentFactory(municipality=waterveen, planned=True)

        assert figures.council_months(waterveen, until(TODAY)) == NOTHING_YET

    @pytest.mark.parametrize(("last", "value"), [(date(2026, 5, 10), 0), (date(2026, 6, 9), 0), (date(2026, 6, 10), 1), (date(2027, 5, 10), 12)])
    def test_whole_months_since_the_last_moment(self, waterveen, last, value):
        MomentFactory(municipality=waterveen, held_on=date(2026, 5, 10))
        MomentFactory(municipality=waterveen, body="college", held_on=date(2025, 1, 1))

        assert figures.council_months(waterveen, until(last)).value == value

    def test_a_report_that_was_issued_counts_too(self, waterveen, marieke, pim):
        MomentFactory(municipality=waterveen, held_on=date(2026, 1, 10))
        issued = {"state": "issued", "issued_by": pim, "issued_at": datetime(2026, 4, 1, 12, tzinfo=UTC), "offered_by": marieke, "number": "2026-1", "checksum": "x"}
        Report.objects.create(
            municipality=waterveen, title="Verslag", first=date(2025, 1, 1), last=date(2025, 12, 31), begun_by=marieke, begun_at=AT, submission=uuid4(), **issued,
        )

        assert figures.council_months(waterveen, until(date(2026, 6, 9))).value == 2


class TestKept:
    def test_in_time_of_what_was_due(self, waterveen, marieke):
        def promised(due_on, *, kept_on=None):
            row = council_promise.make(
                MomentFactory(municipality=waterveen, owner=marieke), what="Een brief.", owner=marieke, due_on=due_on, submission=uuid4(), by=marieke, at=AT,
            )
            if kept_on is not None:
                council_promise.keep(row, outcome="Ja.", by=marieke, at=datetime(kept_on.year, kept_on.month, kept_on.day, 9, tzinfo=UTC))

        assert figures.council_kept(waterveen, until(TODAY)) == NOTHING_YET
        promised(TODAY + 5 * DAYS, kept_on=TODAY + 4 * DAYS)
        promised(TODAY + 5 * DAYS, kept_on=TODAY + 6 * DAYS)
        promised(TODAY + 5 * DAYS)
        promised(TODAY + 500 * DAYS)

        found = figures.council_kept(waterveen, until(TODAY + 30 * DAYS))
        assert (found.part, found.of) == (1, 3)


def test_each_is_registered_with_a_threshold_and_a_reason(waterveen):
    for code in ("approach.mandate", "approach.budget_ahead", "approach.council_months", "approach.council_kept"):
        indicator = named(code)
        assert (indicator.threshold is not None, bool(indicator.reason), indicator.counts_people) == (True, True, False)
        assert measure(waterveen, until(TODAY), indicators=[indicator])[code].figure == NOTHING_YET
    assert isinstance(figures.mandate(waterveen, until(TODAY)), Figure)
