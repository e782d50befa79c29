"""Meetings in figures: counted over a year of whole quarters, and nothing about fewer than five people."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from indicators.registry import Period
from meetings import deadlines
from meetings.figures import counted
from meetings.presentation import figures as words
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, IndependenceDeclarationFactory, MeetingFactory

PAGE = "/sleutelfiguren/bijeenkomsten/"
FEBRUARY = datetime(2026, 2, 10, 18, tzinfo=UTC)
MARCH = date(2026, 3, 31)


def held(municipality, starts_at=FEBRUARY, **more):
    given = {"state": "closed", "closed_at": starts_at, "correct_until": starts_at.date(), "invited_at": starts_at, "planned_at": starts_at, **more}
    return MeetingFactory(municipality=municipality, starts_at=starts_at, **given)


def shown(reader):
    return {bar.label: bar.value for part in words.figures_of(reader, at=AT).parts for bar in part.bars}


def test_quiet_time_beside_incidents_and_who_led_it(waterveen, oeverland, marieke, joris):
    IndependenceDeclarationFactory(chair=joris, municipality=waterveen, year=2026)
    held(waterveen, chair=joris)
    held(waterveen)
    held(waterveen, kind="tension", occasion="incident")
    held(waterveen, starts_at=datetime(2025, 3, 1, 18, tzinfo=UTC))
    held(waterveen, starts_at=datetime(2026, 4, 1, 18, tzinfo=UTC))
    MeetingFactory(municipality=waterveen, starts_at=FEBRUARY, state="cancelled", cancelled_at=FEBRUARY)
    held(oeverland)

    found = counted(waterveen, Period.year_until(MARCH))

    assert (found.quiet.part, found.quiet.of) == (2, 3)
    assert (found.outside.part, found.outside.of) == (1, 3)
    assert words.figures_of(marieke, at=AT).title == "1 van de 3 bijeenkomsten had een voorzitter van buiten"


def test_answers_in_time_of_those_that_were_due(waterveen, marieke):
    held(waterveen)
    for kept in (FEBRUARY, datetime(2026, 3, 20, tzinfo=UTC), None):
        Clock.objects.create(
            municipality=waterveen, kind=deadlines.POINT_ANSWER, subject=marieke.uuid, owner=marieke, promised_at=FEBRUARY, working_days=20,
            due_at=datetime(2026, 3, 10, tzinfo=UTC), kept_at=kept,
        )

    assert shown(marieke)["Op tijd beantwoord"] == "1"
    assert shown(marieke)["Te laat, of nog niet"] == "2"


@pytest.mark.parametrize(("people", "points"), [(0, "geen"), (1, "te weinig om te tonen"), (4, "te weinig om te tonen"), (5, "5 of meer")])
def test_points_of_fewer_than_five_key_figures_are_not_told(waterveen, marieke, people, points):
    meeting = held(waterveen)
    for place in range(people):
        AgendaItemFactory(meeting=meeting, position=place + 1)
    for place in range(7):
        AgendaItemFactory(meeting=meeting, brought_by="municipality", proposed_by=marieke, position=people + place + 1)

    assert shown(marieke)["Punten van sleutelfiguren"] == points


def test_one_who_proposes_much_is_not_told_by_it(waterveen, marieke):
    meeting, robin = held(waterveen), KeyFigureFactory(municipality=waterveen).member
    for place in range(9):
        AgendaItemFactory(meeting=meeting, proposed_by=robin, position=place + 1)

    assert shown(marieke)["Punten van sleutelfiguren"] == "te weinig om te tonen"


@pytest.mark.parametrize(("people", "there"), [(4, "te weinig om te tonen"), (6, "5 of meer")])
def test_attendance_is_rounded_and_not_told_of_few(waterveen, marieke, people, there):
    meeting = held(waterveen)
    for place in range(12):
        AttendeeFactory(meeting=meeting, comes=True, was_present=place < people)

    assert shown(marieke)["Was erbij"] == there
    assert shown(marieke)["Uitgenodigd"] == ("10 of meer" if people == 6 else "te weinig om te tonen")


def test_no_bar_tells_by_its_length_what_was_rounded_off(waterveen, marieke):
    meeting = held(waterveen)
    for place in range(13):
        AttendeeFactory(meeting=meeting, comes=True, was_present=place < 7)

    attendance = words.figures_of(marieke, at=AT).parts[-1]

    assert [(bar.number, bar.whole) for bar in attendance.bars] == [(10, 10), (10, 10), (5, 10)]


@pytest.mark.parametrize("role", ["coordinator", "policy_adviser", "team_lead"])
def test_who_may_read_figures_reads_them_and_no_name(waterveen, role):
    meeting = held(waterveen, title="Geheime titel")
    for _each in range(6):
        AttendeeFactory(meeting=meeting, comes=True, was_present=True)
    client = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True}))

    page = client.get(PAGE).content.decode()

    assert "Alle aantallen" in page
    assert "Geheime titel" not in page
    assert not [each.member.name for each in meeting.attendees.all() if each.member.name in page]


@pytest.mark.parametrize("role", ["key_figure", "official", "neutral_chair", "privacy_officer", "administrator"])
def test_others_find_no_page(waterveen, role):
    assert log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True})).get(PAGE).status_code in {403, 404}


def test_before_the_first_meeting_it_says_so(waterveen, marieke):
    assert "Er was geen bijeenkomst in dit jaar" in log_in(Client(), marieke).get(PAGE).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_statements_for_three_meetings_as_for_one(waterveen, marieke, django_assert_num_queries, number):
    for _each in range(number):
        AttendeeFactory(meeting=held(waterveen), comes=True, was_present=True)
    client = log_in(Client(), marieke)
    client.get(PAGE)

    with django_assert_num_queries(10):
        client.get(PAGE)
