"""How a lesson stands: on course only with evidence, and one failing figure does not touch the others."""

from datetime import date
from decimal import Decimal

import pytest

from approach import lesson_states, lessons
from approach.kinds import Standing
from approach.models.lesson import FrozenFigure
from indicators.registry import TOO_FEW, Figure, number, share
from tests.approach.measured import NO, measuring
from tests.factories.keyfigures import AT, TODAY


def stands(waterveen, figures=(), **kwargs):
    with measuring(figures, **kwargs):
        return {each.lesson.code: each for each in lesson_states.all_states(waterveen, today=TODAY)}


def test_with_every_figure_on_its_side_of_the_threshold_all_lessons_are_on_course(waterveen):
    assert {each.standing for each in stands(waterveen, default="well").values()} == {Standing.ON_COURSE}


def test_without_any_figure_nothing_is_on_course(waterveen):
    states = stands(waterveen)

    assert {each.standing for each in states.values()} == {Standing.NOT_STARTED}
    assert lesson_states.nothing_began(list(states.values()))


@pytest.mark.parametrize(
    ("lesson", "code", "figure", "expected"),
    [
        ("contact", "keyfigures.contact", share(48, 53), Standing.ON_COURSE),  # 90.6 percent
        ("contact", "keyfigures.contact", share(47, 53), Standing.ATTENTION),  # 88.7
        ("contact", "keyfigures.contact", TOO_FEW, Standing.TOO_FEW),
        ("vision", "approach.vision_months", number(24), Standing.ON_COURSE),
        ("vision", "approach.vision_months", number(25), Standing.ATTENTION),
        ("vision", "approach.vision_months", number(0), Standing.ON_COURSE),  # adopted this month: the younger the better
        ("support", "approach.mandate", NO, Standing.NOT_STARTED),
        ("ending", "keyfigures.procedure", NO, Standing.NOT_STARTED),
        ("meetings", "meetings.held", number(0), Standing.NOT_STARTED),  # none at all is a beginning that was not made
        ("meetings", "meetings.held", number(1), Standing.ATTENTION),
        ("thanks", "keyfigures.thanked", share(0, 12), Standing.ATTENTION),  # of twelve people none: that is measured
        ("trust", "evaluations.trust", Figure(value=Decimal("3.4")), Standing.ATTENTION),
    ],
)
def test_the_main_figure_says_how_a_lesson_stands(waterveen, lesson, code, figure, expected):
    assert stands(waterveen, {code: figure}, default="well")[lesson].standing == expected


def test_another_figure_that_falls_short_takes_a_lesson_off_its_course_and_is_the_one_that_is_told(waterveen):
    state = stands(waterveen, {"keyfigures.training": share(2, 53)}, default="well")["giving"]

    assert state.standing == Standing.ATTENTION
    assert state.telling.code == "keyfigures.training"


def test_another_figure_without_a_number_takes_nothing_off_its_course(waterveen):
    assert stands(waterveen, {"keyfigures.training": TOO_FEW}, default="well")["giving"].standing == Standing.ON_COURSE


def test_a_figure_without_a_threshold_judges_nothing(waterveen):
    assert stands(waterveen, {"keyfigures.left": number(40)}, default="well")["joining"].standing == Standing.ON_COURSE


def test_what_was_not_begun_stays_not_begun_whatever_its_other_figures_say(waterveen):
    state = stands(waterveen, {"keyfigures.training": share(0, 53)})["giving"]

    assert (state.standing, state.telling.code) == (Standing.NOT_STARTED, "keyfigures.given")


def test_too_few_in_the_main_figure_does_not_hide_what_falls_short_beside_it(waterveen):
    state = stands(waterveen, {"evaluations.process_known": TOO_FEW, "signals.kept": share(3, 9)}, default="well")["concerns"]

    assert (state.standing, state.telling.code) == (Standing.ATTENTION, "signals.kept")


def test_a_figure_that_fails_says_so_and_the_others_are_right(waterveen):
    states = stands(waterveen, {"evaluations.trust": ValueError("kapot")}, default="well")

    assert states["trust"].has_failed
    assert not states["trust"].is_on_course
    assert not states["trust"].needs_something
    assert sum(each.is_on_course for each in states.values()) == 16


def test_what_postgres_refuses_in_one_figure_does_not_break_the_next(waterveen):
    def wrong(municipality, _period):
        type(municipality).objects.raw("SELECT nonsense")[0]

    states = stands(waterveen, {"approach.vision_months": wrong}, default="well")

    assert states["vision"].has_failed
    assert sum(each.is_on_course for each in states.values()) == 16


def test_a_figure_that_no_app_hands_in_could_not_be_counted(waterveen):
    codes = tuple(code for code in lessons.CODES if code != "evaluations.trust")

    assert stands(waterveen, default="well", codes=codes)["trust"].has_failed


def test_figures_about_people_are_of_the_year_until_the_quarter_that_ended(waterveen):
    asked = {}

    def seen(_municipality, period):
        asked[len(asked)] = period
        return share(9, 10)

    with measuring({"keyfigures.contact": seen, "meetings.points": seen}, counts_people={"keyfigures.contact"}):
        lesson_states.all_states(waterveen, today=TODAY)

    assert sorted(each.last for each in asked.values()) == [date(2026, 3, 31), TODAY]


def test_past_quarters_begin_with_the_first_that_has_a_number_and_a_gap_stays_a_gap(waterveen):
    FrozenFigure.objects.create(municipality=waterveen, indicator="meetings.held", quarter=date(2025, 4, 1), lack="nothing_yet", frozen_at=AT)
    for first in (date(2025, 7, 1), date(2026, 1, 1)):
        FrozenFigure.objects.create(municipality=waterveen, indicator="meetings.held", quarter=first, value=4, frozen_at=AT)

    past = stands(waterveen)["meetings"].main.past

    assert [(each.year, each.number, row is not None) for each, row in past] == [(2025, 3, True), (2025, 4, False), (2026, 1, True)]


def test_first_comes_what_was_not_begun_then_what_falls_short_then_what_nobody_can_say(waterveen):
    figures = {
        "approach.vision_months": number(30), "keyfigures.procedure": NO, "evaluations.respect": TOO_FEW, "keyfigures.contact": share(1, 2),
        "meetings.held": number(0), "evaluations.trust": ValueError(),
    }
    with measuring(figures, default="well"):
        waiting = lesson_states.to_do(lesson_states.all_states(waterveen, today=TODAY))

    assert [each.lesson.code for each in waiting] == ["ending", "meetings", "vision", "contact", "treatment"]
