"""Whoever reads the whole database, at any hour, ties no answer to a person, nor two answers of one person to each other.

All tables, all sequences and the system columns of Postgres are read: which transaction wrote a row, and where it lies on disk.
"""

import logging
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from accounts import sealing
from audit.models import Entry
from evaluations import round_mail
from evaluations.actions import code, counting, sheet
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import OpenAnswer, Outcome, Participant, Sheet
from notifications.models import Message
from notifications.outbox import enqueue
from tests.evaluations.test_answering import answered, at_the_door, fields, open_now, page_of
from tests.evaluations.test_sheet import two_pages
from tests.factories.accounts import log_in
from tests.factories.evaluations import GuestFactory, ParticipantFactory
from tests.keyfigures.test_background import everything, place_of, rows_of

pytestmark = pytest.mark.django_db(transaction=True)
SHEETS, PEOPLE, DRAFTS = "evaluations_sheet", "evaluations_participant", "evaluations_sheetdraft"
COUNTED = ("evaluations_response", "evaluations_outcome", "evaluations_openanswer")
FIXED = {"evaluations_question", "evaluations_section", "evaluations_version"}  # the words of the questions, the same for all
SCORES = ["1", "2", "3", "4", "5", "x", "2", "3", "4", "5", "1", "2"]


@pytest.fixture(autouse=True)
def _nothing_was_tried():
    cache.clear()


@pytest.fixture
def survey(waterveen, marieke):
    return open_now(waterveen, marieke, two_pages(waterveen, {}, {"kind": "open", "words": {"nl": "Waar beginnen wij mee?"}}))


def asked(survey, number):
    return [ParticipantFactory(evaluation=survey) for _each in range(number)]


def words_of(number):
    """What person `number` writes: nobody else writes this."""
    return f"Woorden die alleen hier staan {number:02}"


def transactions(rows):
    return {row[0] for row in rows}


def long_values(rows):
    return {value for row in rows for value in row[2:] if len(value) > 8}


def in_place(rows):
    return sorted(rows, key=lambda row: place_of(row[1]))


def end(survey):
    Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=timezone.now() - timedelta(hours=3))


def test_sending_leaves_a_sealed_sheet_and_the_mark_and_nothing_else_anywhere(survey, caplog, mailoutbox):
    (row,) = asked(survey, 1)
    client = at_the_door(row)
    before, sequences = everything()

    with caplog.at_level(logging.DEBUG):
        _client, sent = answered(row, "4", words_of(1), client=client)
        client.get(sent.url)

    after, sequences_after = everything()
    changed = {table for table in after if [each[2:] for each in in_place(after[table])] != [each[2:] for each in in_place(before[table])]}
    assert changed == {SHEETS, PEOPLE}
    assert sequences_after == sequences
    assert not Message.objects.exists()
    assert not Entry.objects.exists()
    assert not Session.objects.exists()
    assert mailoutbox == []
    for secret in (words_of(1), str(row.uuid), row.member.name, str(Sheet.objects.get().pk)):
        assert secret not in caplog.text


def test_who_logged_in_leaves_no_more_than_who_did_not(survey, robin):
    row = ParticipantFactory(evaluation=survey, member=robin.member)
    client = log_in(Client(), robin.member)
    client.get("/")
    before, sequences = everything()

    client.get(f"/vragen-aan-u/mijn/{survey.uuid}/")
    for number in (1, 2):
        response = client.post(page_of(survey, f"deel/{number}/"), fields(survey, "4", words_of(1)))
    client.post(response.url, {"version": survey.questions.uuid})

    after, sequences_after = everything()
    changed = {table for table in after if [each[2:] for each in in_place(after[table])] != [each[2:] for each in in_place(before[table])]}
    assert changed == {SHEETS, PEOPLE}
    assert sequences_after == sequences
    row.refresh_from_db()
    assert row.has_answered is True
    told = str(Session.objects.get(session_key=client.session.session_key).get_decoded())
    assert not [secret for secret in (str(survey.uuid), str(row.uuid), words_of(1)) if secret in told]


def test_answers_that_were_begun_lead_to_nobody(survey):
    rows = asked(survey, 3)
    for number, row in enumerate(rows):
        at_the_door(row).post(page_of(survey, "deel/2/"), fields(survey, "", words_of(number)))

    tables, _sequences = everything()
    drafts = tables.pop(DRAFTS)

    assert len(drafts) == 3
    assert not {table for table, found in tables.items() if transactions(found) & transactions(drafts)}
    shared = long_values(drafts) & {value for found in tables.values() for value in long_values(found)}
    assert shared == set()
    assert not [row for row in drafts if "Woorden" in str(row)]


def test_before_the_hour_is_over_a_sheet_cannot_be_read_without_the_key(survey, settings):
    """The one moment at which a row of who is asked and a sheet share a transaction: the sheet is sealed, and like all others."""
    rows = asked(survey, 2)
    answered(rows[0], "1", words_of(0))
    answered(rows[1], "5", "")

    tables, _sequences = everything()

    assert transactions(tables[SHEETS]) <= transactions(tables[PEOPLE])
    assert not [row for row in tables[SHEETS] if "Woorden" in str(row)]
    assert len({len(bytes(each.sealed)) for each in Sheet.objects.all()}) == 1
    settings.SEALED_TEXT_KEYS = ["another:" + "A" * 43 + "="]
    assert all(sealing.plain_or_alarm(each) is None for each in Sheet.objects.all())


def test_after_each_hour_no_sheet_has_anything_in_common_with_a_person_or_with_the_hour_before(survey):
    rows, seen = asked(survey, 9), set()
    for number, row in enumerate(rows):
        answered(row, SCORES[number], words_of(number))
        if number not in {0, 3, 7, 8}:
            continue
        sheet.shuffle_all(at=timezone.now())
        tables, _sequences = everything()
        sheets = tables.pop(SHEETS)
        assert len(sheets) == number + 1
        assert len(transactions(sheets)) == 1
        assert not {table for table, found in tables.items() if transactions(found) & transactions(sheets)}
        own = long_values(sheets) - {"key_figures"}
        assert not own & seen
        assert not own & {value for found in tables.values() for value in long_values(found)}
        assert tables[DRAFTS] == []
        seen |= own


def test_the_order_of_the_sheets_says_nothing_of_the_order_in_which_they_came(survey):
    for number, row in enumerate(asked(survey, 12)):
        answered(row, SCORES[number], words_of(number))
    sent = [words_of(number) for number in range(12)]

    orders = []
    for _hour in range(3):
        sheet.shuffle_all(at=timezone.now())
        on_disk = [row[2] for row in in_place(rows_of(SHEETS))]
        orders.append([next(words for words in sent if words in sealing.plain(Sheet.objects.get(pk=uuid))) for uuid in on_disk])

    assert all(sorted(order) == sent for order in orders)
    assert all(order != sent for order in orders)
    assert all(one != other for one, other in pairwise(orders))


def test_after_counting_no_answer_has_anything_in_common_with_a_person_nor_with_another_answer(survey, marieke):
    rows = asked(survey, 14)
    paper = rows[11]
    ((_row, made),) = code.print_for(survey, by=marieke, at=timezone.now(), people=[paper])
    for number, row in enumerate(rows[:12]):
        if row is paper:
            client = Client()
            client.post("/vragen-aan-u/code/", {"code": made})
            for part in (1, 2):
                client.post(page_of(survey, f"deel/{part}/"), fields(survey, SCORES[number], words_of(number)))
            client.post(page_of(survey, "nakijken/"), {"version": survey.questions.uuid})
        else:
            answered(row, SCORES[number], words_of(number))
        if number in {2, 6}:
            sheet.shuffle_all(at=timezone.now())
    end(survey)

    counting.count_all(at=timezone.now())

    tables, _sequences = everything()
    assert tables[SHEETS] == tables[DRAFTS] == []
    # Who was asked: all rows alike, of one transaction, in an order that says nothing; nobody knows who of fourteen answered.
    people = tables.pop(PEOPLE)
    assert set(Participant.objects.values_list("has_answered", "code_digest")) == {(None, "")}
    assert len(transactions(people)) == 1
    assert [row[2] for row in in_place(people)] != sorted((row[2] for row in people), key=int)
    # What was counted: of one transaction that no row of a person has.
    counted = {table: tables.pop(table) for table in COUNTED}
    assert len({each for found in counted.values() for each in transactions(found)}) == 1
    of_people = {table: found for table, found in {**tables, PEOPLE: people}.items() if table != "evaluations_evaluation"}
    assert not [table for table, found in of_people.items() if transactions(found) & transactions(counted["evaluations_openanswer"])]
    # No value of an answer stands anywhere else, but which question it is and of which evaluation.
    own = long_values(counted["evaluations_openanswer"]) - {"key_figures"} - {str(item) for item in identities(survey)}
    assert own
    assert not own & {value for table, found in of_people.items() if table not in FIXED for value in long_values(found)}
    # All are there, and nothing says what one person answered to the other question.
    assert Counter(OpenAnswer.objects.values_list("text", flat=True)) == Counter(words_of(number) for number in range(12))
    assert Outcome.objects.get().counts == {"1": 2, "2": 3, "3": 2, "4": 2, "5": 2, "x": 1}
    by_place = [next(value for value in row if "Woorden" in value) for row in in_place(counted["evaluations_openanswer"])]
    assert by_place != sorted(by_place)
    assert list(OpenAnswer.objects.values_list("text", flat=True)) != sorted(by_place)


def identities(survey):
    return [question.identity for question in survey.questions.questions.all()]


def test_after_counting_the_mail_does_not_tell_either_who_was_not_reminded(survey):
    rows = asked(survey, 8)
    enqueue(*(round_mail.asked(row) for row in rows), at=timezone.now())
    for number, row in enumerate(rows[:5]):
        answered(row, SCORES[number])
    enqueue(*(round_mail.reminded(row) for row in rows[5:]), at=timezone.now())
    end(survey)
    assert Message.objects.filter(kind=round_mail.REMINDED).count() == 3

    counting.count_all(at=timezone.now())

    assert not Message.objects.exists()


def test_a_paper_that_is_typed_in_leaves_nothing_of_who_typed_it(survey, marieke, esther):
    GuestFactory(evaluation=survey, member=esther, part="paper", until=timezone.localdate())
    (row,) = asked(survey, 1)
    ((_row, made),) = code.print_for(survey, by=marieke, at=timezone.now(), people=[row])
    client = log_in(Client(), esther)
    client.get(f"/evaluaties/{survey.uuid}/papier/")
    before, sequences = everything()

    client.post(f"/evaluaties/{survey.uuid}/papier/", {"code": made, **fields(survey, "3", words_of(1))})

    after, sequences_after = everything()
    changed = {table for table in after if [each[2:] for each in in_place(after[table])] != [each[2:] for each in in_place(before[table])]}
    assert changed == {SHEETS, PEOPLE}
    assert sequences_after == sequences


def test_of_an_evaluation_that_is_cancelled_nothing_is_left_but_who_was_asked(survey):
    rows = asked(survey, 6)
    for number, row in enumerate(rows[:5]):
        answered(row, SCORES[number], words_of(number))
    Evaluation.objects.filter(pk=survey.pk).update(state="cancelled", cancelled_at=timezone.now())
    counting.throw_away(survey)

    counting.count_all(at=timezone.now())

    tables, _sequences = everything()
    assert [len(tables[table]) for table in (SHEETS, DRAFTS, *COUNTED)] == [0, 0, 0, 0, 0]
    assert len(transactions(rows_of(PEOPLE))) == 1
    assert set(Participant.objects.values_list("has_answered", flat=True)) == {None}
