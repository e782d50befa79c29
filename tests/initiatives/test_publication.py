"""What everybody reads of an initiative: only what who filed it agreed to, as long as she agrees, where the municipality shows it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from approach.models.page import PublicPage
from audit.models import Entry
from initiatives.actions import Meanwhile, NotPossible
from initiatives.actions import publication as acts
from initiatives.models.initiative import Initiative
from keyfigures import stages as way
from keyfigures.actions import stages
from notifications.models import Message
from tests.factories.accounts import log_in
from tests.factories.initiatives import InitiativeFactory
from tests.factories.keyfigures import AT

TITLE, TEXT = "Samen aan tafel", "Elke eerste vrijdag van de maand eten wij op het plein."
LIST = reverse("initiatives:public_initiatives", args=["waterveen"])


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def page(waterveen):
    return PublicPage.objects.create(municipality=waterveen, is_open=True, about="Zo werken wij.", shows_initiatives=True)


@pytest.fixture
def running(robin, marieke):
    return InitiativeFactory(owner=marieke, proposer=robin.member, running=True, question="safety")


def fresh(row):
    return Initiative.objects.get(pk=row.pk)


def written(row, by, *, title=TITLE, text=TEXT, version=None):
    return acts.write(fresh(row), public_title=title, public_text=text, version=version or fresh(row).edits, by=by, at=AT)


def agreed(row, by):
    return acts.agree(fresh(row), version=fresh(row).edits, by=by, at=AT)


def public(row):
    return reverse("initiatives:public_initiative", args=["waterveen", row.uuid])


def url(row, name):
    return reverse(f"initiatives:public_{name}", args=[row.uuid])


class TestConsent:
    def test_nobody_reads_it_before_she_said_yes_and_everybody_after(self, client, page, running, robin, marieke):
        written(running, marieke)
        assert client.get(public(running)).status_code == 404
        she = log_in(client, robin.member)
        assert "Mag iedereen over uw idee lezen?" in she.get(reverse("home")).content.decode()
        assert TEXT in she.get(reverse("initiatives:initiative_detail", args=[running.uuid])).content.decode()
        she.post(url(running, "agree"), {"version": str(fresh(running).edits)})
        client.logout()

        for address in (LIST, public(running)):
            read = client.get(address).content.decode()
            assert TITLE in read
            assert "Robin" not in read
            assert running.what not in read
        assert TEXT in client.get(public(running)).content.decode()

    def test_she_takes_it_back_in_one_click_and_the_text_is_gone(self, client, page, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        log_in(client, robin.member).post(url(running, "agree_no_more"))

        assert client.get(public(running)).status_code == 404
        assert (fresh(running).public_text, fresh(running).public_agreed_at) == ("", None)

    def test_other_words_need_her_yes_again(self, client, page, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        written(running, marieke, text="Iets heel anders.")

        assert client.get(public(running)).status_code == 404
        assert Message.objects.filter(recipient=robin.member).count() == 2

    def test_the_same_words_again_change_nothing(self, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        written(running, marieke)

        assert fresh(running).is_public

    def test_she_does_not_agree_to_what_she_did_not_read(self, running, robin, marieke):
        row = written(running, marieke)
        written(running, marieke, text="Iets heel anders.")
        with pytest.raises(NotPossible):
            acts.agree(row, version=row.edits, by=robin.member, at=AT)

    def test_nobody_agrees_for_her_and_the_table_asks_it_too(self, client, running, sam, marieke):
        written(running, marieke)
        for by in (sam.member, marieke):
            with pytest.raises(PermissionDenied):
                agreed(running, by)
            assert log_in(client, by).post(url(running, "agree"), {"version": "2"}).status_code == 404
        with pytest.raises(IntegrityError), transaction.atomic():
            Initiative.objects.filter(pk=running.pk).update(is_public=True)

    def test_when_she_leaves_it_goes_off_and_cannot_come_back(self, client, page, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        stages.move(robin, way.END, by=marieke, at=AT, reason="time")

        assert client.get(public(running)).status_code == 404
        with pytest.raises(NotPossible):
            written(running, marieke)

    def test_the_log_says_that_it_was_agreed_not_what_it_says(self, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        acts.take_off(fresh(running), by=marieke, at=AT)

        entries = Entry.objects.filter(verb__startswith="initiatives.public").order_by("pk")
        assert [each.verb for each in entries] == ["initiatives.public_text_written", "initiatives.public_agreed", "initiatives.public_taken_off"]
        assert TEXT not in str([vars(each) for each in entries])


class TestOurs:
    def test_what_the_municipality_began_is_read_at_once(self, client, page, marieke):
        row = InitiativeFactory(owner=marieke, begun_by_us=True)
        log_in(client, marieke).post(url(row, "text"), {"public_title": TITLE, "public_text": TEXT, "version": "1"})
        client.logout()

        assert "omdat mensen erom vroegen" in client.get(public(row)).content.decode()

    def test_the_municipality_takes_it_off_once(self, client, page, running, robin, marieke):
        written(running, marieke)
        agreed(running, robin.member)
        log_in(client, marieke).post(url(running, "take_off"))

        assert client.get(public(running)).status_code == 404
        with pytest.raises(Meanwhile):
            acts.take_off(fresh(running), by=marieke, at=AT)

    def test_only_what_got_a_yes(self, client, robin, marieke):
        waiting = InitiativeFactory(owner=marieke, proposer=robin.member)
        refused = InitiativeFactory(owner=marieke, proposer=robin.member, answered=True, answer="not_by_us", state="stopped", ended_at=AT)
        for row in (waiting, refused):
            with pytest.raises(NotPossible):
                written(row, marieke)
            assert log_in(client, marieke).get(url(row, "text")).status_code == 404

    def test_who_comes_second_keeps_her_text_beside_that_of_her_colleague(self, client, running, marieke, pim):
        written(running, pim)
        answer = log_in(client, marieke).post(url(running, "text"), {"public_title": "Van mij", "public_text": "Mijn tekst.", "version": "1"})

        assert answer.status_code == 409
        assert "Mijn tekst." in answer.content.decode()
        assert TEXT in answer.content.decode()

    def test_others_write_nothing(self, client, running, robin, sam, neighbour):
        for by in (robin.member, sam.member, neighbour):
            with pytest.raises(PermissionDenied):
                written(running, by)
            assert log_in(client, by).get(url(running, "text")).status_code == 404


class TestPublicPages:
    def test_where_the_municipality_closed_its_page_or_hides_initiatives_nothing_is_found(self, client, page, robin, marieke):
        row = InitiativeFactory(owner=marieke, proposer=robin.member, shown=True)
        assert client.get(LIST).status_code == 200
        for closed in ({"is_open": False}, {"is_open": True, "shows_initiatives": False}):
            PublicPage.objects.update(**closed)
            assert client.get(LIST).status_code == 404
            assert client.get(public(row)).status_code == 404

    def test_the_public_page_leads_to_them_only_when_there_is_one(self, client, page, robin, marieke):
        start = reverse("approach:public_page", args=["waterveen"])
        assert LIST not in client.get(start).content.decode()
        InitiativeFactory(owner=marieke, proposer=robin.member, shown=True)

        assert LIST in client.get(start).content.decode()
        assert start in client.get(LIST).content.decode()

    def test_when_it_is_done_everybody_reads_what_it_brought_and_not_before(self, client, page, robin, marieke):
        row = InitiativeFactory(owner=marieke, proposer=robin.member, shown=True, state="running", brought="Buren eten samen.", people_reached=40)
        assert "Buren eten samen." not in client.get(public(row)).content.decode()
        Initiative.objects.filter(pk=row.pk).update(state="done", ended_at=AT)

        read = client.get(public(row)).content.decode()
        assert "Buren eten samen." in read
        assert "Er deden ongeveer 40 mensen mee." in read

    def test_one_of_another_municipality_is_not_found_here(self, client, page, oeverland, neighbour):
        row = InitiativeFactory(owner=neighbour, shown=True)

        assert client.get(public(row)).status_code == 404
        assert TITLE not in client.get(LIST).content.decode()

    def test_the_list_takes_as_many_statements_for_one_row_as_for_three(self, client, page, robin, marieke):
        counts = []
        for more in (1, 2):
            InitiativeFactory.create_batch(more, owner=marieke, proposer=robin.member, shown=True)
            client.get(LIST)
            with CaptureQueriesContext(connection) as queries:
                client.get(LIST)
            counts.append(len(queries))

        assert counts[0] == counts[1]
