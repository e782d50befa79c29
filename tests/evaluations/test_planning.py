"""Planning, changing and preparing an evaluation; asking somebody from outside."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evaluations.actions import NotPossible, guests, planning
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.sheet import Participant
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT, TODAY
from tests.threads import at_once

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def questions(waterveen):
    return published_version(waterveen)


def page_of(name, row):
    return reverse(f"evaluations:{name}", args=[row.uuid])


def plan(by, **more):
    what = {"kind": "survey", "title": "Zomer", "opens_on": TODAY + 21 * DAY, "closes_on": TODAY + 42 * DAY, "submission": uuid4()}
    return planning.plan(by=by, at=AT, **{**what, **more})


def filled_in(**more):
    return {"kind": "survey", "title": "Zomer", "opens_on": "2026-06-30", "closes_on": "2026-07-21", "submission": str(uuid4()), **more}


class TestPlanning:
    def test_it_is_planned_with_a_promise_to_prepare_it_by_its_first_day(self, client, waterveen, marieke, questions):
        response = log_in(client, marieke).post(reverse("evaluations:evaluation_new"), filled_in(questions=str(questions.uuid)))

        row = Evaluation.objects.get()
        assert response.url == page_of("evaluation_detail", row)
        assert (row.title, row.state, row.opens_on, row.questions, row.owner) == ("Zomer", "planned", date(2026, 6, 30), questions, marieke)
        assert Clock.objects.open().filter(subject=row.uuid, kind="evaluations.prepare", owner=marieke).count() == 1

    def test_sent_twice_it_is_one(self, client, marieke):
        form = filled_in()

        for _each in range(2):
            log_in(client, marieke).post(reverse("evaluations:evaluation_new"), form)

        assert Evaluation.objects.count() == 1

    def test_a_second_one_of_a_kind_is_refused_and_nothing_typed_is_lost(self, client, marieke):
        plan(marieke)

        page = log_in(client, marieke).post(reverse("evaluations:evaluation_new"), filled_in(title="Nog een keer"))

        assert page.status_code == 409
        assert "Er is er al een van deze soort gepland" in page.content.decode()
        assert 'value="Nog een keer"' in page.content.decode()

    @pytest.mark.parametrize(
        ("wrong", "told"),
        [
            ({"opens_on": "2026-06-08"}, "Deze dag is al voorbij"),
            ({"closes_on": "2026-06-30"}, "Kies een dag na de eerste"),
            ({"closes_on": "2026-12-30"}, "Drie maanden is het langst"),
            ({"title": ""}, "Schrijf eerst een paar woorden"),
            ({"kind": "onzin"}, "Kies er één uit de lijst"),
            ({"questions": str(uuid4())}, "Kies er één uit de lijst"),
        ],
    )
    def test_what_is_wrong_is_said_beside_the_field(self, client, marieke, wrong, told):
        page = log_in(client, marieke).post(reverse("evaluations:evaluation_new"), filled_in(**wrong))

        assert page.status_code == 400
        assert told in page.content.decode()
        assert not Evaluation.objects.exists()

    def test_questions_of_another_municipality_or_a_draft_cannot_be_chosen(self, marieke, neighbour):
        foreign = published_version(neighbour.municipality)

        with pytest.raises(PermissionDenied):
            plan(marieke, questions=foreign)

    def test_who_only_reads_results_does_not_plan(self, client, thijs):
        assert log_in(client, thijs).get(reverse("evaluations:evaluation_new")).status_code == 404
        with pytest.raises(PermissionDenied):
            plan(thijs)

    @pytest.mark.django_db(transaction=True)
    def test_two_coordinators_at_once_plan_one(self, marieke, pim):
        results = at_once(lambda: plan(marieke), lambda: plan(pim))

        assert sorted(type(each).__name__ for each in results) == ["Evaluation", "NotPossible"]
        assert Evaluation.objects.count() == 1
        assert Clock.objects.count() == 1


class TestPreparing:
    def test_saying_that_it_is_ready_keeps_the_promise(self, client, marieke, questions):
        row = plan(marieke, questions=questions)

        log_in(client, marieke).post(page_of("evaluation_prepared", row))

        assert not Clock.objects.open().exists()
        assert "Het is klaar" not in client.get(page_of("evaluation_detail", row)).content.decode()

    def test_a_survey_without_questions_is_not_ready(self, client, marieke):
        row = plan(marieke)

        page = log_in(client, marieke).post(page_of("evaluation_prepared", row))

        assert page.status_code == 409
        assert "Kies eerst welke vragen" in page.content.decode()
        assert Clock.objects.open().count() == 1

    def test_the_page_tells_what_happens_by_itself_and_when(self, client, marieke, questions):
        row = plan(marieke, questions=questions)

        page = log_in(client, marieke).get(page_of("evaluation_detail", row)).content.decode()

        assert "Hij gaat vanzelf open op 30\xa0juni" in page
        assert "één herinnering, op 14\xa0juli" in page
        assert "Hij sluit vanzelf na 21\xa0juli" in page


class TestChanging:
    def test_another_first_day_moves_the_promise(self, client, marieke):
        row = plan(marieke)
        form = {"title": "Herfst", "opens_on": "2026-07-01", "closes_on": "2026-07-22", "edits": row.edits}

        log_in(client, marieke).post(page_of("evaluation_edit", row), form)

        row.refresh_from_db()
        assert (row.title, row.opens_on, row.edits) == ("Herfst", date(2026, 7, 1), 2)
        assert Clock.objects.get().due_at.date() == date(2026, 7, 1)

    def test_what_a_colleague_changed_meanwhile_is_not_overwritten_unseen(self, client, marieke, pim):
        row = plan(marieke)
        form = {"title": "Van Pim", "opens_on": "2026-07-01", "closes_on": "2026-07-22", "edits": row.edits}
        planning.change(row, by=marieke, at=AT, edits=row.edits, title="Van Marieke")

        page = log_in(client, pim).post(page_of("evaluation_edit", row), form)

        assert page.status_code == 409
        assert 'value="Van Pim"' in page.content.decode()
        row.refresh_from_db()
        assert row.title == "Van Marieke"

    def test_once_it_is_open_nothing_changes(self, client, survey, marieke):
        form = {"title": "Anders", "opens_on": "2026-07-01", "closes_on": "2026-07-22", "edits": survey.edits}

        page = log_in(client, marieke).post(page_of("evaluation_edit", survey), form)

        assert page.status_code == 409
        survey.refresh_from_db()
        assert survey.title == "Vragen aan het netwerk, zomer"

    def test_cancelling_asks_first_and_tells_what_is_lost(self, client, survey, marieke):
        page = log_in(client, marieke).get(page_of("evaluation_cancel", survey)).content.decode()
        assert "Antwoorden die binnenkwamen worden weggegooid" in page

        assert client.post(page_of("evaluation_cancel", survey), {"because": ""}).status_code == 400
        client.post(page_of("evaluation_cancel", survey), {"because": "Er zijn verkiezingen"})

        survey.refresh_from_db()
        assert survey.state == "cancelled"

    def test_a_closed_one_cannot_be_cancelled(self, waterveen, marieke):
        closed = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True)

        with pytest.raises(NotPossible):
            planning.cancel(closed, by=marieke, at=AT, because="Te laat")


class TestHowManyAnswered:
    @pytest.mark.parametrize(
        ("answered", "told"), [(0, "7 mensen zijn gevraagd. Hoeveel"), (4, "7 mensen zijn gevraagd. Hoeveel"), (5, "minstens 5"), (7, "minstens 5")],
    )
    def test_it_is_told_from_five_on_and_in_steps(self, client, survey, marieke, answered, told):
        for number in range(7):
            ParticipantFactory(evaluation=survey, has_answered=number < answered)

        page = log_in(client, marieke).get(page_of("evaluation_detail", survey)).content.decode()

        assert told in page
        assert all(each.member.name not in page for each in Participant.objects.select_related("member__user"))


class TestFromOutside:
    def test_she_sees_it_until_her_last_day_and_hears_that_something_waits(self, client, survey, marieke, esther):
        assert log_in(client, esther).get(page_of("evaluation_detail", survey)).status_code == 404

        form = {"member": str(esther.uuid), "part": "interviewer", "until": "2026-06-20"}
        log_in(client, marieke).post(page_of("guest_new", survey), form)

        assert Guest.objects.get().until == date(2026, 6, 20)
        assert log_in(client, esther).get(page_of("evaluation_detail", survey)).status_code == 200

    def test_taken_back_she_sees_nothing_any_more(self, client, survey, marieke, esther):
        guest = GuestFactory(evaluation=survey, member=esther)

        log_in(client, marieke).post(page_of("guest_end", guest))

        assert log_in(client, esther).get(page_of("evaluation_detail", survey)).status_code == 404

    def test_who_works_here_or_is_a_key_figure_cannot_be_asked(self, client, survey, marieke, thijs, robin):
        for member in (thijs, robin.member):
            page = log_in(client, marieke).post(page_of("guest_new", survey), {"member": str(member.uuid), "part": "evaluator", "until": "2026-06-20"})
            assert page.status_code == 400
            with pytest.raises(PermissionDenied):
                guests.give(survey, member=member, part="evaluator", until=TODAY, by=marieke, at=AT)

    def test_a_day_that_is_over_is_refused_beside_the_field(self, client, survey, marieke, esther):
        page = log_in(client, marieke).post(page_of("guest_new", survey), {"member": str(esther.uuid), "part": "paper", "until": "2026-06-01"})

        assert page.status_code == 400
        assert "Deze dag is al voorbij" in page.content.decode()

    def test_of_another_municipality_nothing_is_found(self, client, survey, neighbour, esther):
        guest = GuestFactory(evaluation=survey, member=esther)
        other = MembershipFactory(coordinator=True)

        assert log_in(client, other).post(page_of("guest_end", guest)).status_code == 404
        assert log_in(client, other).get(page_of("guest_new", survey)).status_code == 404
        assert Guest.objects.exists()
