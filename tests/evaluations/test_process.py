import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from evaluations import process_paper, system_figures
from evaluations.actions import finishing, process
from evaluations.actions.finishing import NotOpen
from evaluations.actions.process import StepChanged, StepsMissing
from evaluations.models.evaluation import Evaluation
from evaluations.models.process import ProcessStep
from evaluations.nine_steps import CONTACT, NUMBERS, PROMISES, STEPS, TEAM
from evaluations.presentation import process as words_of
from keyfigures.models.contact import ContactMoment
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory, ImprovementFactory
from tests.factories.keyfigures import AT, TODAY, HelpRequestFactory, KeyFigureFactory
from tests.threads import at_once

DAY = timedelta(days=1)
SECRET = "Na de zomer belde niemand meer."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def evaluation(waterveen, marieke):
    return EvaluationFactory(municipality=waterveen, owner=marieke, kind="process", title="Hoe werken wij samen?", questions=None, opened=True)


@pytest.fixture
def guest(evaluation, esther):
    GuestFactory(evaluation=evaluation, member=esther)
    return esther


def save(evaluation, by, *, number=CONTACT, text=SECRET, edits=0, at=AT, **more):
    return process.save(evaluation, number=number, by=by, at=at, edits=edits, text=text, **more)


def write_all(evaluation, by):
    for number in NUMBERS:
        save(evaluation, by, number=number, text=f"Gevonden bij {number}.")


def address(name, *args):
    return reverse(f"evaluations:process_{name}", args=args)


def contact(figure, official, *, occasion="quiet", number=1):
    for _each in range(number):
        ContactMoment.objects.create(
            municipality=figure.municipality, key_figure=figure, official=official, how="call", occasion=occasion, topic="catching_up", on=TODAY,
            logged_at=AT, logged_by=official,
        )


def test_there_are_nine_steps_each_with_something_to_look_at():
    assert [each.number for each in STEPS] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert all(each.asks and each.example for each in STEPS)


class TestWriting:
    def test_what_is_written_stays_with_the_figures_of_that_day(self, evaluation, marieke, robin):
        contact(robin, marieke, number=3)
        save(evaluation, marieke)
        contact(robin, marieke, number=5)

        step = save(evaluation, marieke, text="Toch anders.", edits=1, at=AT + DAY)

        assert (step.text, step.written_by, step.done_at) == ("Toch anders.", marieke, AT + DAY)
        assert (step.figures["day"], step.figures["parts"][0]["lines"][0]) == ("2026-06-09", ["In rustige tijd", "3"])
        again = save(evaluation, marieke, text="Toch anders.", edits=2, at=AT + DAY, again=True)
        assert (again.figures["day"], again.figures["parts"][0]["lines"][0][1]) == ("2026-06-10", "8")

    def test_the_same_twice_is_once(self, evaluation, marieke):
        for _each in range(2):
            save(evaluation, marieke)

        assert ProcessStep.objects.get().edits == 1

    def test_a_colleague_is_not_overwritten(self, evaluation, marieke, pim):
        save(evaluation, marieke)
        with pytest.raises(StepChanged):
            save(evaluation, pim, text="Iets anders.")
        assert ProcessStep.objects.get().text == SECRET

    def test_writing_begins_a_planned_one_and_promises_that_it_is_finished_in_forty_working_days(self, waterveen, marieke, evaluation):
        Evaluation.objects.update(state="planned", opened_at=None)
        save(evaluation, marieke)

        evaluation.refresh_from_db()
        assert (evaluation.state, evaluation.opened_at) == ("open", AT)
        clock = Clock.objects.get()
        assert (clock.kind, clock.owner, clock.due_at.date()) == ("evaluations.finish", marieke, date(2026, 8, 4))
        assert (evaluation.opens_on, evaluation.closes_on) == (TODAY, date(2026, 8, 4))

    def test_a_last_day_that_is_later_than_the_term_is_the_one_that_is_promised(self, marieke, evaluation):
        Evaluation.objects.update(state="planned", opened_at=None, closes_on=date(2026, 9, 1))
        save(evaluation, marieke)

        evaluation.refresh_from_db()
        assert (Clock.objects.get().due_at.date(), evaluation.closes_on) == (date(2026, 9, 1), date(2026, 9, 1))

    def test_who_evaluates_from_outside_writes_too_until_her_last_day(self, evaluation, guest):
        save(evaluation, guest)
        with pytest.raises(PermissionDenied):
            save(evaluation, guest, number=TEAM, at=AT + 61 * DAY)

    def test_others_write_nothing(self, evaluation, thijs, annemarie, joris, neighbour, robin):
        GuestFactory(evaluation=evaluation, member=joris, part="interviewer")
        for by in (thijs, annemarie, joris, neighbour, robin.member):
            with pytest.raises(PermissionDenied):
                save(evaluation, by)

    def test_a_survey_has_no_steps(self, waterveen, marieke):
        with pytest.raises(NotOpen):
            save(EvaluationFactory(municipality=waterveen, owner=marieke, opened=True), marieke)

    @pytest.mark.parametrize("number", [0, 10])
    def test_postgres_knows_nine_steps(self, evaluation, marieke, number):
        save(evaluation, marieke)
        with pytest.raises(IntegrityError), transaction.atomic():
            ProcessStep.objects.update(number=number)


class TestFigures:
    def test_nothing_in_any_step_names_anybody_or_tells_a_small_number_of_people(self, evaluation, marieke, robin, sam):
        contact(robin, marieke, number=2)
        HelpRequestFactory(key_figure=robin)
        for number in NUMBERS:
            shown = json.dumps(system_figures.figures_of(number, evaluation, at=AT))
            for name in ("Robin", "Sam", "Marieke"):
                assert name not in shown, number

    def test_promises_are_rounded_and_a_small_rest_is_not_told(self, evaluation, waterveen, marieke, robin):
        for number in range(12):
            Clock.objects.create(
                municipality=waterveen, kind="keyfigures.help_outcome", subject=robin.uuid, owner=marieke, waiter=robin.member, working_days=5,
                promised_at=AT - 130 * DAY, due_at=AT - 120 * DAY, kept_at=AT - (121 if number < 9 else 110) * DAY,
            )
        lines = [tuple(each) for each in system_figures.figures_of(PROMISES, evaluation, at=AT)["parts"][0]["lines"]]
        assert lines == [("Toegezegd", "10 of meer"), ("Op tijd nagekomen", "te weinig om te tonen")]

        Clock.objects.update(kept_at=AT - 121 * DAY)
        lines = [tuple(each) for each in system_figures.figures_of(PROMISES, evaluation, at=AT)["parts"][0]["lines"]]
        assert lines == [("Toegezegd", "10 of meer"), ("Op tijd nagekomen", "10 of meer")]

    def test_below_five_key_figures_the_mix_and_the_balance_say_so(self, evaluation, robin):
        for number in (6, 7):
            assert "te weinig sleutelfiguren" in json.dumps(system_figures.figures_of(number, evaluation, at=AT))

    def test_improvements_of_this_municipality_are_counted_not_those_of_another(self, evaluation, waterveen):
        ImprovementFactory(evaluation=EvaluationFactory(municipality=waterveen, closed=True))
        ImprovementFactory()

        assert system_figures.figures_of(9, evaluation, at=AT)["parts"][0]["sentence"] == "1 verbetering is nog open."

    def test_they_are_what_json_holds(self, evaluation, robin):
        for number in NUMBERS:
            figures = system_figures.figures_of(number, evaluation, at=AT)
            assert json.loads(json.dumps(figures)).keys() <= {"day", "parts"}


class TestFinishing:
    def test_when_all_nine_are_written_it_is_closed_and_shared_back_in_fifteen_working_days(self, evaluation, marieke):
        write_all(evaluation, marieke)
        process.finish(evaluation, by=marieke, at=AT)

        evaluation.refresh_from_db()
        assert (evaluation.state, evaluation.closed_at) == ("closed", AT)
        clock = Clock.objects.open().get()
        assert (clock.kind, clock.owner, clock.due_at.date()) == ("evaluations.share_back", marieke, date(2026, 6, 30))
        for act in (lambda: process.finish(evaluation, by=marieke, at=AT), lambda: save(evaluation, marieke, edits=1)):
            with pytest.raises(NotOpen):
                act()

    def test_it_says_which_steps_are_missing(self, evaluation, marieke):
        save(evaluation, marieke, number=3)
        save(evaluation, marieke, number=4, text="")
        with pytest.raises(StepsMissing) as problem:
            process.finish(evaluation, by=marieke, at=AT)

        assert problem.value.numbers == [1, 2, 4, 5, 6, 7, 8, 9]

    def test_only_by_who_plans_evaluations(self, evaluation, guest, thijs, neighbour, marieke):
        write_all(evaluation, marieke)
        for by in (guest, thijs, neighbour):
            with pytest.raises(PermissionDenied):
                process.finish(evaluation, by=by, at=AT)


class TestOpeningByItself:
    def test_on_its_day_it_opens_once_and_it_is_promised_that_it_is_finished(self, evaluation, marieke):
        Evaluation.objects.update(state="planned", opened_at=None, opens_on=TODAY)

        assert finishing.open_due(at=AT - DAY) == 0
        assert (finishing.open_due(at=AT), finishing.open_due(at=AT)) == (1, 0)
        evaluation.refresh_from_db()
        assert (evaluation.state, evaluation.opened_at) == ("open", AT)
        assert [(each.kind, each.owner) for each in Clock.objects.open()] == [("evaluations.finish", marieke)]

    def test_a_day_that_was_missed_is_made_good_and_while_another_is_open_it_waits(self, evaluation, waterveen, marieke):
        EvaluationFactory(municipality=waterveen, owner=marieke, kind="process", questions=None, opens_on=TODAY - 3 * DAY)

        assert finishing.open_due(at=AT) == 0
        Evaluation.objects.filter(pk=evaluation.pk).update(state="shared", closed_at=AT, shared_at=AT)
        assert finishing.open_due(at=AT) == 1

    def test_a_plan_and_a_survey_do_not_open_like_this(self, waterveen, marieke):
        for kind in ("plan", "survey"):
            EvaluationFactory(municipality=waterveen, owner=marieke, kind=kind, opens_on=TODAY)

        assert finishing.open_due(at=AT) == 0


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_two_who_write_the_same_step_do_not_lose_each_others_text(self, evaluation, marieke, pim):
        results = at_once(*(lambda by=by: save(evaluation, by, text=f"Van {by.pk}.") for by in (marieke, pim)))

        assert sorted(type(each).__name__ for each in results) == ["ProcessStep", "StepChanged"]
        assert ProcessStep.objects.get().edits == 1

    def test_two_who_finish_close_it_once(self, evaluation, marieke, pim):
        write_all(evaluation, marieke)
        results = at_once(*(lambda by=by: process.finish(evaluation, by=by, at=AT) for by in (marieke, pim)))

        assert sorted(type(each).__name__ for each in results) == ["Evaluation", "NotOpen"]
        assert Clock.objects.filter(kind="evaluations.share_back").count() == 1


def page(client, member, url):
    answer = log_in(client, member).get(url)
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


class TestPages:
    def test_step_by_step_forward_back_and_to_all_together(self, client, evaluation, marieke):
        first = address("step", evaluation.uuid, 1)
        detail = page(client, marieke, reverse("evaluations:evaluation_detail", args=[evaluation.uuid]))
        assert first in detail
        assert "Begin met stap 1" in detail
        assert "Codes afdrukken" not in detail

        assert client.post(first, {"text": SECRET, "version": 0, "then": "next"}).url == address("step", evaluation.uuid, 2)
        second = client.get(address("step", evaluation.uuid, 2)).content.decode()
        assert first in second
        assert client.post(address("step", evaluation.uuid, 9), {"text": "Slot.", "version": 0, "then": "next"}).url == address("overview", evaluation.uuid)
        overview = client.get(address("overview", evaluation.uuid)).content.decode()
        assert SECRET in overview
        assert "De woorden van de stappen zijn ons voorstel." in overview

    def test_all_is_finished_with_one_button_and_says_what_is_missing(self, client, evaluation, marieke):
        answer = log_in(client, marieke).post(address("finish", evaluation.uuid))
        assert answer.status_code == 409
        assert "Schrijf ook bij stap 1, 2, 3" in answer.content.decode()
        write_all(evaluation, marieke)

        assert client.post(address("finish", evaluation.uuid)).status_code == 302
        assert client.get(address("step", evaluation.uuid, 1)).url == address("overview", evaluation.uuid)

    def test_a_colleague_who_wrote_meanwhile_is_shown_beside_what_was_typed(self, client, evaluation, marieke, pim):
        save(evaluation, pim, text="Van Pim.")
        answer = log_in(client, marieke).post(address("step", evaluation.uuid, CONTACT), {"text": "Van Marieke.", "version": 0})
        shown = answer.content.decode()

        assert answer.status_code == 409
        assert "Van Pim." in shown
        assert "Van Marieke." in shown
        data = {"text": "Van Marieke.", "version": answer.context["form"]["version"].value()}
        assert client.post(address("step", evaluation.uuid, CONTACT), data).status_code == 302

    def test_more_than_two_thousand_signs_are_refused_and_not_lost(self, client, evaluation, marieke):
        answer = log_in(client, marieke).post(address("step", evaluation.uuid, 1), {"text": "a" * 50_000, "version": 0})

        assert answer.status_code == 400
        assert "a" * 50_000 in answer.content.decode()

    def test_there_is_no_tenth_step(self, client, evaluation, marieke):
        for number in (0, 10):
            assert page(client, marieke, address("step", evaluation.uuid, number)) == 404

    def test_while_it_is_open_only_who_works_on_it_reads_it(self, client, evaluation, marieke, guest, thijs, annemarie, joris, neighbour, robin):
        save(evaluation, marieke)
        GuestFactory(evaluation=evaluation, member=joris, part="paper")
        urls = [address("overview", evaluation.uuid), address("step", evaluation.uuid, CONTACT), address("pdf", evaluation.uuid)]
        for by in (thijs, annemarie, joris, neighbour, robin.member):
            for url in urls:
                assert page(client, by, url) == 404, (by, url)
            assert SECRET not in str(page(client, by, reverse("evaluations:evaluation_detail", args=[evaluation.uuid])))
        for by in (marieke, guest):
            assert SECRET in page(client, by, urls[0])

    def test_when_it_is_finished_who_may_see_results_reads_it(self, client, evaluation, marieke, thijs, joris):
        write_all(evaluation, marieke)
        process.finish(evaluation, by=marieke, at=AT)
        GuestFactory(evaluation=evaluation, member=joris, part="paper")

        assert "Gevonden bij 4." in page(client, thijs, address("overview", evaluation.uuid))
        assert page(client, thijs, address("step", evaluation.uuid, 1)) == 404
        assert page(client, joris, address("overview", evaluation.uuid)) == 404

    def test_on_paper_stands_what_was_written_with_its_figures(self, client, evaluation, marieke, robin):
        contact(robin, marieke, number=3)
        save(evaluation, marieke)
        words = process_paper.words_for(evaluation, at=AT)

        assert [each.title for each in words.sections if each.level == 2][2].startswith("3. ")
        assert SECRET in [each.text for each in words.sections]
        answer = log_in(client, marieke).get(address("pdf", evaluation.uuid))
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")
        assert evaluation.title not in answer["Content-Disposition"]

    def test_statements_stay_the_same_with_more_people_and_steps(self, client, evaluation, marieke, waterveen, django_assert_num_queries):
        log_in(client, marieke).get("/evaluaties/")  # once for the session
        for number in (1, 3):
            for figure in [KeyFigureFactory(municipality=waterveen, contact_person=marieke) for _each in range(number)]:
                contact(figure, MembershipFactory(coordinator=True, municipality=waterveen))
            save(evaluation, marieke, number=number)
            with django_assert_num_queries(6):
                client.get(address("overview", evaluation.uuid))
            for part in (words_of.section, words_of.step):
                with django_assert_num_queries(2):
                    assert part(evaluation, reader=marieke, at=AT) is not None
            with django_assert_num_queries(5):
                client.get(address("step", evaluation.uuid, 6))
