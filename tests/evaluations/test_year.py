"""The calendar tells what comes in the next twelve months."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from tests.factories.accounts import log_in
from tests.factories.evaluations import EvaluationFactory
from tests.factories.keyfigures import AT, TODAY
from tests.factories.meetings import MeetingFactory

CALENDAR = reverse("evaluations:evaluation_calendar")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def told(client, member):
    months = log_in(client, member).get(CALENDAR).context["months"]
    return {month.name: [(entry.title, entry.words) for entry in month.entries] for month in months if month.entries}


def test_a_survey_opens_reminds_closes_and_is_shared_back_each_on_its_day(client, waterveen, marieke):
    # Closes on Monday 6 July; fifteen working days from Tuesday 7 July is 28 July.
    EvaluationFactory(municipality=waterveen, owner=marieke, title="Zomer", opens_on=date(2026, 6, 15), closes_on=date(2026, 7, 6))

    months = told(client, marieke)

    assert months["juni\xa02026"] == [("Zomer", "opent op 15\xa0juni"), ("Zomer", "wie niet antwoordde, krijgt op 29\xa0juni een herinnering")]
    assert months["juli\xa02026"] == [("Zomer", "laatste dag om te antwoorden: 6\xa0juli"), ("Zomer", "uiterlijk op 28\xa0juli terugkoppelen")]


def test_what_is_over_is_not_told_and_what_the_rhythm_expects_is(client, waterveen, marieke):
    EvaluationFactory(municipality=waterveen, owner=marieke, title="Winter", closed=True, opens_on=date(2026, 1, 5))

    months = told(client, marieke)

    assert ("", "Vragen aan het netwerk: komt rond deze tijd vanzelf") in months["juli\xa02026"]
    assert not [title for entries in months.values() for title, _words in entries if title]


def test_questions_after_a_meeting_stand_in_its_month_without_what_it_is_about(client, waterveen, marieke):
    MeetingFactory(municipality=waterveen, title="Onrust in de Rivierenbuurt", starts_at=datetime(2026, 9, 3, 17, tzinfo=UTC))
    MeetingFactory(municipality=waterveen, cancelled=True, starts_at=datetime(2026, 10, 3, 17, tzinfo=UTC))
    MeetingFactory(starts_at=datetime(2026, 11, 3, 17, tzinfo=UTC))  # of another municipality

    assert told(client, marieke) == {"september\xa02026": [("", "Korte vragen na de bijeenkomst van 3\xa0september")]}
    assert "Onrust" not in client.get(CALENDAR).content.decode()


def test_who_reads_results_sees_when_but_opens_nothing_that_is_not_closed(client, waterveen, marieke, thijs):
    EvaluationFactory(municipality=waterveen, owner=marieke, title="Zomer")

    page = log_in(client, thijs).get(CALENDAR)

    assert "Zomer" in page.content.decode()
    assert not [entry.url for month in page.context["months"] for entry in month.entries if entry.url]
    assert not [line.url for line in page.context["lines"] if line.url]


def test_a_kind_that_is_open_says_so_until_the_next_one_is_planned(client, waterveen, marieke):
    here = {"municipality": waterveen, "owner": marieke}
    EvaluationFactory(**here, title="Zomer", opened=True)
    assert log_in(client, marieke).get(CALENDAR).context["lines"][0].next == "Nu open: Zomer"

    EvaluationFactory(**here, title="Winter", opens_on=date(2026, 12, 1))

    assert client.get(CALENDAR).context["lines"][0].next == "1\xa0december: Winter"


def test_who_is_from_outside_sees_no_calendar(client, esther):
    assert log_in(client, esther).get(CALENDAR).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_statements_does_not_grow(client, waterveen, marieke, rows, django_assert_num_queries):
    for row in range(rows):
        EvaluationFactory(municipality=waterveen, owner=marieke, kind=["survey", "process", "plan"][row], opens_on=TODAY + timedelta(days=30 + row))
        MeetingFactory(municipality=waterveen, starts_at=AT + timedelta(days=30 + row))
    log_in(client, marieke).get(CALENDAR)

    with django_assert_num_queries(8):
        client.get(CALENDAR)
