"""The mix of the network: what is shown, when it is counted again, and that one person who comes or goes is never seen."""

import json
import re
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from keyfigures.actions import mix, profile, stages
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import StageStep
from keyfigures.models.mix import FrozenMix
from keyfigures.stages import PAUSE, RESUME
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, AreaFactory, KeyFigureFactory, NetworkRoleFactory

PAGE = "/sleutelfiguren/mix/"
LATER = datetime(2026, 8, 4, 8, tzinfo=UTC)  # the quarter after AT


def lot():
    return Random(7)


@pytest.fixture
def areas(waterveen):
    return {name: AreaFactory(municipality=waterveen, name=name) for name in ("Midden", "Noord", "Zuid")}


@pytest.fixture
def network(waterveen, marieke, areas):
    """46 people: no doers in Noord, few who are young."""
    def some(count, kind, area, age):
        KeyFigureFactory.create_batch(
            count, municipality=waterveen, contact_person=marieke, profile_types=[kind], areas=[areas[area]], age_band=age, known_before=True,
        )

    some(12, "connector", "Noord", "45_64")
    some(2, "connector", "Midden", "45_64")
    some(10, "doer", "Midden", "27_44")
    some(9, "doer", "Zuid", "45_64")
    some(8, "critical_thinker", "Noord", "65_up")
    some(2, "connector", "Zuid", "under_27")
    some(3, "representative", "Midden", "under_27")
    return waterveen


def figures_of(municipality, at=AT):
    return mix.count(municipality, at=at, lot=lot())


def text(response):
    """Without the token of the form that changes with each page."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", re.sub(r"\s+", " ", response.content.decode()))


def people(municipality, count, **told):
    return KeyFigureFactory.create_batch(count, municipality=municipality, contact_person=None, **told)


def join(figures, *, at):
    """As the step to active leaves it behind."""
    for figure in figures:
        StageStep.objects.create(key_figure=figure, from_stage="agreement", to_stage="active", by=figure.member, at=at)


def test_the_page_says_first_whom_the_network_misses(network, marieke):
    mix.freeze(network, at=AT, lot=lot())

    page = text(log_in(Client(), marieke).get(PAGE))

    assert '<h1 class="sf-h1">Er zijn geen doeners in Noord</h1>' in page
    assert "<strong>Mensen jonger dan 27 jaar.</strong> Te weinig om te tonen." in page
    assert "Actief: 45 of meer. Geteld op 9" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_small_numbers_and_what_hides_with_them_have_the_same_words(network, areas):
    figures = figures_of(network)
    cells = figures.crosses["type", "area"]
    noord, zuid, midden = (str(areas[name].uuid) for name in ("Noord", "Zuid", "Midden"))

    assert cells["connector", zuid] is None
    assert cells["representative", midden] is None
    assert cells["doer", noord] == 0
    assert cells["connector", noord] in {5, 10}
    assert figures.people == 45
    assert all(shown in {None, 0} or shown % 5 == 0 for table in figures.crosses.values() for shown in table.values())


def test_what_is_kept_holds_no_small_number_and_no_person(network):
    kept = json.dumps(mix.freeze(network, at=AT, lot=lot()).figures)

    assert not re.search(r"(?<![\d-])[1-4](?!\d)", re.sub(r'"[^"]*"', "", kept).replace("median_years", ""))
    for figure in network_figures(network):
        assert str(figure.uuid) not in kept
        assert figure.name not in kept


def network_figures(municipality):
    from keyfigures.models.figure import KeyFigure

    return KeyFigure.objects.of_municipality(municipality).for_list()


def test_nobody_is_counted_before_five_people_are_active(waterveen, marieke):
    people(waterveen, 4)
    assert mix.freeze(waterveen, at=AT) is None
    assert "Er zijn nog geen cijfers" in text(log_in(Client(), marieke).get(PAGE))

    people(waterveen, 1)
    assert mix.freeze(waterveen, at=AT) is not None


def test_no_table_of_two_traits_for_nineteen_people(waterveen, marieke):
    people(waterveen, 19, profile_types=["doer"], age_band="27_44")
    mix.freeze(waterveen, at=AT, lot=lot())

    page = text(log_in(Client(), marieke).get(PAGE))

    assert "Met minder dan 20 actieve mensen tonen wij geen tabel van twee kenmerken." in page
    assert "<table" not in page


def test_it_is_counted_once_a_quarter(waterveen):
    people(waterveen, 9)
    assert mix.freeze(waterveen, at=AT) is not None
    join(people(waterveen, 9), at=AT + timedelta(days=1))

    assert mix.freeze(waterveen, at=AT + timedelta(days=7)) is None
    assert mix.freeze(waterveen, at=LATER) is not None


@pytest.mark.parametrize(("joined", "is_counted"), [(0, False), (1, False), (4, False), (5, True)])
def test_it_is_counted_again_only_when_five_people_changed(waterveen, joined, is_counted):
    people(waterveen, 30)
    before = mix.freeze(waterveen, at=AT)
    join(people(waterveen, joined, age_band="under_27"), at=AT + timedelta(days=20))

    after = mix.freeze(waterveen, at=LATER)

    assert (after is not None) == is_counted
    assert FrozenMix.objects.latest_of(waterveen) == (after or before)


def test_who_pauses_and_comes_back_between_two_counts_is_no_change(waterveen, marieke):
    figures = people(waterveen, 12)
    mix.freeze(waterveen, at=AT)
    for figure in figures[:6]:
        stages.move(figure, PAUSE, by=marieke, at=AT + timedelta(days=2), paused_until=TODAY + timedelta(days=9))
        stages.move(figure, RESUME, by=marieke, at=AT + timedelta(days=9))

    assert mix.freeze(waterveen, at=LATER) is None


def test_who_leaves_and_who_tells_something_else_count_as_changes(waterveen, marieke):
    figures = people(waterveen, 12)
    mix.freeze(waterveen, at=AT)
    for figure in figures[:3]:
        stages.move(figure, PAUSE, by=marieke, at=AT + timedelta(days=2), paused_until=TODAY + timedelta(days=200))
    nothing = {"channel": "", "good_times": "", "not_times": "", "network_roles": [], "formality": "", "known_before": None, "offered_languages": []}
    for figure in figures[3:5]:
        profile.read_notice(figure, by=figure.member, at=AT)
        profile.change(
            figure, by=figure.member, at=AT + timedelta(days=3), areas=[], profile_types=["doer"], age_band="", own_words="", **nothing,
        )

    assert mix.freeze(waterveen, at=LATER) is not None


def test_the_page_shows_what_was_counted_not_who_takes_part_today(network, marieke):
    mix.freeze(network, at=AT, lot=lot())
    before = text(log_in(Client(), marieke).get(PAGE))

    people(network, 3, profile_types=["doer"], age_band="under_27")

    assert text(log_in(Client(), marieke).get(PAGE)) == before


def test_who_ended_or_paused_or_is_elsewhere_is_not_counted(waterveen, oeverland):
    people(waterveen, 20, age_band="27_44")
    people(waterveen, 9, age_band="65_up", stage="paused")
    KeyFigureFactory.create_batch(9, municipality=waterveen, contact_person=None, age_band="under_27", ended=True)
    people(oeverland, 9, age_band="45_64")

    figures = figures_of(waterveen)

    assert figures.people == 20
    assert figures.traits["age"] == {"under_27": None, "27_44": 15, "45_64": None, "65_up": None}


def test_own_roles_and_areas_of_the_municipality_are_counted_by_their_name(waterveen, oeverland):
    area = AreaFactory(municipality=waterveen, name="Veenpark")
    AreaFactory(municipality=oeverland, name="Elders")
    NetworkRoleFactory(municipality=waterveen, code="buurtfeest", name="Buurtfeest organiseren")
    people(waterveen, 12, areas=[area], network_roles=["buurtfeest"])

    figures = figures_of(waterveen)

    assert figures.names["area"] == {str(area.uuid): "Veenpark"}
    assert figures.traits["role"]["buurtfeest"] == 5
    assert figures.names["role"]["buurtfeest"] == "Buurtfeest organiseren"


def test_the_work_is_told_by_theme_in_the_order_of_the_alphabet(network, marieke):
    figure = network_figures(network)[0]

    def spoke(count, theme, on=TODAY):
        for _each in range(count):
            ContactMoment.objects.create(
                municipality=network, key_figure=figure, official=marieke, logged_by=marieke, logged_at=AT, on=on, how="call", occasion="quiet",
                topic="tension", theme=theme,
            )

    spoke(6, "right")
    spoke(2, "jihadism")
    spoke(11, "neighbourhood")
    spoke(30, "none")
    spoke(8, "left", on=TODAY - timedelta(days=400))
    mix.freeze(network, at=AT, lot=lot())

    response = log_in(Client(), marieke).get(PAGE)
    themes = [(bar.label, bar.value) for bar in response.context["themes"]]

    assert [label for label, _value in themes] == sorted(label for label, _value in themes)
    told = dict(themes)
    assert told["Rechtsextremisme"] == "5 of meer"
    assert told["Jihadisme"] == "te weinig om te tonen"
    assert told["Linksextremisme"] == "geen"
    assert told["Spanning in de buurt"] == "10 of meer"
    assert response.context["breadth"] == "2 onderwerpen kregen aandacht."


def test_turnover_that_is_coming_and_how_long_people_stay(waterveen, marieke):
    people(waterveen, 6, expected_end=TODAY + timedelta(days=100), joined_on=TODAY - timedelta(days=800))
    people(waterveen, 14, expected_end=TODAY + timedelta(days=500), joined_on=TODAY - timedelta(days=800))
    mix.freeze(waterveen, at=AT, lot=lot())

    page = text(log_in(Client(), marieke).get(PAGE))

    assert "Binnen 12 maanden verwachten te stoppen: 5 of meer." in page
    assert "In 12 maanden kwamen erbij: geen. Stopten: geen." in page
    assert "De helft doet 2 jaar of langer mee." in page


def test_two_traits_are_chosen_in_the_address(network, marieke):
    mix.freeze(network, at=AT, lot=lot())
    client = log_in(Client(), marieke)

    assert "Bekend of nieuw per leeftijd" in text(client.get(PAGE, {"rij": "known", "kolom": "age"}))
    turned = client.get(PAGE, {"rij": "age", "kolom": "known"})
    assert "Leeftijd per bekend of nieuw" in text(turned)
    assert [row.label for row in turned.context["table"]["rows"]] == ["Jonger dan 27 jaar", "27 tot en met 44 jaar", "45 tot en met 64 jaar", "65 jaar of ouder", "Samen"]
    for wrong in ({"rij": "age", "kolom": "age"}, {"rij": "geloof", "kolom": "age"}, {"rij": "age"}):
        response = client.get(PAGE, wrong)
        assert response.status_code == 400
        assert "<table" not in response.content.decode()


def test_the_policy_adviser_reads_the_figures_and_finds_no_person(network):
    mix.freeze(network, at=AT, lot=lot())
    adviser = MembershipFactory(policy_adviser=True, municipality=network)

    page = text(log_in(Client(), adviser).get(PAGE))

    assert "Er zijn geen doeners in Noord" in page
    figures = (PAGE, "/sleutelfiguren/verloop/", "/sleutelfiguren/contact/", "/sleutelfiguren/bijeenkomsten/")
    assert [address for address in re.findall(r'href="(/sleutelfiguren/[^"?]*)', page) if address not in figures] == []


@pytest.mark.parametrize("role", ["key_figure", "candidate", "official", "neutral_chair", "privacy_officer", "administrator"])
def test_who_may_not_see_figures_finds_no_page(network, role):
    mix.freeze(network, at=AT, lot=lot())
    member = MembershipFactory(municipality=network, **{role: True})

    assert log_in(Client(), member).get(PAGE).status_code in {403, 404}


def test_another_municipality_sees_its_own_figures(network, neighbour):
    mix.freeze(network, at=AT, lot=lot())

    assert "Er zijn nog geen cijfers" in text(log_in(Client(), neighbour).get(PAGE))


def test_the_page_asks_as_much_for_a_small_network_as_for_a_large_one(network, marieke, neighbour, oeverland):
    mix.freeze(network, at=AT, lot=lot())
    people(oeverland, 6)
    mix.freeze(oeverland, at=AT, lot=lot())
    asked = []
    for member in (marieke, neighbour):
        client = log_in(Client(), member)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        asked.append(len(queries))

    assert asked == [3, 3]


def test_counting_asks_as_much_for_three_people_as_for_forty(network, oeverland):
    people(oeverland, 3)
    asked = []
    for municipality in (network, oeverland):
        with CaptureQueriesContext(connection) as queries:
            figures_of(municipality)
        asked.append(len(queries))

    assert asked[0] == asked[1]


def test_the_database_keeps_one_count_a_quarter(waterveen):
    people(waterveen, 6)
    mix.freeze(waterveen, at=AT)
    second = FrozenMix(municipality=waterveen, year=2026, quarter=2, at=AT, figures={})

    with pytest.raises(IntegrityError):
        second.save()

