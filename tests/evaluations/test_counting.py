"""Counting: once, together, per group; and nothing is kept that may not be shown."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from evaluations import sheets
from evaluations.actions import counting, sheet
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import OpenAnswer, Outcome, Participant, Response, Sheet, SheetDraft
from evaluations.versions import pages_of
from tests.evaluations.test_sheet import EVERY_KIND, items_of, send
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT
from tests.keyfigures.test_background import place_of, rows_of

LATER = AT + timedelta(hours=2)


def closed(waterveen, marieke, *questions, **more):
    return EvaluationFactory(
        municipality=waterveen, owner=marieke, closed=True, closed_at=AT, questions=published_version(waterveen, *questions), **more,
    )


def answer(evaluation, *sent, asked=None):
    """One person for each of `sent`; the rest of `asked` does not answer."""
    rows = [ParticipantFactory(evaluation=evaluation) for _each in range(asked or len(sent))]
    for row, answers in zip(rows, sent, strict=False):
        send(row, *answers)
    return rows


def outcomes(evaluation, group="key_figures"):
    order = [item.identity for item in items_of(evaluation)]
    rows = Outcome.objects.filter(evaluation=evaluation, group=group)
    return {order.index(row.identity): (row.counts, row.answered) for row in rows}


def in_place(table):
    """The rows as they lie on disk."""
    return sorted(rows_of(table), key=lambda row: place_of(row[1]))


def test_nothing_is_counted_as_long_as_somebody_can_send(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * 6)

    assert counting.count_all(at=LATER - timedelta(seconds=1)) == 0
    assert not Outcome.objects.exists()
    assert counting.count_all(at=LATER) == 1
    evaluation.refresh_from_db()
    assert evaluation.counted_at == LATER
    assert not Sheet.objects.exists()


def test_each_question_is_counted_with_who_did_not_know_beside_it(waterveen, marieke):
    evaluation = closed(waterveen, marieke, *EVERY_KIND)
    answer(evaluation, *[("4", "10", "", "a", ["c", "d"])] * 5, ("x", "0", "", "b", ["d"]), asked=9)

    counting.count_all(at=LATER)

    assert Response.objects.values_list("asked", "answered").get() == (9, 6)
    assert outcomes(evaluation) == {
        0: ({"1": 0, "2": 0, "3": 0, "4": 5, "5": 0, "x": 1}, 5),
        1: ({"0": 1, "1": 0, "2": 0, "3": 0, "4": 0, "5": 0, "6": 0, "7": 0, "8": 0, "9": 0, "10": 5}, 6),
        3: ({"a": 5, "b": 1}, 6),
        4: ({"c": 5, "d": 6}, 6),
    }


@pytest.mark.parametrize("number", [0, 1, 4])
def test_of_fewer_than_five_nothing_is_opened_and_only_who_was_asked_is_counted(waterveen, marieke, number, monkeypatch):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * number, asked=8)
    monkeypatch.setattr("accounts.sealing.plain", lambda _row: pytest.fail("was opened"))

    assert counting.count_all(at=LATER) == 1

    assert Response.objects.values_list("asked", "answered").get() == (8, None)
    assert not Outcome.objects.exists()
    assert not Sheet.objects.exists()


def test_of_a_question_that_fewer_than_five_could_answer_nothing_is_kept(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "2")] * 4, *[("4", "x")] * 3, *[("4",)] * 2)

    counting.count_all(at=LATER)

    assert set(outcomes(evaluation)) == {0}


def test_when_nobody_knows_only_the_response_is_kept(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("x", "x")] * 7)

    counting.count_all(at=LATER)

    assert Response.objects.get().answered == 7
    assert not Outcome.objects.exists()


@pytest.mark.parametrize(("number", "kept"), [(9, 0), (10, 10)])
def test_answers_in_own_words_are_kept_from_ten_on(waterveen, marieke, number, kept):
    evaluation = closed(waterveen, marieke, {"kind": "open"})
    answer(evaluation, *[(f"Antwoord {place}",) for place in range(number)], *[("",)] * 3)

    counting.count_all(at=LATER)

    assert Response.objects.get().answered == number + 3
    assert OpenAnswer.objects.count() == kept
    assert not Outcome.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_answers_in_own_words_stand_in_another_order_than_they_came(waterveen, marieke):
    evaluation = closed(waterveen, marieke, {"kind": "open"})
    sent = [f"Antwoord {place:02}" for place in range(20)]
    answer(evaluation, *[(text,) for text in sent])

    counting.count_all(at=LATER)

    by_place = [next(each for each in row if each.startswith("Antwoord")) for row in in_place("evaluations_openanswer")]
    by_key = list(OpenAnswer.objects.values_list("text", flat=True))
    assert sorted(by_place) == sorted(by_key) == sent
    assert by_place != sent
    assert by_key != sent
    assert by_place != by_key


def test_key_figures_and_officials_are_counted_apart(waterveen, marieke):
    mirror = published_version(waterveen, use="mirror")
    evaluation = closed(waterveen, marieke, mirror=mirror)
    answer(evaluation, *[("5", "5")] * 6)
    for _each in range(4):
        member = MembershipFactory(policy_adviser=True, municipality=waterveen)
        row = ParticipantFactory(evaluation=evaluation, member=member, group="officials")
        sheet.send(row, version_pk=mirror.pk, answers={item.identity: ("1",) for item in sheets.items_of(pages_of(mirror))}, draft=None, at=AT)

    counting.count_all(at=LATER)

    assert dict(Response.objects.values_list("group", "answered")) == {"key_figures": 6, "officials": None}
    assert set(Outcome.objects.values_list("group", flat=True)) == {"key_figures"}


def test_it_is_counted_once_and_nothing_is_added_later(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * 5)
    counting.count_all(at=LATER)
    before = list(Outcome.objects.order_by("pk").values())

    assert counting.count_all(at=LATER + timedelta(hours=1)) == 0
    assert counting.count(evaluation, at=LATER) is False

    assert list(Outcome.objects.order_by("pk").values()) == before


@pytest.mark.django_db(transaction=True)
def test_after_counting_no_row_tells_who_answered_nor_in_which_order(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    rows = [ParticipantFactory(evaluation=evaluation, code_digest=str(place)) for place in range(16)]
    answered = [rows[place] for place in (3, 9, 1, 14, 7, 12)]
    for row in answered:
        send(row)

    counting.count_all(at=LATER)

    assert set(Participant.objects.values_list("has_answered", "code_digest")) == {(None, "")}
    assert set(Participant.objects.values_list("pk", "uuid", "member")) == {(row.pk, row.uuid, row.member_id) for row in rows}
    stored = rows_of("evaluations_participant")
    assert len({row[0] for row in stored}) == 1
    by_place = [int(row[2]) for row in in_place("evaluations_participant")]
    assert by_place[-6:] != [row.pk for row in answered]  # where an update of each would have left them
    assert set(by_place[-6:]) != {row.pk for row in answered}


@pytest.mark.django_db(transaction=True)
def test_counting_and_forgetting_do_not_share_a_transaction(waterveen, marieke):
    answer(closed(waterveen, marieke), *[("4", "4")] * 5, asked=7)

    counting.count_all(at=LATER)

    people = {row[0] for row in rows_of("evaluations_participant")}
    counted = {row[0] for table in ("evaluations_outcome", "evaluations_response") for row in rows_of(table)}
    assert not people & counted


def test_what_was_not_forgotten_when_it_broke_is_forgotten_the_next_hour(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * 5)
    counting.count(evaluation, at=LATER)
    assert Participant.objects.filter(has_answered=True).count() == 5

    assert counting.count_all(at=LATER + timedelta(hours=1)) == 0

    assert not Participant.objects.filter(has_answered__isnull=False).exists()


def test_of_a_cancelled_evaluation_nothing_is_opened_and_nobody_is_marked(survey):
    answer(survey, *[("4", "4")] * 6, asked=7)
    SheetDraft.objects.create(pk="11111111-1111-4111-8111-111111111111", evaluation=survey, sealed=b"x")
    with transaction.atomic():
        Evaluation.objects.filter(pk=survey.pk).update(state="cancelled", cancelled_at=AT)
        counting.throw_away(survey)

    assert counting.count_all(at=LATER) == 0

    assert not Sheet.objects.exists()
    assert not SheetDraft.objects.exists()
    assert not Response.objects.exists()
    assert set(Participant.objects.values_list("has_answered", flat=True)) == {None}


def test_answers_that_were_begun_go_when_it_is_counted(waterveen, marieke, survey):
    for number, evaluation in ((1, closed(waterveen, marieke)), (2, survey)):
        ParticipantFactory(evaluation=evaluation)
        SheetDraft.objects.create(pk=f"11111111-1111-4111-8111-11111111111{number}", evaluation=evaluation, sealed=b"x")

    counting.count_all(at=LATER)

    assert SheetDraft.objects.get().evaluation == survey


def test_a_sheet_that_no_key_opens_is_not_counted(waterveen, marieke):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * 5)
    Sheet.objects.filter(pk=Sheet.objects.first().pk).update(key_id="weg")

    counting.count_all(at=LATER)

    assert Response.objects.get().answered is None
    assert not Outcome.objects.exists()


def test_the_database_refuses_an_outcome_of_four(survey):
    for model, more in ((Outcome, {"identity": survey.uuid, "counts": {}}), (Response, {"asked": 9})):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(evaluation=survey, group="key_figures", answered=4, **more)


@pytest.mark.parametrize("number", [1, 3])
def test_counting_asks_as_many_statements_for_one_and_three_people_more(waterveen, marieke, number, django_assert_num_queries):
    evaluation = closed(waterveen, marieke)
    answer(evaluation, *[("4", "4")] * (5 + number))

    with django_assert_num_queries(15):
        counting.count(evaluation, at=LATER)


