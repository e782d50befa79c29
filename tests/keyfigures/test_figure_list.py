"""The list of key figures: choosing, sorting, finding, paging, and the file."""

import csv
import io
import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from python_calamine import CalamineWorkbook

from audit.models import Entry
from keyfigures import deadlines
from keyfigures.models.figure import KeyFigure
from terms import clocks
from terms.clocks import NewPromise
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, AreaFactory, KeyFigureFactory

pytestmark = pytest.mark.django_db
LIST = "/sleutelfiguren/"


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(AT, tick=False) as clock:
        yield clock


def key_figure(name, contact, *, weeks_ago=None, due_in=None, **fields):
    """Spoken to so many weeks ago, to be spoken to in so many days (negative: late)."""
    last = TODAY - timedelta(weeks=weeks_ago) if weeks_ago is not None else None
    figure = KeyFigureFactory(municipality=contact.municipality, contact_person=contact, member__user__name=name, last_quiet_contact_on=last, **fields)
    if due_in is not None:
        due = TODAY + timedelta(days=due_in)
        promise = NewPromise(kind=deadlines.CONTACT, subject=figure.uuid, owner=contact, waiter=figure.member, due_on=due)
        clocks.start_all([promise], municipality=contact.municipality, at=AT - timedelta(days=100))
    return figure


def seen_by(member, query=""):
    return text(log_in(Client(), member).get(f"{LIST}{query}"))


def text(response):
    return re.sub(r"\s+", " ", response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def names(page):
    return re.findall(r'<th role="rowheader" scope="row"><a [^>]*>([^<]*)</a>', page)


class TestRhythm:
    def test_who_was_not_spoken_to_for_too_long_stands_on_top(self, marieke):
        key_figure("Dani", marieke, weeks_ago=7, due_in=7)
        key_figure("Jona", marieke, weeks_ago=11, due_in=-21)
        key_figure("Alex", marieke, weeks_ago=8, due_in=0)
        key_figure("Noor", marieke, weeks_ago=0)

        page = seen_by(marieke)

        assert names(page) == ["Jona", "Alex", "Dani", "Noor"]
        assert "Met één persoon is te lang niet gesproken" in page
        assert "Waterveen heeft 4 actieve sleutelfiguren. Met 3 van hen was er op tijd rustig contact." in page
        assert "11 weken geleden" in page
        assert "8 weken geleden, vandaag bellen" in page

    def test_the_next_step_is_a_link_when_it_is_due_and_a_day_when_it_comes(self, marieke):
        jona = key_figure("Jona", marieke, weeks_ago=11, due_in=-21)
        key_figure("Dani", marieke, weeks_ago=7, due_in=7)

        page = seen_by(marieke)

        assert f'href="/sleutelfiguren/{jona.uuid}/' in page
        assert "16 juni" in page

    def test_a_doubt_about_the_cooperation_stands_in_no_list(self, marieke):
        robin = key_figure("Robin", marieke)
        for kind in (deadlines.RECONSIDERATION_TALK, deadlines.RECONSIDERATION_DECISION, deadlines.RECONSIDERATION_SECOND, deadlines.COMPLAINT):
            promise = NewPromise(kind=kind, subject=robin.uuid, owner=marieke, waiter=robin.member, due_on=TODAY)
            clocks.start_all([promise], municipality=marieke.municipality, at=AT - timedelta(days=1))

        page = seen_by(marieke)

        assert "heroverweging" not in page.lower()
        assert "klacht" not in page.lower()
        assert ">–</td>" in page

    def test_an_empty_network_says_what_to_do(self, marieke):
        page = seen_by(marieke)

        assert "Er doet nog niemand mee" in page
        assert "Nodig iemand uit" in page


class TestChoosing:
    def test_by_stage_area_role_and_contact_person(self, waterveen, marieke, pim):
        north, south = (AreaFactory(municipality=waterveen, name=name) for name in ("Noord", "Zuid"))
        key_figure("Robin", marieke, areas=[north, south], network_roles=["mediate", "prevent"])
        key_figure("Sam", pim, areas=[south], network_roles=["think_along"])
        key_figure("Kim", marieke, paused=True)

        assert names(seen_by(marieke)) == ["Robin", "Sam"]
        assert names(seen_by(marieke, "?fase=paused")) == ["Kim"]
        assert names(seen_by(marieke, "?fase=alle&volgorde=naam")) == ["Kim", "Robin", "Sam"]
        assert names(seen_by(marieke, f"?gebied={north.uuid}")) == ["Robin"]
        assert names(seen_by(marieke, "?rol=think_along")) == ["Sam"]
        assert names(seen_by(marieke, f"?contact={marieke.uuid}&gebied={south.uuid}")) == ["Robin"]
        assert "Niemand past bij deze keuze" in seen_by(marieke, f"?contact={pim.uuid}&rol=mediate")

    @pytest.mark.parametrize("query", ["?fase=weg", "?gebied=niets", "?rol='--", "?contact=1", "?na=x", "?volgorde=leeftijd", "?aantal=5000", "?na=%00"])
    def test_what_does_not_exist_chooses_nothing(self, marieke, query):
        key_figure("Robin", marieke)

        assert names(seen_by(marieke, query)) == ["Robin"]

    def test_an_area_of_a_neighbour_is_no_choice(self, marieke, oeverland):
        area = AreaFactory(municipality=oeverland, name="Elders")
        key_figure("Robin", marieke)

        page = seen_by(marieke, f"?gebied={area.uuid}")

        assert "Elders" not in page
        assert names(page) == ["Robin"]


class TestPaging:
    @pytest.mark.parametrize("order", ["gesproken", "naam", "fase"])
    def test_every_row_stands_on_one_page_in_every_order(self, waterveen, marieke, order):
        for number in range(30):
            key_figure(f"Naam {number % 4}", marieke, due_in=number % 3, stage_since=date(2026, 1, 12 + number % 3))

        first = seen_by(marieke, f"?volgorde={order}")
        following = re.search(r'href="(\?[^"]*na=[^"]*)" rel="next"', first).group(1).replace("&amp;", "&")
        second = seen_by(marieke, following)

        assert (len(names(first)), len(names(second))) == (25, 5)
        links = re.findall(r'scope="row"><a [^>]*href="([^"]*)"', first + second)
        assert len(set(links)) == 30
        assert "Naam" not in following
        assert "rel=\"next\"" not in second

    def test_a_hundred_on_a_page(self, marieke):
        for number in range(26):
            key_figure(f"Naam {number}", marieke)

        assert len(names(seen_by(marieke, "?aantal=100"))) == 26


class TestFinding:
    def find(self, member, name):
        return log_in(Client(), member).post(f"{LIST}zoeken/", {"naam": name})

    @pytest.mark.parametrize("part", ["robin", "JANS", "  Robin   Jansen "])
    def test_by_a_part_of_the_name_in_any_stage(self, marieke, part):
        key_figure("Robin Jansen", marieke, ended=True)
        key_figure("Sam de Groot", marieke)

        assert names(text(self.find(marieke, part))) == ["Robin Jansen"]

    @pytest.mark.parametrize("name", ["D'Artagnan 't Hart", "Zoë-Françoise", "مريم", "x" * 200, "100% zeker", "een_streep"])
    def test_any_name(self, marieke, name):
        figure = key_figure(name, marieke)
        key_figure("Sam", marieke)

        assert str(figure.uuid) in text(self.find(marieke, name))
        assert text(self.find(marieke, name)).count('scope="row"') == 1

    @pytest.mark.parametrize("name", ["", "   ", "Niemand", "\x00", "%", "_", "' OR 1=1 --"])
    def test_nothing_found_repeats_the_question(self, marieke, name):
        key_figure("Robin", marieke)

        response = self.find(marieke, name)

        assert response.status_code == 200
        assert names(text(response)) == []
        assert "Niemand heet hier" in text(response)

    def test_only_in_her_own_municipality(self, marieke, neighbour):
        key_figure("Robin", marieke)

        assert names(text(self.find(neighbour, "Robin"))) == []


class TestFile:
    def rows_of(self, response):
        return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"), newline=""), delimiter=";"))

    def test_it_holds_what_was_chosen_and_stands_in_the_log(self, waterveen, marieke):
        north = AreaFactory(municipality=waterveen, name="Noord")
        key_figure("Robin", marieke, areas=[north], network_roles=["mediate"], weeks_ago=2)
        key_figure("=1+1", marieke, areas=[north])
        key_figure("Sam", marieke)

        response = log_in(Client(), marieke).get(f"{LIST}lijst/csv/?gebied={north.uuid}")

        head, first, second = self.rows_of(response)
        assert head == ["Naam", "Fase", "Sinds", "Rollen", "Gebieden", "Contactpersoon", "Actief sinds", "Laatste rustige contact"]
        assert first[0] == "'=1+1"
        assert second == ["Robin", "Actief", "2026-01-12", "Bemiddelen als de spanning stijgt", "Noord", "Marieke", "2026-01-12", "2026-05-26"]
        entry = Entry.objects.get(verb="audit.exported")
        assert (entry.actor, entry.numbers, entry.subject) == (marieke, {"rows": 2}, None)

    def test_as_an_open_document(self, marieke):
        key_figure("Robin", marieke)

        response = log_in(Client(), marieke).get(f"{LIST}lijst/ods/")

        rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
        assert rows[1][0] == "Robin"
        assert response["Content-Disposition"] == 'attachment; filename="sleutelfiguren-2026-06-09.ods"'

    def test_nothing_that_she_wrote_herself_is_in_it(self, marieke):
        told = {"own_words": "mijn kring", "good_times": "na vieren", "not_times": "op vrijdag", "offered_languages": ["Frans"], "age_band": "45_64"}
        robin = key_figure("Robin", marieke, **told)

        for kind in ("csv", "ods"):
            response = log_in(Client(), marieke).get(f"{LIST}lijst/{kind}/")
            content = response.content if kind == "csv" else str(CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()).encode()
            assert b"Robin" in content
            for word in ("mijn kring", "na vieren", "op vrijdag", "Frans", "45", robin.member.user.email):
                assert word.encode() not in content

    def test_another_kind_of_file_does_not_exist(self, marieke):
        assert log_in(Client(), marieke).get(f"{LIST}lijst/xlsx/").status_code == 404


class TestMayNot:
    @pytest.mark.parametrize("role", ["candidate", "key_figure", "official", "team_lead", "policy_adviser", "neutral_chair", "privacy_officer", "administrator"])
    def test_who_does_not_work_on_the_network_has_no_list(self, waterveen, robin, role):
        client = log_in(Client(), MembershipFactory(municipality=waterveen, **{role: True}))

        assert client.get(LIST).status_code == 404
        assert client.get(f"{LIST}lijst/csv/").status_code == 404
        assert client.post(f"{LIST}zoeken/", {"naam": "Robin"}).status_code == 404
        assert not Entry.objects.filter(verb="audit.exported").exists()

    def test_a_neighbour_sees_none_of_hers(self, robin, neighbour):
        assert "Robin" not in seen_by(neighbour, "?fase=alle")
        assert b"Robin" not in log_in(Client(), neighbour).get(f"{LIST}lijst/csv/?fase=alle").content

    def test_an_official_who_is_a_key_figure_too_does_not_stand_in_her_own_list(self, waterveen, marieke):
        KeyFigureFactory(municipality=waterveen, member=marieke, contact_person=None)

        assert names(seen_by(marieke)) == []


@pytest.mark.parametrize("people", [1, 3])
def test_it_costs_the_same_for_any_number(waterveen, marieke, people, django_assert_num_queries):
    for number in range(people):
        key_figure(f"Naam {number}", marieke, due_in=number, areas=[AreaFactory(municipality=waterveen)])
    client = log_in(Client(), marieke)

    with django_assert_num_queries(11):
        client.get(LIST)
    assert KeyFigure.objects.count() == people
