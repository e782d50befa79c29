"""The receipt: what it promises, why counting starts later, and a PDF without a word of the report."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from signals import receipt, timeline
from tests.factories.accounts import MembershipFactory
from tests.factories.signals import AT, SECRET, file_one
from tests.papers import facts_of, words_on

TODAY = date(2026, 6, 9)  # a Tuesday


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


def words_of(report, at=AT, deputy=""):
    return receipt.words_of(report, timeline.promises_of(report, at), deputy=deputy, today=TODAY)


def test_the_promised_days_are_weekdays(report):
    words = words_of(report, deputy="Joost")

    assert words.number == "2026-0001"
    assert [each.day for each in words.promises] == [
        "Uiterlijk donderdag 11\u00a0juni", "Uiterlijk dinsdag 23\u00a0juni", "Daarna elke 20 werkdagen",
    ]
    assert (words.contact.name, words.contact.phone, words.contact.dial) == ("Ilse", "010 123 45 67", "0101234567")
    assert "Joost" in words.contact.more[1]
    assert "112" in words.danger


def test_on_a_working_day_nothing_is_said_about_counting(report):
    assert words_of(report).counted == ""


@pytest.mark.parametrize(
    ("at", "parts"),
    [
        (datetime(2026, 6, 12, 18, 40, tzinfo=UTC), ("vrijdag 12\u00a0juni", "na 17.00", "maandag 15\u00a0juni")),
        (datetime(2026, 6, 13, 9, tzinfo=UTC), ("zaterdag 13\u00a0juni", "maandag 15\u00a0juni")),
    ],
    ids=["evening", "weekend"],
)
def test_why_it_counts_from_a_later_day(noor, ilse, at, parts):
    counted = words_of(file_one(noor, at=at), at).counted.replace("\u00a0uur", "")

    assert [part for part in parts if part not in counted] == []


def test_the_pdf_is_one_tagged_page_with_the_days_and_without_the_text(report, waterveen):
    pdf = receipt.pdf_of(words_of(report), waterveen)
    text = words_on(pdf)

    for part in ("2026-0001", "donderdag 11 juni", "dinsdag 23 juni", "Ilse", "010 123 45 67"):
        assert part in text.replace("\u00a0", " ")
    assert SECRET not in text
    assert "sticker" not in text
    assert "Noor" not in text
    facts = facts_of(pdf)
    assert (facts["Pages"], facts["Tagged"]) == ("1", "yes")


def test_a_name_that_tries_to_be_code_is_only_a_name(noor, waterveen):
    MembershipFactory(official=True, municipality=waterveen, user__name='#read("/etc/passwd") $x$ *Ilse*')

    pdf = receipt.pdf_of(words_of(file_one(noor)), waterveen)

    text = words_on(pdf)
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text


def test_a_name_in_another_script_still_gives_a_receipt(noor, waterveen):
    MembershipFactory(official=True, municipality=waterveen, user__name="نور 李明")

    assert "2026-0001" in words_on(receipt.pdf_of(words_of(file_one(noor)), waterveen))


def test_in_english_too(report):
    with translation.override("en"):
        words = words_of(report)

    assert words.heading == "Thank you. We have your concern."
    assert words.promises[0].day == "By Thursday 11\u00a0June at the latest"
