"""Five questions after a meeting: whoever reads the whole database, at any hour, ties no answer to a person."""

import logging
from collections import Counter
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from meetings.actions import NotPossible, pulse
from meetings.desk import questions_after_a_meeting
from meetings.models.attendance import Attendee
from meetings.models.pulse import PulseAnswer, PulseEnvelope, PulseQuestion
from meetings.presentation import pulse as words
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.factories.meetings import AttendeeFactory, MeetingFactory
from tests.keyfigures.test_background import everything, place_of

CLOSED = AT - timedelta(days=10)  # Saturday 30 May: ten working days later is Friday 12 June
LAST, AFTER = AT + timedelta(days=3), AT + timedelta(days=4)
YES = dict.fromkeys(PulseQuestion.values, 5)


@pytest.fixture
def meeting(waterveen, marieke):
    return MeetingFactory(municipality=waterveen, organiser=marieke, closed=True)


def present(meeting, number=1, **more):
    people = [KeyFigureFactory(municipality=meeting.municipality, contact_person=None).member for _each in range(number)]
    return [AttendeeFactory(meeting=meeting, member=each, comes=True, was_present=True, may_give_pulse=True, **more) for each in people]


def send(rows, at=AT, **answers):
    for row in rows:
        pulse.send(row.meeting, by=row.member, at=at, answers={**YES, **answers})


def counts(meeting):
    return PulseAnswer.objects.counts_of(meeting)


def test_the_last_day_is_ten_working_days_after_the_report(meeting):
    assert pulse.last_day(meeting) == LAST.date()
    assert not pulse.is_over(meeting, LAST)
    assert pulse.is_over(meeting, AFTER)


def test_nothing_is_counted_before_the_last_day_is_over(meeting):
    send(present(meeting, 7))

    assert pulse.shuffle_and_publish(at=LAST) == 0
    assert not PulseAnswer.objects.exists()
    assert pulse.shuffle_and_publish(at=AFTER) == 1
    assert counts(meeting) == {question: {5: 7} for question in PulseQuestion.values}
    assert not PulseEnvelope.objects.exists()


def test_of_four_nothing_is_ever_opened(meeting):
    send(present(meeting, 4))

    assert pulse.shuffle_and_publish(at=AFTER) == 0

    assert not PulseEnvelope.objects.exists()
    assert not PulseAnswer.objects.exists()


def test_it_is_published_once_and_nothing_is_added_later(meeting):
    rows = present(meeting, 6)
    send(rows[:5])
    pulse.shuffle_and_publish(at=AFTER)
    before = set(PulseAnswer.objects.values_list("pk", flat=True))

    with pytest.raises(NotPossible):
        send(rows[5:], at=AFTER)
    assert pulse.shuffle_and_publish(at=AFTER + timedelta(hours=1)) == 0

    assert set(PulseAnswer.objects.values_list("pk", flat=True)) == before


def test_nobody_answers_twice_nor_after_the_last_day_nor_who_was_not_there(meeting):
    one, late, absent = present(meeting, 3)
    Attendee.objects.filter(pk=absent.pk).update(was_present=False)
    send([one])

    for row, at in ((one, AT), (late, AFTER), (absent, AT)):
        with pytest.raises(NotPossible):
            send([row], at=at)
    assert PulseEnvelope.objects.count() == 1


def test_when_it_is_over_the_rows_do_not_tell_who_answered(meeting):
    rows = present(meeting, 8)
    send(rows[:5])

    pulse.shuffle_and_publish(at=AFTER)

    assert set(Attendee.objects.filter(meeting=meeting).values_list("may_give_pulse", flat=True)) == {False}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM meetings_attendee")
        assert cursor.fetchone() == (1,)


def test_no_table_for_answers_leads_to_a_person_or_holds_a_moment():
    for model in (PulseAnswer, PulseEnvelope):
        related = {field.related_model._meta.label for field in model._meta.get_fields() if field.is_relation}
        assert related <= {"accounts.Municipality", "meetings.Meeting"}
        assert not [field for field in model._meta.get_fields() if "Date" in type(field).__name__ or "Time" in type(field).__name__]
        assert "serial" not in (model._meta.pk.db_type(connection) or "")


@pytest.fixture
def now_meeting(waterveen, marieke):
    """Closed two days ago: can be answered today, also by the clock of the site."""
    closed = timezone.now() - timedelta(days=2)
    return MeetingFactory(
        municipality=waterveen, organiser=marieke, starts_at=closed - timedelta(hours=3), invited_at=closed, state="closed", closed_at=closed,
        correct_until=timezone.localdate() + timedelta(days=12),
    )


def page_of(meeting):
    return f"/bijeenkomsten/{meeting.uuid}/vragen/"


@pytest.mark.django_db(transaction=True)
def test_sending_leaves_a_sealed_envelope_and_the_mark_and_nothing_else_anywhere(now_meeting, caplog):
    (row,) = present(now_meeting)
    client = log_in(Client(), row.member)
    client.get(page_of(now_meeting))
    before, sequences = everything()

    with caplog.at_level(logging.DEBUG):
        assert client.post(page_of(now_meeting), {"worth": "4", "safe": "1"}).url == f"{page_of(now_meeting)}dank/"

    after, sequences_after = everything()
    changed = {table for table in after if after[table] != before[table]}
    assert changed - {"meetings_meeting"} == {"meetings_pulseenvelope", "meetings_attendee"}  # of the meeting only the lock of that moment
    assert sequences_after == sequences
    assert "safe" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_envelopes_of_much_and_of_little_are_alike(meeting):
    one, other = present(meeting, 2)
    send([one])
    pulse.send(meeting, by=other.member, at=AT, answers={"worth": 1})

    assert len({len(bytes(each.sealed)) for each in PulseEnvelope.objects.all()}) == 1


@pytest.mark.django_db(transaction=True)
def test_whoever_joins_all_tables_each_hour_ties_no_answer_to_a_person_nor_to_another_answer(now_meeting):
    """Nine people answer one after the other, each from her own session; the job runs in between, as it does each hour."""
    sent, rows, seen = [], present(now_meeting, 9), []
    for number, row in enumerate(rows):
        client = log_in(Client(), row.member)
        score = str(number % 5 + 1)
        client.post(page_of(now_meeting), {"worth": score, "heard": "3"})
        sent.append(int(score))
        if number in {0, 3, 7, 8}:
            pulse.shuffle_and_publish(at=timezone.now())
            tables, _sequences = everything()
            envelopes = tables.pop("meetings_pulseenvelope")
            # All have the transaction of the hour, which no other row has; none is a row or a text of the hour before.
            assert len({each[0] for each in envelopes}) == 1
            assert not [table for table, found in tables.items() if {each[0] for each in found} & {each[0] for each in envelopes}]
            assert not {value for each in envelopes for value in each[2:] if len(value) > 20} & set(seen)
            assert tables["meetings_pulseanswer"] == []
            seen += [value for each in envelopes for value in each[2:] if len(value) > 20]

    pulse.shuffle_and_publish(at=timezone.now() + timedelta(days=20))

    tables, _sequences = everything()
    answers = tables.pop("meetings_pulseanswer")
    assert tables["meetings_pulseenvelope"] == []
    assert len({each[0] for each in answers}) == 1
    assert not [table for table, found in tables.items() if {each[0] for each in found} & {each[0] for each in answers}]
    values = {value for each in answers for value in each[2:] if len(value) > 5} - set(PulseQuestion.values)
    assert not values & {value for table, found in tables.items() for each in found for value in each[2:]}
    # On disk and by key they stand in another order than they came, and the answers of one person not beside each other.
    by_place = [each for each in sorted(answers, key=lambda each: place_of(each[1])) if "worth" in each]
    by_key = [each for each in sorted(answers, key=lambda each: each[2]) if "worth" in each]
    scores = [[int(value) for value in each[2:] if value in set("12345")][-1] for each in by_place]
    assert Counter(PulseAnswer.objects.filter(question="worth").values_list("score", flat=True)) == Counter(sent)
    assert scores != sent or by_key != by_place


def shown(meeting, reader, at=AFTER):
    part = words.section(meeting, reader=reader, at=at)
    return {result.question: (result.words, [bar.value for bar in result.bars]) for result in part.results}


def test_words_come_first_and_then_the_numbers(meeting, marieke):
    rows = present(meeting, 10)
    send(rows[:7])
    send(rows[7:9], worth=3)
    send(rows[9:], worth=1)
    pulse.shuffle_and_publish(at=AFTER)

    told = shown(meeting, marieke)

    assert told["Deze bijeenkomst was mijn tijd waard."] == ("7 van de 10 zijn het ermee eens. Gemiddeld 4,2 van de 5.", ["7", "2", "1"])


def test_of_a_question_that_few_could_answer_nothing_is_shown(meeting, marieke):
    rows = present(meeting, 6)
    send(rows[:4])
    send(rows[4:], chair=None)
    pulse.shuffle_and_publish(at=AFTER)

    told = shown(meeting, marieke)

    assert told["De voorzitter was neutraal."] == ("te weinig om te tonen", [])
    assert told["Ik voelde mij veilig om dat te zeggen."][1] == ["6", "0", "0"]


@pytest.mark.parametrize("number", [0, 1, 4])
def test_below_five_the_same_words_whatever_was_sent(meeting, marieke, number):
    send(present(meeting, 5)[:number])
    before = words.section(meeting, reader=marieke, at=LAST)
    pulse.shuffle_and_publish(at=AFTER)

    part = words.section(meeting, reader=marieke, at=AFTER)

    assert (part.lead, part.results) == ("Antwoorden: te weinig om te tonen.", [])
    assert before == words.section(meeting, reader=marieke, at=AT)


def test_before_the_last_day_nobody_reads_how_many_answered(meeting, marieke):
    rows = present(meeting, 9)
    empty = words.section(meeting, reader=marieke, at=LAST)

    send(rows)

    assert words.section(meeting, reader=marieke, at=LAST) == empty


def test_who_was_there_is_led_to_the_questions_until_she_answered(now_meeting):
    (row,) = present(now_meeting)
    client, meeting_page = log_in(Client(), row.member), f"/bijeenkomsten/{now_meeting.uuid}/"
    assert page_of(now_meeting) in client.get(meeting_page).content.decode()
    assert client.get(page_of(now_meeting)).status_code == 200

    client.post(page_of(now_meeting), {"worth": "5"})

    assert page_of(now_meeting) not in client.get(meeting_page).content.decode()
    again = client.post(page_of(now_meeting), {"worth": "5"})
    assert again.status_code == 409
    assert "Hier valt niets te antwoorden" in again.content.decode()
    assert PulseEnvelope.objects.count() == 1


def test_her_start_page_offers_them_until_she_answered_and_to_nobody_else(now_meeting, robin):
    row, absent = present(now_meeting, 2)
    Attendee.objects.filter(pk=absent.pk).update(was_present=False)
    client = log_in(Client(), row.member)

    page = client.get("/").content.decode()

    assert page_of(now_meeting) in page
    assert "Vijf korte vragen, zonder uw naam. Overslaan mag." in page
    assert now_meeting.title not in page
    for other in (absent.member, robin.member):
        assert page_of(now_meeting) not in log_in(Client(), other).get("/").content.decode()
    client.post(page_of(now_meeting), {"worth": "5"})
    assert page_of(now_meeting) not in client.get("/").content.decode()


def test_the_start_page_says_which_day_and_is_silent_after_the_last_day(meeting):
    (row,) = present(meeting)

    (waiting,) = questions_after_a_meeting(row.member, at=LAST)

    assert waiting.url == page_of(meeting)
    assert questions_after_a_meeting(row.member, at=AFTER) == []


@pytest.mark.parametrize("number", [1, 3])
def test_one_statement_for_one_and_three_meetings(waterveen, marieke, number, django_assert_num_queries):
    member = KeyFigureFactory(municipality=waterveen, contact_person=marieke).member
    for _each in range(number):
        AttendeeFactory(meeting=MeetingFactory(municipality=waterveen, organiser=marieke, closed=True), member=member, comes=True, was_present=True, may_give_pulse=True)

    with django_assert_num_queries(2):  # what may be answered, calendar
        assert len(questions_after_a_meeting(member, at=AT)) == number


@pytest.mark.parametrize("answers", [{}, {"worth": ""}, {"worth": "6"}, {"worth": "nee"}])
def test_what_is_no_answer_is_refused_beside_the_question(now_meeting, answers):
    (row,) = present(now_meeting)

    page = log_in(Client(), row.member).post(page_of(now_meeting), answers)

    assert page.status_code == 400
    assert not PulseEnvelope.objects.exists()


def test_who_was_not_invited_finds_no_questions(now_meeting, robin, neighbour):
    for member in (robin.member, neighbour):
        client = log_in(Client(), member)
        assert client.get(page_of(now_meeting)).status_code == 404
        assert client.post(page_of(now_meeting), {"worth": "5"}).status_code == 404


def test_an_envelope_that_no_key_opens_is_taken_away(meeting):
    send(present(meeting, 6))
    first = PulseEnvelope.objects.first()
    PulseEnvelope.objects.filter(pk=first.pk).update(key_id="weg")

    pulse.shuffle_and_publish(at=LAST)

    assert PulseEnvelope.objects.count() == 5


@pytest.mark.parametrize("score", [0, 6])
def test_the_database_refuses_a_score_that_is_not_one_to_five(meeting, score):
    with pytest.raises(IntegrityError), transaction.atomic():
        PulseAnswer.objects.create(meeting=meeting, question="safe", score=score)
