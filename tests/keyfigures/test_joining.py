"""From the public page to somebody who is interested, and all the ways in which that must not work."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client

from accounts import signed_links
from accounts.models import Membership, Municipality, User
from keyfigures import notices, passing_on
from keyfigures import stages as way
from keyfigures.actions import joining, stages
from keyfigures.models.figure import Interest, KeyFigure
from keyfigures.tasks import delete_expired_interests
from notifications.delivery import deliver_waiting
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, UserFactory, log_in
from tests.factories.keyfigures import AT, AreaFactory, InterestFactory, KeyFigureFactory, NetworkSettingsFactory

pytestmark = pytest.mark.django_db
LEFT = {"name": "Noor", "email": "noor@voorbeeld.example"}
PAGE = "/meedoen/waterveen/"
# A name in any script, of any length that fits, is somebody's name.
NAMES = ["D'Artagnan 't Hart", "Zoë-Françoise Ångström", "مريم الأمراني", "Łukasz Ğülşen", "x" * 200]


@pytest.fixture(autouse=True)
def on_tuesday():
    cache.clear()
    with time_machine.travel(AT) as clock:
        yield clock


@pytest.fixture(autouse=True)
def open_page(waterveen, marieke):
    return NetworkSettingsFactory(municipality=waterveen, join_text="Wij zoeken mensen uit alle wijken.")


def leave(municipality, **fields):
    joining.leave_interest(municipality, **{**LEFT, "area": None, "language": "nl", "was_proposed": False, "at": AT, **fields})


def link_in_mail():
    deliver_waiting(at=AT + timedelta(minutes=1))
    return re.search(r"https?://[^/]+(/meedoen/bevestigen/\S+)", mail.outbox[-1].body).group(1)


class TestPage:
    def test_it_tells_what_it_is_before_it_asks_anything(self, client):
        page = client.get(PAGE).content.decode()

        assert page.index("Wat u niet doet") < page.index("<form method=\"post\" class")
        assert all(words in page for words in ("Wij zoeken mensen uit alle wijken.", "Wat u terugkrijgt", "10 werkdagen", "Dat hoeft niet"))
        assert 'name="robots"' not in page

    def test_it_works_with_a_strict_policy_and_without_script(self, client):
        response = client.get(PAGE)

        policy = response["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        assert "style=" not in response.content.decode()

    def test_it_asks_three_things(self, client, waterveen):
        AreaFactory(municipality=waterveen, name="Noord")
        AreaFactory(municipality=waterveen, name="Oude wijk", is_active=False)
        AreaFactory(name="Elders")

        page = client.get(PAGE).content.decode()

        assert re.findall(r'name="(name|email|area|[a-z_]+)" ', page).count("area") == 1
        assert "Noord" in page
        assert "Oude wijk" not in page
        assert "Elders" not in page

    def test_it_does_not_exist_where_it_is_closed_or_nobody_could_answer(self, client, waterveen, open_page):
        assert client.get("/meedoen/nergens/").status_code == 404
        lonely = NetworkSettingsFactory().municipality
        assert client.get(f"/meedoen/{lonely.slug}/").status_code == 404
        open_page.join_page_is_open = False
        open_page.save()

        assert client.get(PAGE).status_code == 404
        assert client.post(PAGE, LEFT).status_code == 404
        assert not Interest.objects.exists()

    def test_what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost(self, client):
        response = client.post(PAGE, {"name": "Noor", "email": "noor"})

        assert response.status_code == 400
        page = response.content.decode()
        assert "Schrijf uw mailadres" in page
        assert 'value="Noor"' in page
        assert not Interest.objects.exists()

    @pytest.mark.parametrize("fields", [{"name": ""}, {"name": "x" * 201}, {"name": "No\u202eor"}, {"name": "No\x00or"}, {"email": ""}, {"area": str(uuid4())}])
    def test_bad_input_is_refused(self, client, waterveen, fields):
        AreaFactory(municipality=waterveen)

        assert client.post(PAGE, LEFT | fields).status_code == 400
        assert not Interest.objects.exists()

    def test_an_area_of_another_municipality_is_no_choice(self, client, waterveen):
        AreaFactory(municipality=waterveen)

        assert client.post(PAGE, LEFT | {"area": AreaFactory().uuid}).status_code == 400

    @pytest.mark.parametrize("name", NAMES)
    def test_a_name_arrives_as_it_was_written(self, client, name):
        response = client.post(PAGE, LEFT | {"name": name})

        assert (response.status_code, response.url) == (302, "/meedoen/waterveen/verstuurd/")
        assert Interest.objects.get().name == name

    def test_the_page_after_it_says_what_to_do(self, client):
        page = client.post(PAGE, LEFT, follow=True).content.decode()

        assert "Kijk in uw mail" in page


class TestMail:
    def test_it_says_nothing_but_what_to_do(self, client):
        client.post(PAGE, LEFT)
        deliver_waiting(at=AT + timedelta(minutes=1))

        [message] = mail.outbox
        assert message.to == ["noor@voorbeeld.example"]
        assert "Noor" not in message.body + message.subject
        assert "Bent u dat niet?" in message.body.replace("\n", " ")

    def test_an_address_gets_one_mail_a_day_whatever_is_typed_and_wherever(self, waterveen):
        other = MembershipFactory(coordinator=True).municipality
        for name in ("Noor", "noor", "Iemand anders"):
            leave(waterveen, name=name, email="Noor@Voorbeeld.example")
            leave(other, name=name)

        assert Message.objects.count() == 1
        leave(waterveen, at=AT + timedelta(days=1))
        assert Message.objects.count() == 2

    def test_who_leaves_it_again_changes_what_she_left_and_the_first_link_still_works(self, waterveen):
        leave(waterveen)
        first = Interest.objects.get()

        leave(waterveen, name="Noor el Amrani", email="NOOR@voorbeeld.example")

        again = Interest.objects.get()
        assert (again.uuid, again.name) == (first.uuid, "Noor el Amrani")

    def test_who_takes_part_already_is_told_so_and_nobody_else_learns_it(self, client, robin):
        response = client.post(PAGE, {"name": "Robin", "email": robin.member.user.email.upper()})

        assert response.url == "/meedoen/waterveen/verstuurd/"
        assert not Interest.objects.exists()
        deliver_waiting(at=AT + timedelta(minutes=1))
        assert "U doet al mee" in mail.outbox[0].body

    def test_it_is_in_the_language_in_which_she_read_the_page(self, client):
        client.post(PAGE, LEFT, headers={"accept-language": "en"})
        deliver_waiting(at=AT + timedelta(minutes=1))

        assert mail.outbox[0].subject == "There is a message for you"
        assert "Then confirm it within 30 days" in mail.outbox[0].body.replace("\n", " ")

    def test_who_takes_part_already_reads_it_in_the_language_of_her_account(self, client, robin):
        User.objects.filter(pk=robin.member.user_id).update(language="en")

        client.post(PAGE, {"name": "Robin", "email": robin.member.user.email})
        deliver_waiting(at=AT + timedelta(minutes=1))

        assert "You take part already" in mail.outbox[0].body

    def test_it_is_not_sent_when_the_wish_is_gone(self, waterveen):
        leave(waterveen)
        Interest.objects.all().delete()

        deliver_waiting(at=AT + timedelta(minutes=1))

        assert mail.outbox == []


class TestConfirming:
    def test_from_the_mail_to_somebody_who_waits_for_us(self, client, waterveen, marieke):
        area = AreaFactory(municipality=waterveen)
        client.post(PAGE, LEFT | {"area": area.uuid})

        response = client.get(link_in_mail())
        assert (response.status_code, response.url) == (302, "/meedoen/bevestigen/")
        assert 'value="Noor"' in client.get("/meedoen/bevestigen/").content.decode()
        response = client.post("/meedoen/bevestigen/", {"name": "Noor el Amrani"})

        assert (response.status_code, response.url) == (302, "/account/welkom/")
        figure = KeyFigure.objects.get()
        assert (figure.name, figure.stage, figure.came_by, figure.contact_person) == ("Noor el Amrani", "interested", "herself", marieke)
        assert figure.member.roles == ["candidate"]
        assert list(figure.areas.all()) == [area]
        assert Clock.objects.open().get().owner == marieke
        assert Message.objects.filter(recipient=marieke, kind=notices.TO_OFFICIAL).count() == 1
        assert not Interest.objects.exists()

    def test_a_mail_scanner_that_follows_the_link_changes_nothing(self, client, waterveen):
        leave(waterveen)

        client.get(link_in_mail(), follow=True)

        assert Interest.objects.exists()
        assert not User.objects.filter(email=LEFT["email"]).exists()

    def test_a_link_is_used_once(self, client, waterveen):
        leave(waterveen)
        link = link_in_mail()
        client.get(link)
        client.post("/meedoen/bevestigen/", {"name": "Noor"})

        stranger = Client()
        assert stranger.get(link, follow=True).status_code == 410
        again = client.post("/meedoen/bevestigen/", {"name": "Noor"})
        assert again.status_code == 410
        assert "Dan is het gelukt" in again.content.decode()
        assert "Naar inloggen" not in again.content.decode()
        assert KeyFigure.objects.count() == 1

    @pytest.mark.parametrize("signature", ["", "s=", "s=elders"])
    def test_a_copy_of_the_database_opens_nothing(self, client, signature):
        interest = InterestFactory()

        assert client.get(f"/meedoen/bevestigen/{interest.uuid}/?{signature}").status_code == 410
        assert client.get("/meedoen/bevestigen/").status_code == 410

    def test_a_signature_for_something_else_opens_nothing(self, client):
        interest = InterestFactory()
        query = signed_links.query(interest.uuid, purpose=notices.FAREWELL)

        assert client.get(f"/meedoen/bevestigen/{interest.uuid}/?{query}").status_code == 410

    def test_after_thirty_days_the_link_is_over_and_then_the_name_is_gone(self, client, waterveen, on_tuesday):
        leave(waterveen)
        link = link_in_mail()

        on_tuesday.move_to(AT + timedelta(days=29, hours=23))
        assert client.get(link, follow=True).status_code == 200
        delete_expired_interests()
        assert Interest.objects.exists()
        on_tuesday.move_to(AT + timedelta(days=30))
        assert client.get(link, follow=True).status_code == 410
        delete_expired_interests()

        assert not Interest.objects.exists()

    def test_somebody_else_who_is_logged_in_does_not_confirm_for_her(self, client, waterveen, robin):
        leave(waterveen)
        log_in(client, robin.member)
        client.get(link_in_mail())

        response = client.post("/meedoen/bevestigen/", {"name": "Noor"})

        assert response.status_code == 409
        assert Interest.objects.exists()

    def test_a_key_figure_of_another_municipality_logs_in_and_takes_part_in_both(self, client, waterveen, oeverland):
        there = KeyFigureFactory(municipality=oeverland, member__user=UserFactory(email=LEFT["email"], name="Noor"))
        leave(waterveen)
        link = link_in_mail()
        client.get(link)
        response = client.get("/meedoen/bevestigen/")
        assert response.url == "/login/?next=/meedoen/bevestigen/" or "next=/meedoen/bevestigen/" in response.url

        log_in(client, there.member)
        client.get(link)
        response = client.post("/meedoen/bevestigen/")

        assert response.status_code == 302
        assert sorted(KeyFigure.objects.filter(member__user=there.member.user).values_list("municipality__slug", "stage")) == [
            ("oeverland", "active"), ("waterveen", "interested"),
        ]

    def test_who_stopped_before_goes_on_with_her_old_row(self, client, waterveen, marieke):
        gone = KeyFigureFactory(municipality=waterveen, contact_person=marieke, ended=True, member__user=UserFactory(email=LEFT["email"]))
        leave(waterveen)
        log_in(client, gone.member)
        client.get(link_in_mail())

        client.post("/meedoen/bevestigen/")

        again = KeyFigure.objects.get()
        assert (again.pk, again.stage, again.ended_on, again.joined_on) == (gone.pk, "introduction", None, None)
        assert Membership.objects.get(pk=gone.member_id).end_date is None


class TestPassingOn:
    def test_the_link_names_nobody_and_is_the_same_for_everybody_today(self, client, robin, sam):
        pages = [log_in(Client(), figure.member).get("/mijn/iemand-vragen/").content.decode() for figure in (robin, sam)]

        links = [re.search(r'href="[^"]*(/meedoen/waterveen/\?via=[^"]+)"', page).group(1) for page in pages]
        assert links[0] == links[1]
        assert str(robin.uuid) not in links[0]

    def test_who_comes_by_it_was_asked_by_another_key_figure_and_nobody_knows_by_which(self, client, robin, open_page):
        open_page.join_page_is_open = False
        open_page.save()
        word = passing_on.token("waterveen", today=AT.date())

        client.post(f"{PAGE}?via={word}", LEFT)
        client.get(link_in_mail())
        client.post("/meedoen/bevestigen/", {"name": "Noor"})

        figure = KeyFigure.objects.get(member__user__email=LEFT["email"])
        assert figure.came_by == "proposed"
        assert not {field.name for field in KeyFigure._meta.get_fields() if field.related_model is KeyFigure}

    def test_it_works_for_thirty_days_and_for_one_municipality(self):
        word = passing_on.token("waterveen", today=AT.date())

        assert passing_on.is_valid(word, "waterveen", today=AT.date() + timedelta(days=30))
        assert not passing_on.is_valid(word, "waterveen", today=AT.date() + timedelta(days=31))
        assert not passing_on.is_valid(word, "oeverland", today=AT.date())
        assert not passing_on.is_valid(word + "x", "waterveen", today=AT.date())
        assert not passing_on.is_valid("", "waterveen", today=AT.date())

    def test_officials_and_strangers_have_no_such_page(self, client, marieke):
        assert client.get("/mijn/iemand-vragen/").status_code == 302
        assert log_in(client, marieke).get("/mijn/iemand-vragen/").status_code == 404


class TestMachine:
    def test_one_place_is_stopped_after_ten_in_an_hour_with_a_sentence(self, client):
        codes = [client.post(PAGE, {"name": "Bot", "email": f"bot{number}@voorbeeld.example"}).status_code for number in range(40)]

        assert codes == [302] * 10 + [429] * 30
        assert (Interest.objects.count(), Message.objects.count()) == (10, 10)
        page = client.post(PAGE, LEFT).content.decode()
        assert "Probeer het over een uur opnieuw" in page
        assert 'value="Noor"' in page

    def test_from_everywhere_a_municipality_takes_a_hundred_a_day(self, client, waterveen, oeverland):
        InterestFactory.create_batch(joining.MOST_A_DAY, municipality=waterveen)
        MembershipFactory(coordinator=True, municipality=oeverland)

        response = client.post(PAGE, LEFT)

        assert response.status_code == 429
        assert "morgen" in response.content.decode()
        assert not Message.objects.exists()
        leave(oeverland)
        leave(waterveen, at=AT + timedelta(days=1, minutes=1))
        assert Interest.objects.count() == joining.MOST_A_DAY + 2

    def test_who_is_refused_because_of_a_machine_can_call_or_mail_and_loses_nothing(self, client, waterveen):
        Municipality.objects.filter(pk=waterveen.pk).update(contact_phone="0123 45 67 89", contact_email="meedoen@waterveen.example")
        InterestFactory.create_batch(joining.MOST_A_DAY, municipality=waterveen)

        page = client.post(PAGE, LEFT).content.decode()

        assert "U kunt ons ook bellen" in page
        assert 'href="tel:' in page
        assert 'href="mailto:meedoen@waterveen.example"' in page
        assert 'value="Noor"' in page
        assert 'value="noor@voorbeeld.example"' in page

    def test_one_victim_gets_one_mail_from_however_many_places(self, client):
        codes = {client.post(PAGE, LEFT | {"name": f"Bot {number}"}, REMOTE_ADDR=f"203.0.113.{number}").status_code for number in range(40)}

        assert codes == {302}
        assert (Interest.objects.count(), Message.objects.count()) == (1, 1)

    def test_no_address_of_a_computer_is_in_the_database(self, client):
        client.post(PAGE, LEFT, REMOTE_ADDR="203.0.113.7")

        tables = [Interest.objects.values(), Message.objects.values()]
        assert "203.0.113.7" not in str([list(rows) for rows in tables])


class TestFarewell:
    def test_it_needs_the_link_and_names_nobody(self, client, waterveen, marieke):
        gone = KeyFigureFactory(municipality=waterveen, contact_person=marieke, ended=True, member__user__name="Robin")
        path = f"/meedoen/tot-ziens/{gone.uuid}/"

        page = client.get(f"{path}?{signed_links.query(gone.uuid, purpose=notices.FAREWELL)}").content.decode()

        assert "1 mei 2027" in page.replace("\xa0", " ")
        assert "Robin" not in page
        assert client.get(path).status_code == 410

    def test_the_mail_is_in_her_language(self, robin, marieke):
        User.objects.filter(pk=robin.member.user_id).update(language="en")

        stages.move(robin, way.END, by=marieke, at=AT, reason="moved")
        deliver_waiting(at=AT + timedelta(minutes=1))

        assert mail.outbox[-1].to == [robin.member.user.email]
        assert "Thank you for what we did together" in mail.outbox[-1].body

    def test_who_takes_part_has_no_such_page(self, client, robin):
        query = signed_links.query(robin.uuid, purpose=notices.FAREWELL)

        assert client.get(f"/meedoen/tot-ziens/{robin.uuid}/?{query}").status_code == 410


def test_a_wish_expires_after_it_was_made_and_stands_once_per_address(waterveen):
    interest = InterestFactory(municipality=waterveen)

    with pytest.raises(IntegrityError), transaction.atomic():
        Interest.objects.filter(pk=interest.pk).update(expires_at=interest.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterestFactory(municipality=waterveen, email=interest.email)
    InterestFactory(municipality=MunicipalityFactory(), email=interest.email)
