"""One sheet for the mayor: how the network stands, what is late, what is asked. Never a person."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.roles import Role
from approach.actions import council_promise
from approach.promise_counts import open_promises
from indicators import registry
from indicators.registry import TOO_FEW, Figure, Indicator, Unit
from keyfigures.actions import help as helping
from signals import deadlines
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import ImprovementFactory
from tests.factories.keyfigures import AT, TODAY
from tests.factories.support import BudgetFactory, CouncilPromiseFactory, DecisionFactory, MomentFactory, support_stands

PAGE = reverse("approach:board")
DAYS = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture(autouse=True)
def indicators(monkeypatch):
    def known(code, label, figure, unit=Unit.SHARE):
        return Indicator(code=code, label=label, definition="…", unit=unit, measure=lambda _m, _p: figure)

    found = (
        known("keyfigures.active", "Mensen in het netwerk", Figure(value=Decimal(25), is_rounded=True), Unit.NUMBER),
        known("keyfigures.thanked", "Persoonlijk bedankt", Figure(value=Decimal(60), is_rounded=True)),
        known("keyfigures.contact", "Op tijd gesproken", TOO_FEW),
        known("meetings.held", "Bijeenkomsten", Figure(value=Decimal(4)), Unit.NUMBER),
        known("keyfigures.left", "Niet voor dit blad", Figure(value=Decimal(7)), Unit.NUMBER),
    )
    monkeypatch.setattr(registry, "_INDICATORS", {each.code: each for each in found})


def text_of(client, member, address="/"):
    return log_in(client, member).get(address).content.decode()


def test_it_is_the_start_page_of_the_mayor_and_of_nobody_who_owes_something(client, waterveen, femke, marieke, annemarie):
    for member, starts_here in ((femke, True), (marieke, False), (annemarie, False)):
        assert ("Wie kun je bedanken?" in text_of(client, member)) == starts_here
        assert "Wie kun je bedanken?" in client.get(PAGE).content.decode()


def test_the_rail_of_the_mayor_holds_only_what_she_may_see(client, femke):
    page = text_of(client, femke)
    rail = page.split("<main")[0]

    for label in ("Vandaag", "Aanpak", "Evaluaties", "Cijfers"):
        assert f">{label}<" in rail.replace(f"{label}\n", label)
    for label in ("Netwerk", "Hulpvragen", "Meldingen", "Mensen", "Overdragen", "Logboek"):
        assert label not in rail


def test_what_the_mayor_promised_herself_comes_first(client, waterveen, femke):
    row = ImprovementFactory(evaluation__municipality=waterveen, owner=femke)
    promised = {"promised_at": AT - DAYS, "working_days": 5, "due_at": AT + 5 * DAYS, "kind": "evaluations.improvement", "subject": row.uuid, "owner": femke}
    Clock.objects.create(municipality=waterveen, **promised)
    page = text_of(client, femke)

    assert (reverse("evaluations:improvement_detail", args=[row.uuid]) in page, "Wie kun je bedanken?" in page) == (True, False)


@pytest.mark.parametrize("role", list(Role))
def test_who_reads_the_approach_finds_it_and_nobody_else(client, waterveen, role):
    reads = role in {Role.COORDINATOR, Role.POLICY_ADVISER, Role.TEAM_LEAD, Role.BOARD}
    log_in(client, MembershipFactory(municipality=waterveen, roles=[role]))

    assert client.get(PAGE).status_code == (200 if reads else 404)


def test_figures_come_as_they_may_be_shown(client, femke):
    page = text_of(client, femke)

    for words in ("25 of meer", "Mensen in het netwerk", "Te weinig", "zes maanden: 60 procent of meer van de sleutelfiguren."):
        assert words in page
    assert "Niet voor dit blad" not in page


def test_what_is_late_is_a_number_per_kind_without_whom_or_what(client, waterveen, femke, marieke, robin):
    helping.ask(robin, by=robin.member, at=AT - 60 * DAYS, category="place", text="Een zaal voor vrijdag.", submission=uuid4())
    row = MomentFactory(municipality=waterveen, owner=marieke)
    council_promise.make(row, what="Een geheime brief.", owner=marieke, due_on=TODAY - 20 * DAYS, submission=uuid4(), by=marieke, at=AT - 40 * DAYS)
    for kind in list(deadlines.WORKING_DAYS)[:2]:
        given = {"promised_at": AT - 30 * DAYS, "working_days": 5, "due_at": AT - 20 * DAYS, "subject": uuid4(), "owner": marieke, "waiter": robin.member}
        Clock.objects.create(municipality=waterveen, kind=kind, **given)
    page = text_of(client, femke)
    part = page.split('id="late"')[1].split("</section>")[0]

    assert "beloften van de gemeente zijn te laat" in page
    assert "Draagvlak: een toezegging aan college of raad: 1" in part
    assert "Beloften van het meldpunt: 2" in part
    for leak in ("Robin", "Marieke", "Een zaal", "geheime"):
        assert leak not in part


def test_what_only_those_concerned_may_know_is_one_number(waterveen, marieke, robin):
    for kind in ("keyfigures.complaint", "keyfigures.reconsideration_talk"):
        given = {"promised_at": AT - 30 * DAYS, "working_days": 5, "due_at": AT - 20 * DAYS, "subject": uuid4(), "owner": marieke, "waiter": robin.member}
        Clock.objects.create(municipality=waterveen, kind=kind, **given)

    assert [(each.label, each.open, each.late) for each in open_promises(waterveen, at=AT)] == [("Beloften waar alleen betrokkenen van weten", 2, 2)]


def test_what_comes_and_what_is_asked(client, waterveen, femke, marieke):
    DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 100 * DAYS)
    BudgetFactory(municipality=waterveen)
    row = MomentFactory(municipality=waterveen, owner=marieke, planned=True, title="Het tweede jaar")
    CouncilPromiseFactory(moment=MomentFactory(municipality=waterveen, owner=marieke), what="Een overzicht van het geld.")
    page = text_of(client, femke)
    ahead, asks = (page.split(f'id="{part}"')[1].split("</section>")[0] for part in ("ahead", "asks"))

    assert [words in ahead for words in ("Het besluit over de aanpak loopt af op", "Het tweede jaar", "Er is geld tot en met 2026")] == [True, True, True]
    assert ("Er is nog geen portefeuillehouder" in asks, "Een overzicht van het geld." in asks, row.owner.name in page.split("<main")[1]) == (True, True, False)


def test_a_municipality_without_anything_reads_that(client, femke, monkeypatch):
    monkeypatch.setattr(registry, "_INDICATORS", {})
    page = text_of(client, femke)

    for words in ("Alles wat is beloofd, is op tijd", "Hoeveel sleutelfiguren zijn bedankt, is nog niet te zeggen.", "Nog niemand schreef op wie achter de aanpak staat."):
        assert words in page


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_one_and_three(client, waterveen, femke, marieke, number, django_assert_num_queries):
    for _each in range(number):
        row = MomentFactory(municipality=waterveen, owner=marieke)
        MomentFactory(municipality=waterveen, owner=marieke, planned=True)
        council_promise.make(row, what="Een brief.", owner=marieke, due_on=TODAY, submission=uuid4(), by=marieke, at=AT - 40 * DAYS)
    log_in(client, femke).get("/")

    with django_assert_num_queries(23):  # session, person with member; what waits for her (4); eight of the register; savepoints of four figures (8); counts
        client.get("/")


def test_nothing_of_another_municipality(client, oeverland, neighbour, femke):
    support_stands(oeverland, owner=neighbour)

    assert "Hoe het eerste jaar ging" not in text_of(client, femke)
