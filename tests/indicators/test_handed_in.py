"""What apps hand in: each figure with its words, and one that cannot be counted takes none of the others along."""

import logging
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from indicators import measuring, registry
from indicators.registry import FAILED, Indicator, Lack, Lines, Period, Unit, number
from sleutelfiguren.logging import EventFormatter
from tests.factories.keyfigures import KeyFigureFactory

YEAR = Period.year_until(date(2026, 6, 9))
CODES = {
    "keyfigures.active", "keyfigures.roles_chosen", "keyfigures.new_people", "keyfigures.profile_types", "keyfigures.agreements", "keyfigures.contact",
    "keyfigures.quiet", "keyfigures.training", "keyfigures.given", "keyfigures.help_in_time", "keyfigures.thanked", "keyfigures.procedure",
    "keyfigures.joined", "keyfigures.left", "keyfigures.treatment", "keyfigures.themes", "signals.kept", "meetings.held", "meetings.outside",
    "meetings.points", "meetings.answered", "evaluations.rounds", "evaluations.trust", "evaluations.process_known", "evaluations.respect",
    "evaluations.shared", "evaluations.improved", "initiatives.community", "initiatives.answered", "initiatives.filed", "initiatives.themes",
}


def handed_in():
    return [each for each in registry.all_indicators() if each.code in CODES]


@pytest.fixture
def broken():
    """One that Postgres refuses, with a name in what it says; gone after the test."""
    def measure(_municipality, _period):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 'Robin Jansen'::integer")

    indicator = Indicator(code="tests.broken", label="Broken", definition="Never counted.", unit=Unit.NUMBER, measure=measure)
    registry.register(indicator)
    yield indicator
    registry.withdraw("tests.broken")


def test_every_figure_is_there():
    assert {each.code for each in handed_in()} == CODES


def test_each_says_in_one_sentence_what_is_counted_and_gives_a_reason_for_its_threshold():
    for each in handed_in():
        assert str(each.label)
        assert re.search(r"[.]$", str(each.definition)), each.code
        assert (each.threshold is None) == (str(each.reason) == ""), each.code


def test_each_has_its_words_in_dutch():
    for each in handed_in():
        with translation.override("en"):
            english = [str(each.label), str(each.definition), str(each.reason)]
        with translation.override("nl"):
            dutch = [str(each.label), str(each.definition), str(each.reason)]
        assert all(words != others or not words for words, others in zip(english, dutch, strict=True)), each.code


def test_a_new_municipality_has_nothing_yet_and_nothing_fails(waterveen):
    found = measuring.measure(waterveen, YEAR, indicators=handed_in())

    lacks = {code: measured.figure.lack for code, measured in found.items()}
    # Of concerns and help not even that nobody asked anything is told.
    few = {"signals.kept", "keyfigures.help_in_time"}
    assert {code for code, lack in lacks.items() if lack == Lack.TOO_FEW} == few
    assert {code for code, lack in lacks.items() if lack == Lack.NOTHING_YET} == CODES - few


def test_one_that_cannot_be_counted_is_shown_as_failed_and_the_others_work(waterveen, broken, caplog):
    caplog.set_level(logging.ERROR)
    KeyFigureFactory.create_batch(20, municipality=waterveen, contact_person=None)
    asked = [broken, registry.named("keyfigures.agreements")]

    found = measuring.measure(waterveen, YEAR, indicators=asked)

    assert found["tests.broken"].figure == FAILED
    assert found["keyfigures.agreements"].figure.value == 80
    assert [(record.message, record.kind, record.subject) for record in caplog.records] == [("indicator_failed", "tests.broken", "waterveen")]


def test_no_name_from_what_went_wrong_stands_in_the_log(waterveen, broken, caplog):
    caplog.set_level(logging.DEBUG, logger="indicators")

    measuring.measure(waterveen, YEAR, indicators=[broken])

    lines = [EventFormatter().format(record) for record in caplog.records]
    assert "Robin" in caplog.text
    assert "Robin" not in str(lines)
    assert "tests.broken" in lines[-1]


def test_what_counts_people_is_the_same_for_every_day_of_a_quarter(waterveen):
    seen = []
    spy = Indicator(
        code="tests.spy", label="Spy", definition="Which period was asked.", unit=Unit.NUMBER, counts_people=True,
        measure=lambda _municipality, period: seen.append(period) or number(1),
    )

    for last in (date(2026, 6, 29), date(2026, 4, 1), date(2026, 5, 3)):
        measuring.measure(waterveen, Period(first=date(2020, 1, 1), last=last), indicators=[spy])
    measuring.measure(waterveen, Period.year_until(date(2026, 6, 30)), indicators=[spy])

    assert [each.last for each in seen] == [date(2026, 3, 31)] * 3 + [date(2026, 6, 30)]
    assert {(each.last - each.first).days for each in seen} == {364}


@pytest.mark.parametrize("people", [0, 1, 30])
def test_measuring_takes_as_many_statements_whatever_is_there(waterveen, people):
    KeyFigureFactory.create_batch(people, municipality=waterveen, contact_person=None)
    counts = {}
    for each in handed_in():
        with CaptureQueriesContext(connection) as queries:
            measuring.measure(waterveen, YEAR, indicators=[each])
        counts[each.code] = len([query for query in queries if "SAVEPOINT" not in query["sql"]])

    assert max(counts.values()) <= 12
    assert sum(counts.values()) <= 60


def test_lines_that_cannot_be_told_are_none_and_the_log_says_which(waterveen, caplog):
    def tell(_municipality, _period):
        raise ValueError("Robin Jansen")

    assert measuring.tell(Lines(code="tests.broken_lines", label="Broken", tell=tell), waterveen, YEAR) == ()
    (line,) = [EventFormatter().format(record) for record in caplog.records]
    assert "tests.broken_lines" in line
    assert "Robin" not in line
