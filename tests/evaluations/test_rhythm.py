"""When the next evaluation of a kind opens, and that it is planned by itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evaluations.actions import rhythm
from evaluations.models.evaluation import Evaluation
from evaluations.rhythm import Standing
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, published_version
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory

JUNE = date(2026, 6, 23)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def five(waterveen):
    for _each in range(5):
        KeyFigureFactory(municipality=waterveen, stage="active")


def planned():
    return [(each.kind, each.opens_on) for each in Evaluation.objects.filter(state="planned").order_by("pk")]


class TestStanding:
    def test_the_next_one_comes_so_many_months_after_the_first_day_of_the_last(self):
        assert Standing(months=6, last=date(2025, 12, 31), has_next=False).expected == date(2026, 6, 30)

    def test_of_a_kind_that_was_never_held_the_months_count_from_the_first_of_all(self):
        assert Standing(months=12, last=None, has_next=False, since=date(2026, 1, 1)).expected == date(2027, 1, 1)

    @pytest.mark.parametrize("standing", [Standing(months=0, last=JUNE, has_next=False), Standing(months=6, last=JUNE, has_next=True)])
    def test_none_is_expected_when_none_is_wanted_or_one_is_there(self, standing):
        assert standing.expected is None
        assert not standing.is_to_be_planned(date(2030, 1, 1))

    def test_one_that_is_overdue_opens_when_it_can_be_prepared(self):
        assert Standing(months=6, last=date(2024, 1, 1), has_next=False).opens_on(JUNE) == JUNE


class TestPlanningByItself:
    def test_the_first_survey_comes_as_soon_as_five_take_part(self, waterveen, marieke):
        for _each in range(4):
            KeyFigureFactory(municipality=waterveen, stage="active")
        rhythm.follow_all(at=AT)
        assert planned() == []

        KeyFigureFactory(municipality=waterveen, stage="active")
        rhythm.follow_all(at=AT)

        # 15 working days after Tuesday 9 June 2026.
        assert planned() == [("survey", date(2026, 6, 30))]

    def test_a_run_too_many_plans_nothing_twice(self, waterveen, marieke, five):
        rhythm.follow_all(at=AT)
        rhythm.follow_all(at=AT)

        assert len(planned()) == 1

    def test_who_holds_it_gets_a_promise_to_prepare_it_before_the_first_day(self, waterveen, marieke, five):
        rhythm.follow_all(at=AT)

        clock = Clock.objects.get(kind="evaluations.prepare")
        assert clock.owner == marieke
        assert clock.subject == Evaluation.objects.get().uuid
        assert clock.due_at.date() == date(2026, 6, 30)

    def test_it_asks_what_was_published_last(self, waterveen, marieke, five):
        published_version(waterveen)
        mirror = published_version(waterveen, use="mirror")
        newest = published_version(waterveen)

        rhythm.follow_all(at=AT)

        survey = Evaluation.objects.get()
        assert (survey.questions, survey.mirror) == (newest, mirror)

    def test_half_a_year_after_the_last_the_next_one_opens_and_a_year_after_it_the_process_is_evaluated(self, waterveen, marieke):
        EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, opens_on=TODAY - timedelta(days=360))

        rhythm.follow_all(at=AT)

        assert [kind for kind, _day in planned()] == ["survey", "process"]

    def test_a_cancelled_one_does_not_count(self, waterveen, marieke, five):
        EvaluationFactory(municipality=waterveen, owner=marieke, state="cancelled", cancelled_at=AT, opens_on=TODAY - timedelta(days=10))

        rhythm.follow_all(at=AT)

        assert [kind for kind, _day in planned()] == ["survey"]

    def test_who_left_does_not_hold_the_next_one(self, waterveen, marieke):
        left = MembershipFactory(coordinator=True, municipality=waterveen, end_date=TODAY)
        EvaluationFactory(municipality=waterveen, owner=left, closed=True, opens_on=TODAY - timedelta(days=200))

        rhythm.follow_all(at=AT)

        assert Evaluation.objects.get(state="planned").owner == marieke

    def test_nothing_is_planned_where_nobody_wants_it(self, waterveen, marieke, five):
        rhythm.set_months({}, by=marieke)

        rhythm.follow_all(at=AT)

        assert planned() == []


class TestSettings:
    def test_the_coordinator_changes_how_often(self, client, waterveen, marieke):
        response = log_in(client, marieke).post(reverse("evaluations:rhythm_settings"), {"survey": 12, "process": 24, "plan": 0, "effect": 0})

        assert response.status_code == 302
        assert rhythm.months_of(waterveen) == {"survey": 12, "process": 24, "plan": 0, "effect": 0}

    def test_what_is_no_number_is_said_beside_the_field_and_nothing_is_lost(self, client, waterveen, marieke):
        page = log_in(client, marieke).post(reverse("evaluations:rhythm_settings"), {"survey": "121", "process": "vaak", "plan": 0, "effect": 7})

        assert page.status_code == 400
        assert "Tien jaar is het meeste" in page.content.decode()
        assert 'value="vaak"' in page.content.decode()
        assert rhythm.months_of(waterveen)["effect"] == 48

    def test_who_only_reads_results_cannot(self, client, thijs):
        assert log_in(client, thijs).get(reverse("evaluations:rhythm_settings")).status_code == 404
        with pytest.raises(PermissionDenied):
            rhythm.set_months({"survey": 1}, by=thijs)


class TestTheCalendar:
    def test_it_tells_the_last_one_and_the_next_one_of_each_kind(self, client, waterveen, marieke):
        EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, opens_on=date(2026, 3, 2))
        EvaluationFactory(municipality=waterveen, owner=marieke, kind="process", title="Het jaar rond", opens_on=date(2026, 9, 1))

        page = log_in(client, marieke).get(reverse("evaluations:evaluation_calendar"))

        assert [(line.kind, line.last, line.next, line.rhythm) for line in page.context["lines"]] == [
            ("Vragen aan het netwerk", "2\xa0maart", "Rond september\xa02026", "Elke 6 maanden"),
            ("Procesevaluatie", "Nog niet geweest", "1\xa0september: Het jaar rond", "Elk jaar"),
            ("Planevaluatie", "Nog niet geweest", "Als je er een plant", "Alleen als je er een plant"),
            ("Effectevaluatie", "Nog niet geweest", "Rond maart\xa02030", "Elke 4 jaar"),
        ]
        assert "Na elke bijeenkomst" in page.content.decode()

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, waterveen, marieke, rows, django_assert_num_queries):
        for row in range(rows):
            EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, opens_on=TODAY - timedelta(days=30 + row))
        log_in(client, marieke).get(reverse("evaluations:evaluation_calendar"))

        with django_assert_num_queries(8):
            client.get(reverse("evaluations:evaluation_calendar"))
