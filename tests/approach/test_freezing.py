"""Figures of ended quarters: kept once, made up when a run was missed, by one or two workers."""

from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import ProgrammingError, transaction

from approach import tasks
from approach.actions import freezing
from approach.models.lesson import FrozenFigure
from indicators import registry
from indicators.quarters import Quarter
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, share
from tests.approach.measured import measuring
from tests.factories.accounts import MunicipalityFactory
from tests.threads import at_once

SPRING = datetime(2026, 4, 8, 9, tzinfo=UTC)  # a week after the first quarter ended
FIRST = Quarter(2026, 1)
TWO = ("meetings.points", "meetings.answered")


def test_every_figure_of_the_quarter_that_ended_is_kept_as_it_could_be_shown(waterveen):
    figures = {"meetings.points": share(8, 12), "meetings.answered": TOO_FEW}
    with measuring(figures, codes=TWO):
        freezing.freeze_all(at=SPRING)

    rows = FrozenFigure.objects.filter(quarter=date(2026, 1, 1)).order_by("-indicator")
    assert [(row.indicator, row.value, row.part, row.of, row.lack) for row in rows] == [
        ("meetings.points", Decimal("66.7"), 8, 12, ""), ("meetings.answered", None, None, None, "too_few"),
    ]
    assert [row.figure for row in rows] == [share(8, 12), TOO_FEW]


def test_it_is_counted_over_the_year_until_the_last_day_of_that_quarter(waterveen):
    asked = []
    with measuring({"meetings.points": lambda _place, period: asked.append(period) or NOTHING_YET}, codes=TWO[:1]):
        freezing.freeze(waterveen, FIRST, at=SPRING)

    assert [(each.first, each.last) for each in asked] == [(date(2025, 4, 1), date(2026, 3, 31))]


@pytest.mark.parametrize(
    ("at", "quarters"),
    [
        (datetime(2026, 4, 6, 9, tzinfo=UTC), [Quarter(2025, 3), Quarter(2025, 4)]),  # six days: the first quarter did not settle yet
        (datetime(2026, 4, 7, 9, tzinfo=UTC), [Quarter(2025, 4), Quarter(2026, 1)]),
        (datetime(2026, 7, 6, 9, tzinfo=UTC), [Quarter(2025, 4), Quarter(2026, 1)]),
        (datetime(2026, 7, 7, 9, tzinfo=UTC), [Quarter(2026, 1), Quarter(2026, 2)]),
    ],
)
def test_a_missed_run_is_made_up_of_the_last_two_quarters_that_settled(at, quarters):
    assert freezing.quarters_to_freeze(at) == quarters


def test_a_second_run_keeps_what_the_first_kept(waterveen):
    with measuring({"meetings.points": share(8, 12)}, codes=TWO):
        assert freezing.freeze_all(at=SPRING) == 4  # two figures of two quarters
    with measuring({"meetings.points": share(1, 12)}, codes=TWO):
        assert freezing.freeze_all(at=SPRING) == 0

    assert FrozenFigure.objects.filter(indicator="meetings.points", value=Decimal("66.7")).count() == 2


def test_what_could_not_be_counted_is_not_kept_and_tried_again(waterveen):
    with measuring({"meetings.points": ValueError("kapot")}, codes=TWO):
        freezing.freeze_all(at=SPRING)
    assert not FrozenFigure.objects.filter(indicator="meetings.points").exists()

    with measuring({"meetings.points": share(8, 12), "meetings.answered": share(1, 1)}, codes=TWO):
        assert freezing.freeze_all(at=SPRING) == 2  # only what was missing

    assert set(FrozenFigure.objects.filter(indicator="meetings.answered").values_list("lack", flat=True)) == {"nothing_yet"}


def test_a_run_that_breaks_off_half_way_goes_on_where_it_was(waterveen):
    places = [waterveen, MunicipalityFactory(), MunicipalityFactory()]

    def breaks(municipality, _period):
        if municipality.pk == places[1].pk:
            raise KeyboardInterrupt
        return share(1, 2)

    with measuring({TWO[0]: breaks}, codes=TWO[:1]), pytest.raises(KeyboardInterrupt):
        freezing.freeze_all(at=SPRING)
    assert set(FrozenFigure.objects.values_list("municipality", flat=True)) == {waterveen.pk}

    counted = []
    with measuring({TWO[0]: lambda place, period: counted.append((place.pk, period.last)) or share(1, 2)}, codes=TWO[:1]):
        freezing.freeze_all(at=SPRING)

    assert (waterveen.pk, date(2025, 12, 31)) not in counted
    assert Counter(FrozenFigure.objects.values_list("municipality", flat=True)) == {each.pk: 2 for each in places}


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_keep_each_figure_once(waterveen):
    with measuring({TWO[0]: share(1, 2)}, codes=TWO):
        results = at_once(lambda: freezing.freeze_all(at=SPRING), lambda: freezing.freeze_all(at=SPRING))

    assert not [each for each in results if isinstance(each, Exception)]
    assert FrozenFigure.objects.count() == 4


def test_when_all_is_kept_a_run_asks_two_statements_a_quarter_however_many_municipalities(waterveen, django_assert_num_queries):
    for _place in range(3):
        MunicipalityFactory()
    with measuring(codes=TWO):
        freezing.freeze_all(at=SPRING)
        with django_assert_num_queries(4):
            freezing.freeze_all(at=SPRING)


def test_a_figure_that_comes_with_a_new_version_is_added_to_the_quarters_that_can_still_be_counted(waterveen):
    with measuring(codes=TWO[:1]):
        freezing.freeze_all(at=SPRING)
    with measuring(codes=TWO):
        freezing.freeze_all(at=SPRING)

    assert Counter(FrozenFigure.objects.values_list("indicator", flat=True)) == {TWO[0]: 2, TWO[1]: 2}


def test_a_long_value_is_kept_to_one_digit(waterveen):
    with measuring({TWO[0]: Figure(value=Decimal("3.6666667"))}, codes=TWO[:1]):
        freezing.freeze(waterveen, FIRST, at=SPRING)

    assert FrozenFigure.objects.get().value == Decimal("3.7")


def test_nobody_changes_what_was_kept(waterveen):
    row = FrozenFigure.objects.create(municipality=waterveen, indicator="a.b", quarter=FIRST.first, value=1, frozen_at=SPRING)

    with pytest.raises(ProgrammingError), transaction.atomic():
        FrozenFigure.objects.filter(pk=row.pk).update(value=2)


def test_the_task_keeps_what_the_apps_hand_in(waterveen, time_machine):
    time_machine.move_to(SPRING, tick=False)

    tasks.freeze_figures()

    kept = set(FrozenFigure.objects.values_list("indicator", flat=True))
    assert kept == {each.code for each in registry.all_indicators()}
