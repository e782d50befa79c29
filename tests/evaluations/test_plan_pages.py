from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from evaluations.actions import plan
from evaluations.actions.questionnaire import take_over
from evaluations.actions.version import publish
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.plan import PlanAnswer, PlanOutcome, PlanReading
from evaluations.models.questionnaire import Version
from evaluations.presentation import plan as words_of
from evaluations.shipped.plan import PLAN
from tests.evaluations.test_plan import SECRET, agree, begin, evaluation, hand_in, identities, reading_of
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import GuestFactory, PlanEvaluationFactory, published_version
from tests.factories.keyfigures import AT, TODAY

__all__ = ["evaluation"]


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def address(name, *args):
    return reverse(f"evaluations:plan_{name}", args=args)


def page(client, member, url):
    answer = log_in(client, member).get(url)
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


@pytest.fixture
def begun(evaluation, marieke, esther):
    begin(evaluation, marieke, marieke, esther)
    return Evaluation.objects.get(pk=evaluation.pk)


@pytest.fixture
def complete(begun, marieke, esther):
    hand_in(esther, "1", "4", remark=SECRET)
    hand_in(marieke, "5", "4")
    return begun


def filled_in(evaluation, *given, version=1, then="save", remark=""):
    first, second, own_words = (each.hex for each in identities(evaluation))
    return {f"answer_{first}": given[0], f"answer_{second}": given[1], f"remark_{first}": remark, f"remark_{own_words}": "", "version": version, "then": then}


class TestChoosing:
    def test_the_coordinator_chooses_two_and_one_of_them_comes_from_outside(self, client, evaluation, marieke, esther, thijs):
        url = address("begin", evaluation.uuid)
        assert url in page(client, marieke, reverse("evaluations:evaluation_detail", args=[evaluation.uuid]))
        data = {"evaluators": [str(marieke.uuid), str(esther.uuid)], "questions": str(evaluation.questions.uuid)}

        assert client.post(url, data).url == reverse("evaluations:evaluation_detail", args=[evaluation.uuid])
        assert {each.evaluator for each in PlanReading.objects.all()} == {marieke, esther}

    def test_without_an_outsider_the_reason_stands_beside_the_question_and_nothing_is_lost(self, client, evaluation, marieke, thijs, esther):
        data = {"evaluators": [str(marieke.uuid), str(thijs.uuid)], "questions": str(evaluation.questions.uuid)}
        answer = log_in(client, marieke).post(address("begin", evaluation.uuid), data)

        assert answer.status_code == 400
        assert "Kies minstens één persoon van buiten de gemeente" in answer.content.decode()
        assert answer.context["form"]["evaluators"].value() == data["evaluators"]

    def test_who_was_first_is_told_to_the_second(self, client, begun, marieke, esther):
        data = {"evaluators": [str(marieke.uuid), str(esther.uuid)], "questions": str(begun.questions.uuid)}
        assert log_in(client, marieke).post(address("begin", begun.uuid), data).status_code == 409

    def test_without_a_checklist_it_says_what_to_do(self, client, waterveen, marieke, esther):
        row = PlanEvaluationFactory(municipality=waterveen, owner=marieke, questions=None)

        assert "Er is nog geen checklist" in page(client, marieke, address("begin", row.uuid))

    def test_for_nobody_else(self, client, evaluation, esther, thijs, annemarie, joris, neighbour, robin):
        GuestFactory(evaluation=evaluation, member=esther)
        for by in (esther, thijs, annemarie, joris, neighbour, robin.member):
            assert page(client, by, address("begin", evaluation.uuid)) == 404


class TestReadingAlone:
    def test_she_saves_goes_on_and_hands_in(self, client, begun, esther):
        url = address("reading", reading_of(esther).uuid)
        assert "Het doel is duidelijk." in page(client, esther, url)

        assert client.post(url, filled_in(begun, "4", "", remark=SECRET)).url == url
        assert SECRET in client.get(url).content.decode()
        assert client.post(url, filled_in(begun, "4", "2", version=2, remark=SECRET, then="hand_in")).url == url
        assert reading_of(esther).handed_in_at == AT
        assert "Je hebt ingeleverd" in client.get(url).content.decode()

    def test_what_has_no_answer_is_said_beside_the_question_and_nothing_is_lost(self, client, begun, esther):
        answer = log_in(client, esther).post(address("reading", reading_of(esther).uuid), filled_in(begun, "4", "", remark=SECRET, then="hand_in"))

        assert answer.status_code == 400
        assert SECRET in answer.content.decode()
        assert list(answer.context["form"].errors) == [f"answer_{identities(begun)[1].hex}"]
        assert not PlanAnswer.objects.exists()

    def test_a_remark_of_more_than_a_thousand_signs_is_refused_and_not_lost(self, client, begun, esther):
        answer = log_in(client, esther).post(address("reading", reading_of(esther).uuid), filled_in(begun, "4", "", remark="a" * 50_000))

        assert answer.status_code == 400
        assert "a" * 50_000 in answer.content.decode()

    def test_another_window_is_told_and_both_texts_are_shown(self, client, begun, esther):
        url = address("reading", reading_of(esther).uuid)
        log_in(client, esther).post(url, filled_in(begun, "4", "", remark=SECRET))
        answer = client.post(url, filled_in(begun, "2", "", remark="Iets anders."))
        shown = answer.content.decode()

        assert answer.status_code == 409
        assert SECRET in shown
        assert "Iets anders." in shown
        assert answer.context["form"]["version"].value() == 2

    def test_nobody_sees_the_answers_of_another_before_all_have_handed_in(self, client, begun, marieke, esther, pim, thijs, annemarie, joris):
        hand_in(esther, "1", "4", remark=SECRET)
        GuestFactory(evaluation=begun, member=joris, part="paper")
        urls = [
            reverse("evaluations:evaluation_detail", args=[begun.uuid]), address("compare", begun.uuid), address("outcome", begun.uuid, identities(begun)[0]),
            address("reading", reading_of(esther).uuid), address("reading", reading_of(marieke).uuid), address("replace", reading_of(esther).uuid),
        ]
        for by in (marieke, pim, thijs, annemarie, joris):
            for url in urls:
                assert SECRET not in str(page(client, by, url)), (by, url)

    def test_a_policy_adviser_who_reads_sees_her_own_reading_only(self, client, waterveen, marieke, esther, thijs):
        row = PlanEvaluationFactory(municipality=waterveen, owner=marieke)
        begin(row, marieke, thijs, esther)
        hand_in(esther, "1", "4", remark=SECRET)

        assert "Het doel is duidelijk." in page(client, thijs, address("reading", reading_of(thijs).uuid))
        assert page(client, thijs, address("reading", reading_of(esther).uuid)) == 404
        assert page(client, thijs, address("compare", row.uuid)) == 404

    def test_after_her_last_day_an_outsider_sees_nothing(self, client, begun, esther):
        Guest.objects.update(until=TODAY - timedelta(days=1))

        for url in (address("reading", reading_of(esther).uuid), address("compare", begun.uuid), reverse("evaluations:evaluation_detail", args=[begun.uuid])):
            assert page(client, esther, url) == 404


    def test_the_checklist_that_comes_with_the_application_is_read_under_its_headings_and_called_our_proposal(self, client, waterveen, marieke, esther):
        made = take_over(PLAN, by=marieke, at=AT, submission=uuid4())
        version = made.versions.get()
        publish(version, by=marieke, at=AT, edits=version.edits)
        row = PlanEvaluationFactory(municipality=waterveen, owner=marieke, questions=Version.objects.get(questionnaire=made))
        begin(row, marieke, marieke, esther)
        shown = page(client, marieke, address("reading", reading_of(marieke).uuid))

        assert [shown.count(each.title["nl"]) for each in PLAN.sections] == [1] * 5
        assert all(each.words["nl"] in shown for each in PLAN.questions)
        assert "Lees het plan eerst alleen." in shown
        assert "Het is geen tekst van de toolkit." in shown


class TestReplacing:
    def test_the_coordinator_asks_somebody_else(self, client, waterveen, begun, marieke, esther):
        other = MembershipFactory(evaluator=True, municipality=waterveen)
        url = address("replace", reading_of(esther).uuid)
        assert url in page(client, marieke, reverse("evaluations:evaluation_detail", args=[begun.uuid]))

        assert client.post(url, {"evaluator": str(other.uuid)}).status_code == 302
        assert {each.evaluator for each in PlanReading.objects.all()} == {marieke, other}

    def test_whoever_takes_over_the_promise_of_who_left_comes_here(self, client, begun, pim, esther):
        answer = log_in(client, pim).get(address("reading", reading_of(esther).uuid))

        assert answer.url == address("replace", reading_of(esther).uuid)

    def test_replacing_who_handed_in_meanwhile_is_told(self, client, waterveen, begun, marieke, esther):
        other, url = MembershipFactory(evaluator=True, municipality=waterveen), address("replace", reading_of(esther).uuid)
        hand_in(esther, "1", "4")

        assert log_in(client, marieke).post(url, {"evaluator": str(other.uuid)}).status_code == 409
        assert client.get(url).status_code == 302

    def test_for_nobody_else(self, client, begun, esther, thijs, neighbour):
        for by in (esther, thijs, neighbour):
            assert page(client, by, address("replace", reading_of(esther).uuid)) == 404


class TestComparing:
    def test_what_differs_most_stands_on_top_for_all_who_read(self, client, complete, marieke, esther, pim):
        for by in (marieke, esther, pim):
            shown = page(client, by, address("compare", complete.uuid))
            assert SECRET in shown
            assert shown.index("Het doel is duidelijk.") < shown.index("Het plan zegt wie wat doet.")
            assert "4 stappen uit elkaar" in shown
            assert "Niemand van jullie schreef hier iets." in shown

    def test_others_see_nothing_while_it_is_open(self, client, complete, thijs, annemarie, joris, neighbour, robin):
        GuestFactory(evaluation=complete, member=joris, part="interviewer")
        for by in (thijs, annemarie, joris, neighbour, robin.member):
            assert page(client, by, address("compare", complete.uuid)) == 404
            assert page(client, by, address("outcome", complete.uuid, identities(complete)[0])) == 404

    def test_when_it_is_finished_who_may_see_results_reads_what_was_agreed_not_who_found_what(self, client, complete, marieke, esther, thijs, joris):
        agree(complete, marieke)
        plan.finish(complete, by=marieke, at=AT)
        GuestFactory(evaluation=complete, member=joris, part="paper")

        shown = page(client, thijs, address("compare", complete.uuid))
        assert "Wij maken het doel kleiner." in shown
        for hidden in (SECRET, "Esther", "Marieke"):
            assert hidden not in shown
        assert SECRET in page(client, esther, address("compare", complete.uuid))
        assert page(client, joris, address("compare", complete.uuid)) == 404

    def test_what_they_agree_on_is_written_per_question(self, client, complete, esther):
        url = address("outcome", complete.uuid, identities(complete)[0])
        assert SECRET in page(client, esther, url)

        assert client.post(url, {"text": "Wij maken het doel kleiner.", "version": 0}).url == address("compare", complete.uuid)
        assert "Wij maken het doel kleiner." in client.get(address("compare", complete.uuid)).content.decode()

    def test_who_is_later_sees_both_texts_and_can_choose(self, client, complete, marieke, esther):
        agree(complete, esther, "Van Esther.")
        url = address("outcome", complete.uuid, identities(complete)[0])
        answer = log_in(client, marieke).post(url, {"text": "Van Marieke.", "version": 0})
        shown = answer.content.decode()

        assert answer.status_code == 409
        assert "Van Esther." in shown
        assert "Van Marieke." in shown
        assert PlanOutcome.objects.get().text == "Van Esther."
        assert client.post(url, {"text": "Van Marieke.", "version": answer.context["form"]["version"].value()}).status_code == 302
        assert PlanOutcome.objects.get().text == "Van Marieke."

    def test_a_question_that_is_not_there_is_no_page(self, client, complete, marieke):
        assert page(client, marieke, address("outcome", complete.uuid, uuid4())) == 404

    def test_it_is_finished_with_one_button_and_says_what_is_missing(self, client, complete, marieke):
        url = address("finish", complete.uuid)
        answer = log_in(client, marieke).post(url)
        assert answer.status_code == 409
        assert "Jullie verschillen over iets" in answer.content.decode()
        agree(complete, marieke)

        assert client.post(url).url == reverse("evaluations:evaluation_detail", args=[complete.uuid])
        assert Evaluation.objects.get().state == "closed"

    def test_statements_stay_the_same_with_more_questions_and_people(self, client, waterveen, marieke, django_assert_num_queries):
        log_in(client, marieke).get("/evaluaties/")  # once for the session
        for number in (1, 3):
            Evaluation.objects.filter(kind="plan").update(state="shared", closed_at=AT, shared_at=AT)
            row = PlanEvaluationFactory(municipality=waterveen, owner=marieke, questions=published_version(waterveen, *[{} for _each in range(number)], use="plan"))
            people = MembershipFactory.create_batch(number + 1, evaluator=True, municipality=waterveen)
            begin(row, marieke, *people)
            for each in PlanReading.objects.filter(evaluation=row).with_people():
                plan.hand_in(each, by=each.evaluator, at=AT, edits=1, answers={identity: plan.Answer("4", SECRET) for identity in identities(row)})
            with django_assert_num_queries(10):
                assert client.get(address("compare", row.uuid)).content.decode().count(SECRET) == number * (number + 1)
            with django_assert_num_queries(2):
                assert words_of.section(row, reader=marieke, at=AT) is not None
            with django_assert_num_queries(1):
                assert words_of.step(row, reader=marieke, at=AT) is not None
