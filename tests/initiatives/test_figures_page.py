"""Figures about initiatives count ideas, never people; who reads figures sees no name."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from initiatives.presentation import figures
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.initiatives import InitiativeFactory
from tests.factories.keyfigures import AT, TODAY

PAGE = reverse("initiatives:figures")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def parts(waterveen):
    return {each.title: [(bar.label, bar.value) for bar in each.bars] for each in figures.page_of(waterveen, today=TODAY).parts}


def test_it_tells_who_began_and_what_they_are_about(waterveen, robin, marieke):
    InitiativeFactory(owner=marieke, proposer=robin.member, running=True, question="safety", themes=["right", "online"])
    InitiativeFactory(owner=marieke, proposer=robin.member, answered=True, beginning="together", question="safety")
    InitiativeFactory(owner=marieke, begun_by_us=True, question="online", themes=["online"])
    InitiativeFactory(owner=marieke, proposer=robin.member)  # waits: counted as filed only
    told = figures.page_of(waterveen, today=TODAY)

    assert told.title == "Twee van de drie initiatieven begonnen in de gemeenschap"
    assert told.sentences[0] == "Drie ideeën zijn ingediend."
    assert parts(waterveen) == {
        "Wie begon": [("De gemeenschap", "1"), ("Gemeenschap en gemeente samen", "1"), ("De gemeente", "1")],
        "Welke vraag erachter zit": [("Wat er online gebeurt", "1"), ("Veiligheid in de wijk", "2")],
        "Over welke vormen van extremisme ze gaan": [("Online haat", "2"), ("Rechtsextremisme", "1"), ("Geen: over samenleven", "1")],
        "Hoe ze ervoor staan": [("Idee", "2"), ("Loopt", "1")],
    }


def test_what_ended_before_the_year_and_what_is_of_another_municipality_does_not_count(waterveen, robin, marieke, neighbour):
    long_ago = AT - timedelta(days=400)
    InitiativeFactory(owner=marieke, proposer=robin.member, answered=True, answered_at=long_ago, filed_at=long_ago, state="stopped", ended_at=long_ago)
    InitiativeFactory(owner=neighbour, running=True)
    told = figures.page_of(waterveen, today=TODAY)

    assert (told.title, told.parts) == ("Er liep het laatste jaar geen initiatief", [])


@pytest.mark.parametrize("role", ["board", "policy_adviser", "coordinator", "team_lead"])
def test_who_reads_figures_opens_it_and_reads_no_name(client, waterveen, robin, marieke, role):
    InitiativeFactory(owner=marieke, proposer=robin.member, running=True)
    page = log_in(client, MembershipFactory(municipality=waterveen, **{role: True})).get(PAGE).content.decode()

    assert "Een van één initiatief" not in page
    assert "Robin" not in page


def test_it_does_not_exist_for_key_figures_and_chairs(client, waterveen, robin):
    for by in (robin.member, MembershipFactory(neutral_chair=True, municipality=waterveen)):
        assert log_in(client, by).get(PAGE).status_code == 404


def test_it_takes_as_many_statements_for_one_initiative_as_for_three(client, robin, marieke):
    counts, reader = [], log_in(client, marieke)
    for more in (1, 2):
        InitiativeFactory.create_batch(more, owner=marieke, proposer=robin.member, running=True, question="work", themes=["left"])
        reader.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            reader.get(PAGE)
        counts.append(len(queries))

    assert counts[0] == counts[1]
