"""The anonymous list about background: whoever reads the whole database ties no answer to a person, nor to another answer."""

import logging
from collections import Counter
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection
from django.test import Client

from indicators.quarters import Quarter
from keyfigures import background as questions
from keyfigures.actions import background
from keyfigures.background import NO_ANSWER, QUESTIONS
from keyfigures.models.background import BackgroundAnswer, BackgroundEnvelope
from keyfigures.presentation import background as words
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import KeyFigureFactory

PAGE = "/achtergrond/"
SPRING = Quarter(2026, 2)
ANSWERS = {"work": "care", "schooling": "mbo", "years_here": "from_10", "circle": "school", "mirror": "partly"}


def send(municipality, *, quarter=SPRING, times=1, **answers):
    for _each in range(times):
        background.send(municipality, quarter=quarter, answers=answers)


def someone(municipality):
    """On her way to be a key figure: she may answer as well."""
    return KeyFigureFactory(municipality=municipality, contact_person=None, introduction=True).member


def rows_of(table):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT xmin::text, ctid::text, t.* FROM "{table}" t')
        return [tuple(str(value) for value in row) for row in cursor.fetchall()]


def everything():
    """Every row of every table with its system columns, and where each sequence stands."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()")
        sequences = dict(cursor.fetchall())
    return {table: rows_of(table) for table in tables}, sequences


@pytest.mark.parametrize(("day", "quarter"), [
    (date(2026, 1, 1), Quarter(2026, 1)), (date(2026, 3, 31), Quarter(2026, 1)), (date(2026, 4, 1), Quarter(2026, 2)), (date(2026, 12, 31), Quarter(2026, 4)),
])
def test_a_day_is_in_a_quarter(day, quarter):
    assert Quarter.of(day) == quarter


def test_before_the_first_quarter_comes_the_last_of_the_year_before():
    assert Quarter(2026, 1).before == Quarter(2025, 4)
    assert Quarter(2026, 3).before == Quarter(2026, 2)


def test_no_table_for_answers_leads_to_a_person_or_holds_a_moment():
    for model in (BackgroundAnswer, BackgroundEnvelope):
        related = {field.related_model._meta.label for field in model._meta.get_fields() if field.is_relation}
        assert related == {"accounts.Municipality"}
        assert not [field for field in model._meta.get_fields() if "Date" in type(field).__name__ or "Time" in type(field).__name__]
        assert "serial" not in (model._meta.pk.db_type(connection) or "")
    others = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.related_model in {BackgroundAnswer, BackgroundEnvelope}
    ]
    assert others == []


@pytest.mark.django_db(transaction=True)
def test_sending_leaves_one_sealed_envelope_and_nothing_else_anywhere(waterveen, caplog):
    client = log_in(Client(), someone(waterveen))
    client.get(PAGE)
    before, sequences = everything()

    with caplog.at_level(logging.DEBUG):
        assert client.post(PAGE, ANSWERS).url == "/achtergrond/dank/"

    after, sequences_after = everything()
    assert {table for table in after if after[table] != before[table]} == {"keyfigures_backgroundenvelope"}
    assert sequences_after == sequences
    assert "care" not in caplog.text
    envelope = BackgroundEnvelope.objects.get()
    assert b"care" not in bytes(envelope.sealed)


@pytest.mark.django_db(transaction=True)
def test_envelopes_of_much_and_of_little_are_alike(waterveen):
    send(waterveen, **ANSWERS)
    send(waterveen, mirror="no")

    assert len({len(bytes(each.sealed)) for each in BackgroundEnvelope.objects.all()}) == 1


@pytest.mark.django_db(transaction=True)
def test_whoever_joins_all_tables_ties_no_answer_to_a_person_nor_to_another_answer(waterveen):
    """Twelve people send one after the other, each from her own session; the job counts in between, as it does each hour."""
    sent = []
    for number in range(12):
        client = log_in(Client(), someone(waterveen))
        client.get(PAGE)
        answer = list(QUESTIONS[0].answers)[number % 8]
        client.post(PAGE, {"work": answer, "mirror": "yes"})
        sent.append(answer)
        if number in {2, 3, 9}:
            background.open_envelopes()
    background.open_envelopes()

    tables, _sequences = everything()
    answers = tables.pop("keyfigures_backgroundanswer")
    assert tables["keyfigures_backgroundenvelope"] == []
    # One transaction wrote all of them, and nothing else: not a session, not a log line.
    assert len({row[0] for row in answers}) == 1
    assert not [table for table, rows in tables.items() if {row[0] for row in rows} & {row[0] for row in answers}]
    # Nothing in them is found in a row about a person: they share only the municipality.
    values = {value for row in answers for value in row[2:]} - {str(waterveen.pk), "2", "4", *questions_and_answers()}
    about_people = {value for table, rows in tables.items() if table != "accounts_municipality" for row in rows for value in row[2:]}
    assert not {value for value in values if len(value) > 4} & about_people
    # On disk and by key they stand in another order than they came.
    by_place = [answer for _question, answer in in_order(answers, key=lambda row: place_of(row[1])) if answer != "yes"]
    by_key = [answer for _question, answer in in_order(answers, key=lambda row: row[2]) if answer != "yes"]
    assert Counter(by_place) == Counter(sent)
    assert by_place != sent
    assert by_key != sent


def questions_and_answers():
    return {question.code for question in QUESTIONS} | {code for question in QUESTIONS for code in question.answers}


def place_of(ctid):
    return tuple(int(part) for part in ctid.strip("()").split(","))


def in_order(rows, key):
    codes = questions_and_answers()
    return [tuple(value for value in row if value in codes) for row in sorted(rows, key=key)]


@pytest.mark.django_db(transaction=True)
def test_answers_that_were_counted_before_are_written_anew_with_those_that_come(waterveen):
    send(waterveen, work="care", times=6)
    background.open_envelopes()
    before = {row[0] for row in rows_of("keyfigures_backgroundanswer")}, set(BackgroundAnswer.objects.values_list("pk", flat=True))

    send(waterveen, work="home")
    background.open_envelopes()

    after = {row[0] for row in rows_of("keyfigures_backgroundanswer")}, set(BackgroundAnswer.objects.values_list("pk", flat=True))
    assert len(after[0]) == 1
    assert not before[0] & after[0]
    assert not before[1] & after[1]
    assert Counter(BackgroundAnswer.objects.values_list("answer", flat=True)) == {"care": 6, "home": 1}


def test_each_municipality_and_quarter_is_counted_by_itself(waterveen, oeverland):
    send(waterveen, work="care", times=5)
    send(oeverland, work="home", times=2)
    send(waterveen, work="other", quarter=Quarter(2026, 3))

    assert background.open_envelopes() == 8
    assert background.open_envelopes() == 0

    assert BackgroundAnswer.objects.counts_of(waterveen, SPRING) == {"work": {"care": 5}}
    assert BackgroundAnswer.objects.counts_of(oeverland, SPRING) == {"work": {"home": 2}}
    assert BackgroundAnswer.objects.counts_of(waterveen, Quarter(2026, 3)) == {"work": {"other": 1}}


def test_who_skips_everything_sends_nothing(waterveen):
    send(waterveen, work="", mirror="")

    assert not BackgroundEnvelope.objects.exists()


def test_what_is_not_an_answer_is_refused_and_kept_nowhere(robin):
    client = log_in(Client(), robin.member)

    assert client.post(PAGE, {"work": "imam"}).status_code == 400
    assert client.post(PAGE, {"work": NO_ANSWER}).status_code == 400
    assert not BackgroundEnvelope.objects.exists()
    assert questions.opened(questions.in_order({"work": "iets"})) == []


def test_no_question_or_answer_names_what_we_do_not_keep():
    from tests.project.test_privacy import WORDS_FORBIDDEN

    for question in QUESTIONS:
        for text in (question.text, *question.answers.values()):
            assert not WORDS_FORBIDDEN.search(str(text)), text


def test_an_envelope_that_no_key_opens_is_taken_away(waterveen, caplog):
    send(waterveen, work="care")
    BackgroundEnvelope.objects.update(key_id="weg")

    background.open_envelopes()

    assert not BackgroundEnvelope.objects.exists()
    assert not BackgroundAnswer.objects.exists()


def results(municipality):
    return {result.question: {bar.label: bar.value for bar in result.bars} for result in words.results_of(municipality, SPRING)}


def test_of_four_answers_nothing_is_shown(waterveen):
    send(waterveen, work="care", times=4)
    background.open_envelopes()

    assert results(waterveen) == {}


def test_of_more_answers_small_numbers_have_the_same_words_and_looking_twice_shows_the_same(waterveen):
    send(waterveen, work="care", times=14)
    send(waterveen, work="home", times=3)
    background.open_envelopes()

    shown = results(waterveen)["Wat doet u het grootste deel van de week?"]

    assert shown["Werken in zorg of welzijn"] == "10 of meer"
    assert shown["Zorgen voor huis of familie"] == "te weinig om te tonen"
    assert shown["School of studie"] == "geen"
    assert all(results(waterveen)["Wat doet u het grootste deel van de week?"] == shown for _each in range(5))


def test_nothing_is_shown_while_an_answer_of_that_quarter_is_still_in_its_envelope(waterveen):
    send(waterveen, work="care", times=14)
    background.open_envelopes()
    send(waterveen, work="care")

    assert results(waterveen) == {}


@pytest.mark.parametrize("role", ["coordinator", "policy_adviser", "team_lead", "key_figure"])
def test_who_may_read_figures_and_who_answers_reads_what_came_out(waterveen, role):
    member = MembershipFactory(municipality=waterveen, **{role: True})

    assert "te weinig antwoorden" in log_in(Client(), member).get("/achtergrond/uitkomsten/").content.decode()


@pytest.mark.parametrize("role", ["official", "neutral_chair", "privacy_officer", "administrator"])
def test_others_find_no_page(waterveen, role):
    member = MembershipFactory(municipality=waterveen, **{role: True})

    assert log_in(Client(), member).get("/achtergrond/uitkomsten/").status_code in {403, 404}


@pytest.mark.parametrize("role", ["coordinator", "policy_adviser", "official"])
def test_only_key_figures_answer(waterveen, role):
    client = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True}))

    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, ANSWERS).status_code == 404
    assert not BackgroundEnvelope.objects.exists()


def test_the_database_refuses_a_fifth_quarter(waterveen):
    with pytest.raises(IntegrityError):
        BackgroundAnswer.objects.create(municipality=waterveen, year=2026, quarter=5, question="work", answer="care")
