from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from audit.models import Entry
from evaluations.actions import NotPossible, plan
from evaluations.actions.finishing import NotOpen
from evaluations.actions.plan import Answer, HandedIn, NotAnswered, PlanChanged
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.plan import PlanAnswer, PlanOutcome, PlanReading
from notifications.models import Message
from sleutelfiguren.handover import before_leaving
from terms.models import Clock
from terms.promises import named
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory, GuestFactory, PlanEvaluationFactory, PlanReadingFactory, published_version
from tests.factories.keyfigures import AT, TODAY
from tests.threads import at_once

DAY = timedelta(days=1)
SECRET = "Het budget klopt niet met de doelen."


@pytest.fixture
def evaluation(waterveen, marieke):
    return PlanEvaluationFactory(municipality=waterveen, owner=marieke)


def identities(evaluation):
    return list(plan.questions_of(evaluation).values_list("identity", flat=True))


def begin(evaluation, by, *people, at=AT, questions=None):
    return plan.begin(evaluation, by=by, at=at, evaluators=people, questions=questions or evaluation.questions)


def reading_of(member):
    return PlanReading.objects.get(evaluator=member)


def answers(evaluation, *given, remark=""):
    return {identity: Answer(answer, remark) for identity, answer in zip(identities(evaluation), given, strict=False)}


def hand_in(member, *given, at=AT, remark=""):
    row = reading_of(member)
    return plan.hand_in(row, by=member, at=at, edits=row.edits, answers=answers(row.evaluation, *given, remark=remark))


def open_clocks():
    return sorted(Clock.objects.open().values_list("kind", "owner__user__name"))


class TestBeginning:
    def test_each_gets_ten_working_days_and_who_holds_it_forty(self, evaluation, marieke, esther):
        begin(evaluation, marieke, marieke, esther)

        assert sorted((each.evaluator.user.name, each.is_outsider) for each in PlanReading.objects.all()) == [("Esther", True), ("Marieke", False)]
        assert open_clocks() == [("evaluations.finish", "Marieke"), ("evaluations.read_plan", "Esther"), ("evaluations.read_plan", "Marieke")]
        assert Clock.objects.get(kind="evaluations.read_plan", owner=esther).due_at.date() == date(2026, 6, 23)
        assert Clock.objects.get(kind="evaluations.finish").due_at.date() == date(2026, 8, 4)

    def test_who_is_asked_hears_so_without_a_word_of_what(self, evaluation, marieke, esther):
        begin(evaluation, marieke, marieke, esther)

        assert [(each.recipient, each.path) for each in Message.objects.all()] == [(esther, f"/evaluaties/plan-lezen/{reading_of(esther).uuid}/")]

    def test_who_comes_from_outside_can_open_it_until_a_day(self, evaluation, marieke, esther):
        begin(evaluation, marieke, marieke, esther)

        guest = Guest.objects.get()
        assert (guest.member, guest.part, guest.until, guest.given_by) == (esther, "evaluator", date(2026, 8, 18), marieke)
        assert Entry.objects.filter(verb="evaluations.guest_given", subject=evaluation.uuid).count() == 1

    @pytest.mark.parametrize(("who", "sentence"), [(("marieke",), "minstens twee"), (("esther",), "minstens twee"), (("marieke", "thijs"), "van buiten")])
    def test_not_alone_and_not_without_a_look_from_outside(self, request, evaluation, marieke, who, sentence):
        people = [request.getfixturevalue(each) for each in who]
        request.getfixturevalue("esther")
        with pytest.raises(NotPossible, match=sentence):
            begin(evaluation, marieke, *people)
        assert not PlanReading.objects.exists()

    def test_the_same_person_twice_is_one(self, evaluation, marieke, esther):
        with pytest.raises(NotPossible, match="minstens twee"):
            begin(evaluation, marieke, esther, esther)

    def test_a_neutral_chair_reads_only_with_that_part_in_this_evaluation(self, evaluation, marieke, joris):
        with pytest.raises(NotPossible):
            begin(evaluation, marieke, marieke, joris)
        GuestFactory(evaluation=evaluation, member=joris, until=TODAY - DAY)
        with pytest.raises(NotPossible):
            begin(evaluation, marieke, marieke, joris)
        Guest.objects.update(until=TODAY + 400 * DAY)

        begin(evaluation, marieke, marieke, joris)

        assert reading_of(joris).is_outsider
        assert Guest.objects.get().until == TODAY + 400 * DAY

    @pytest.mark.parametrize("who", ["robin", "neighbour", "left"])
    def test_no_key_figure_nobody_of_elsewhere_and_nobody_who_left_reads(self, request, waterveen, evaluation, marieke, esther, who):
        if who == "left":
            person = MembershipFactory(evaluator=True, municipality=waterveen, left=True)
        else:
            found = request.getfixturevalue(who)
            person = getattr(found, "member", found)
        with pytest.raises(NotPossible):
            begin(evaluation, marieke, esther, person)

    def test_only_who_plans_evaluations_chooses_the_readers(self, evaluation, marieke, esther, thijs, annemarie, neighbour):
        for by in (esther, thijs, annemarie, neighbour):
            with pytest.raises(PermissionDenied):
                begin(evaluation, by, marieke, esther)

    def test_it_begins_once(self, evaluation, marieke, esther):
        begin(evaluation, marieke, marieke, esther)

        with pytest.raises(NotPossible):
            begin(evaluation, marieke, marieke, esther)

    def test_a_planned_one_is_open_from_then_on(self, waterveen, marieke, esther):
        row = PlanEvaluationFactory(municipality=waterveen, owner=marieke, state="planned", opened_at=None, opens_on=TODAY)
        begin(row, marieke, marieke, esther)

        row.refresh_from_db()
        assert (row.state, row.opened_at) == ("open", AT)

    def test_two_plans_are_not_evaluated_at_the_same_time(self, waterveen, evaluation, marieke, esther):
        row = PlanEvaluationFactory(municipality=waterveen, owner=marieke, state="planned", opened_at=None)
        with pytest.raises(NotPossible):
            begin(row, marieke, marieke, esther)

    def test_the_checklist_is_published_and_made_for_a_plan(self, waterveen, evaluation, marieke, esther, oeverland):
        draft = published_version(waterveen, use="survey")
        for questions in (draft, published_version(oeverland, use="plan")):
            with pytest.raises(NotPossible):
                begin(evaluation, marieke, marieke, esther, questions=questions)

    def test_a_survey_is_read_by_nobody(self, waterveen, marieke, esther):
        with pytest.raises(NotPossible):
            begin(EvaluationFactory(municipality=waterveen, owner=marieke, opened=True), marieke, marieke, esther)


@pytest.fixture
def begun(evaluation, marieke, esther):
    begin(evaluation, marieke, marieke, esther)
    return Evaluation.objects.get(pk=evaluation.pk)


class TestReading:
    def test_what_is_saved_in_between_stays(self, begun, esther):
        row = reading_of(esther)
        plan.save(row, by=esther, at=AT, edits=1, answers=answers(begun, "4", remark=SECRET))

        assert list(PlanAnswer.objects.values_list("answer", "remark")) == [("4", SECRET)]
        assert (reading_of(esther).edits, reading_of(esther).handed_in_at) == (2, None)

    def test_sending_the_same_twice_is_once(self, begun, esther):
        for _each in range(2):
            plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "4"))

        assert reading_of(esther).edits == 2

    def test_two_windows_do_not_overwrite_each_other(self, begun, esther):
        plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "4"))

        with pytest.raises(PlanChanged):
            plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "2"))
        assert PlanAnswer.objects.get().answer == "4"

    def test_nobody_writes_in_the_reading_of_another(self, begun, marieke, esther, pim):
        for by in (marieke, pim):
            for act in (plan.save, plan.hand_in):
                with pytest.raises(PermissionDenied):
                    act(reading_of(esther), by=by, at=AT, edits=1, answers=answers(begun, "1", "1"))

    def test_a_question_that_was_not_asked_is_not_kept(self, begun, esther):
        plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers={uuid4(): Answer("4", "")})

        assert not PlanAnswer.objects.exists()

    def test_after_her_last_day_an_outsider_writes_nothing_more(self, begun, esther):
        Guest.objects.update(until=TODAY - DAY)
        with pytest.raises(PermissionDenied):
            plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "4"))

    def test_every_question_has_an_answer_before_it_is_handed_in(self, begun, esther):
        with pytest.raises(NotAnswered):
            hand_in(esther, "4")
        assert not PlanAnswer.objects.exists()

        hand_in(esther, "4", "x")

        assert reading_of(esther).handed_in_at == AT
        assert Clock.objects.get(kind="evaluations.read_plan", owner=esther).kept_at == AT

    def test_what_is_handed_in_stays(self, begun, esther):
        hand_in(esther, "4", "2")
        for act in (plan.save, plan.hand_in):
            with pytest.raises(HandedIn):
                act(reading_of(esther), by=esther, at=AT, edits=reading_of(esther).edits, answers=answers(begun, "1", "1"))

    def test_the_last_one_makes_that_all_can_compare_and_hear_so(self, begun, marieke, esther):
        hand_in(esther, "4", "2")
        assert not plan.is_complete(begun)
        Message.objects.all().delete()

        hand_in(marieke, "2", "2")

        assert plan.is_complete(begun)
        assert [(each.recipient, each.path) for each in Message.objects.all()] == [(esther, f"/evaluaties/{begun.uuid}/plan/naast-elkaar/")]

    def test_postgres_keeps_only_answers_that_exist(self, begun, esther):
        plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "4"))
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanAnswer.objects.update(answer="6")


class TestReplacing:
    def test_another_starts_anew_and_what_the_first_wrote_is_gone(self, waterveen, begun, marieke, esther):
        plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "1", remark=SECRET))
        other = MembershipFactory(evaluator=True, municipality=waterveen, user__name="Fleur")

        plan.replace(reading_of(esther), by=marieke, at=AT + DAY, evaluator=other)

        assert not PlanAnswer.objects.exists()
        assert sorted(each.evaluator.name for each in PlanReading.objects.with_people()) == ["Fleur", "Marieke"]
        assert open_clocks() == [("evaluations.finish", "Marieke"), ("evaluations.read_plan", "Fleur"), ("evaluations.read_plan", "Marieke")]
        assert Message.objects.filter(recipient=other).count() == 1
        assert Entry.objects.filter(verb="evaluations.reader_replaced").count() == 1

    def test_somebody_from_outside_stays(self, begun, marieke, esther, pim):
        with pytest.raises(NotPossible, match="van buiten"):
            plan.replace(reading_of(esther), by=marieke, at=AT, evaluator=pim)

        plan.replace(reading_of(marieke), by=marieke, at=AT, evaluator=pim)
        assert {each.evaluator for each in PlanReading.objects.all()} == {pim, esther}

    def test_not_by_who_reads_already_nor_after_handing_in(self, begun, marieke, esther, pim):
        with pytest.raises(NotPossible):
            plan.replace(reading_of(esther), by=marieke, at=AT, evaluator=marieke)
        row = reading_of(marieke)
        hand_in(marieke, "3", "3")
        with pytest.raises(NotPossible):
            plan.replace(row, by=marieke, at=AT, evaluator=pim)

    def test_only_by_who_plans_evaluations(self, begun, esther, thijs, neighbour, pim):
        for by in (esther, thijs, neighbour):
            with pytest.raises(PermissionDenied):
                plan.replace(reading_of(esther), by=by, at=AT, evaluator=pim)

    def test_what_who_left_owed_goes_to_who_plans_evaluations(self, begun, esther):
        clock = Clock.objects.get(kind="evaluations.read_plan", owner=esther)
        may_take = named(clock.kind).may_take
        assert [may_take(clock, MembershipFactory(**{role: True})) for role in ("coordinator", "policy_adviser", "evaluator")] == [True, False, False]


    def test_who_leaves_before_handing_in_leaves_it_to_who_plans_evaluations(self, begun, marieke, esther, thijs):
        before_leaving(esther, frozenset(), None, AT)

        assert {each.owner for each in Clock.objects.open().filter(kind="evaluations.read_plan")} == {marieke}


@pytest.fixture
def complete(begun, marieke, esther):
    hand_in(esther, "1", "4", remark=SECRET)
    hand_in(marieke, "5", "4")
    return begun


def agree(evaluation, by, text="Wij maken het doel kleiner.", *, question=0, edits=0):
    return plan.agree(evaluation, identity=identities(evaluation)[question], by=by, at=AT, edits=edits, text=text)


class TestAgreeing:
    def test_not_before_everybody_handed_in(self, begun, marieke, esther):
        hand_in(esther, "1", "4")
        with pytest.raises(NotPossible, match="Nog niet iedereen"):
            agree(begun, marieke)

    def test_who_read_and_who_plans_write_what_is_agreed(self, complete, esther, pim):
        agree(complete, esther)
        agree(complete, pim, "Anders.", edits=1)

        assert [(each.text, each.written_by, each.edits) for each in PlanOutcome.objects.all()] == [("Anders.", pim, 2)]

    def test_others_write_nothing(self, complete, thijs, annemarie, joris, neighbour, robin):
        for by in (thijs, annemarie, joris, neighbour, robin.member):
            with pytest.raises(PermissionDenied):
                agree(complete, by)

    def test_a_question_of_another_list_has_no_outcome(self, complete, marieke):
        with pytest.raises(NotPossible):
            plan.agree(complete, identity=uuid4(), by=marieke, at=AT, edits=0, text="Iets.")

    def test_who_was_later_overwrites_nothing(self, complete, marieke, esther):
        agree(complete, esther)
        with pytest.raises(PlanChanged):
            agree(complete, marieke, "Iets anders.")
        assert PlanOutcome.objects.get().text == "Wij maken het doel kleiner."


class TestFinishing:
    def test_it_is_closed_and_what_came_out_is_shared_back_in_fifteen_working_days(self, complete, marieke):
        agree(complete, marieke)
        plan.finish(complete, by=marieke, at=AT)

        complete.refresh_from_db()
        assert (complete.state, complete.closed_at) == ("closed", AT)
        assert open_clocks() == [("evaluations.share_back", "Marieke")]
        assert Clock.objects.get(kind="evaluations.finish").kept_at == AT
        assert Clock.objects.get(kind="evaluations.share_back").due_at.date() == date(2026, 6, 30)
        assert Entry.objects.filter(verb="evaluations.closed", subject=complete.uuid).count() == 1

    def test_not_while_something_differs_about_which_nothing_is_written(self, complete, marieke):
        with pytest.raises(NotPossible, match="Jullie verschillen"):
            plan.finish(complete, by=marieke, at=AT)

    def test_not_before_everybody_handed_in_and_not_twice(self, begun, marieke, esther):
        hand_in(esther, "4", "4")
        with pytest.raises(NotOpen):
            plan.finish(begun, by=marieke, at=AT)
        hand_in(marieke, "4", "4")
        plan.finish(begun, by=marieke, at=AT)
        for act in (lambda: plan.finish(begun, by=marieke, at=AT), lambda: agree(begun, marieke)):
            with pytest.raises(NotOpen):
                act()

    def test_only_by_who_plans_evaluations(self, complete, esther, thijs, neighbour):
        for by in (esther, thijs, neighbour):
            with pytest.raises(PermissionDenied):
                plan.finish(complete, by=by, at=AT)


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_two_last_ones_tell_everybody_once(self, begun, marieke, esther):
        Message.objects.all().delete()
        results = at_once(lambda: hand_in(esther, "1", "4"), lambda: hand_in(marieke, "2", "4"))

        assert [type(each) for each in results] == [PlanReading, PlanReading]
        assert Message.objects.count() == 1
        assert plan.is_complete(begun)

    def test_two_who_write_what_is_agreed_do_not_lose_each_others_text(self, complete, marieke, esther):
        results = at_once(lambda: agree(complete, marieke, "Van Marieke."), lambda: agree(complete, esther, "Van Esther."))

        assert sorted(type(each).__name__ for each in results) == ["PlanChanged", "PlanOutcome"]
        assert PlanOutcome.objects.get().edits == 1

    def test_two_who_finish_close_it_once(self, complete, marieke, pim):
        agree(complete, marieke)
        results = at_once(*(lambda by=by: plan.finish(complete, by=by, at=AT) for by in (marieke, pim)))

        assert sorted(type(each).__name__ for each in results) == ["Evaluation", "NotOpen"]
        assert Clock.objects.filter(kind="evaluations.share_back").count() == 1


def test_the_largest_difference_stands_on_top_and_not_knowing_before_agreeing(complete, esther):
    first, second, own_words = identities(complete)
    assert [(each.identity, each.gap, each.unknown) for each in plan.differences(complete)] == [(first, 4, 0), (second, 0, 0), (own_words, 0, 0)]


def test_what_is_not_handed_in_is_not_compared(begun, marieke, esther):
    plan.save(reading_of(esther), by=esther, at=AT, edits=1, answers=answers(begun, "1", "1"))
    hand_in(marieke, "5", "5")

    assert [each.gap for each in plan.differences(begun)] == [0, 0, 0]
    assert PlanReadingFactory(evaluation=begun).evaluator not in {marieke, esther}
