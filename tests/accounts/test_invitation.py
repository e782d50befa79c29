"""From the link in the mail to an account, and all the ways in which that must not work."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from accounts.models import Membership, User
from accounts.outbound import is_signed, signature_of
from tests.factories.accounts import InvitationFactory, MembershipFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_tuesday():
    with time_machine.travel(AT) as clock:
        yield clock


@pytest.fixture
def invitation(coordinator):
    return InvitationFactory(
        municipality=coordinator.municipality, invited_by=coordinator, email="sam@voorbeeld.example", name="Sam"
    )


def link(invitation):
    return f"{invitation.get_absolute_url()}?{signature_of(invitation.uuid)}"


class TestLink:
    def test_it_is_signed_for_one_invitation(self):
        one, other = uuid4(), uuid4()
        signature = signature_of(one).removeprefix("s=")

        assert is_signed(one, signature)
        assert not is_signed(other, signature)
        assert not is_signed(one, "")
        assert not is_signed(one, signature + "x")

    def test_another_secret_key_makes_another_signature(self, settings):
        one = uuid4()
        before = signature_of(one)
        settings.SECRET_KEY = "something else altogether, and long enough to be a key"

        assert signature_of(one) != before

    def test_a_copy_of_the_database_opens_nothing(self, client, invitation):
        assert client.get(invitation.get_absolute_url()).status_code == 410
        assert client.get("/uitnodiging/").status_code == 410

    def test_the_signature_leaves_the_address_bar(self, client, invitation):
        response = client.get(link(invitation))

        assert (response.status_code, response.url) == (302, "/uitnodiging/")
        assert "no-store" in response["Cache-Control"]

    def test_looking_at_it_changes_nothing(self, client, invitation):
        client.get(link(invitation), follow=True)

        assert not User.objects.filter(email="sam@voorbeeld.example").exists()


class TestKeyFigure:
    def test_she_reads_who_invites_her_for_what_before_anything_is_asked(self, client, invitation):
        page = client.get(link(invitation), follow=True).content.decode()

        assert all(word in page for word in ("Joost", "Waterveen", 'value="Sam"'))
        assert page.index("<ul") < page.index("<form")
        assert "password" not in page

    def test_she_confirms_and_is_in(self, client, invitation):
        client.get(link(invitation))

        response = client.post("/uitnodiging/", {"name": "Sam de Boer"})

        member = Membership.objects.get(user__email="sam@voorbeeld.example")
        assert response.url == "/account/welkom/"
        assert (member.user.name, member.roles) == ("Sam de Boer", ["key_figure"])
        assert client.get("/wie/").json()["member"] == member.pk
        assert "Sam de Boer" in client.get("/account/welkom/").content.decode()

    def test_without_a_name_nothing_happens(self, client, invitation):
        client.get(link(invitation))

        assert client.post("/uitnodiging/", {"name": ""}).status_code == 400
        assert not User.objects.filter(email="sam@voorbeeld.example").exists()

    def test_a_second_time_the_link_is_over(self, client, invitation):
        client.get(link(invitation))
        client.post("/uitnodiging/", {"name": "Sam"})

        assert Client().get(link(invitation), follow=True).status_code == 410

    def test_two_tabs_make_one_account(self, client, invitation):
        tab = Client()
        for browser in (client, tab):
            browser.get(link(invitation))
        client.post("/uitnodiging/", {"name": "Sam"})

        assert tab.post("/uitnodiging/", {"name": "Sam"}).status_code == 410
        assert Membership.objects.filter(user__email="sam@voorbeeld.example").count() == 1


class TestOfficial:
    @pytest.fixture
    def invitation(self, administrator):
        return InvitationFactory(
            municipality=administrator.municipality,
            invited_by=administrator,
            email="eva@voorbeeld.example",
            roles=["report_official"],
        )

    def test_with_a_password_she_goes_on_to_the_second_step(self, client, invitation):
        client.get(link(invitation))
        response = client.post("/uitnodiging/", {"name": "Eva", "way_in": "password", "password": "drie woorden samen"})

        assert response.url == "/account/tweede-stap/"
        assert User.objects.get(email="eva@voorbeeld.example").check_password("drie woorden samen")
        assert client.get("/meldpunt/").status_code == 302
        assert client.get("/account/beveiliging/app/").status_code == 200

    def test_with_a_passkey_she_has_no_password(self, client, invitation):
        client.get(link(invitation))
        client.post("/uitnodiging/", {"name": "Eva", "way_in": "passkey", "password": ""})

        assert not User.objects.get(email="eva@voorbeeld.example").has_usable_password()
        assert client.get("/account/beveiliging/passkeys/nieuw/").status_code == 200
        assert client.get("/meldpunt/").status_code == 302

    @pytest.mark.parametrize("password", ["", "kort", "wachtwoord", "123456789012"])
    def test_a_weak_password_is_refused(self, client, invitation, password):
        client.get(link(invitation))
        page = client.post("/uitnodiging/", {"name": "Eva", "way_in": "password", "password": password})

        assert page.context["form"].errors.keys() == {"password"}
        assert not User.objects.filter(email="eva@voorbeeld.example").exists()


class TestSomebodyWithAnAccount:
    @pytest.fixture
    def elsewhere(self, invitation):
        return MembershipFactory(user__email=invitation.email, user__name="Sam")

    def test_she_logs_in_first_and_comes_back(self, client, invitation, elsewhere):
        response = client.get(link(invitation), follow=True)

        assert response.redirect_chain[-1] == ("/inloggen/?next=/uitnodiging/", 302)

    def test_then_she_confirms_without_giving_anything(self, client, invitation, elsewhere):
        log_in(client, elsewhere).get(link(invitation))

        response = client.post("/uitnodiging/", {})

        assert response.url == "/"
        assert client.get("/wie/").json()["municipality"] == invitation.municipality.slug
        assert elsewhere.user.memberships.count() == 2

    def test_somebody_else_who_is_logged_in_cannot_take_it(self, client, invitation, elsewhere, key_figure):
        log_in(client, key_figure).get(link(invitation))

        assert client.get("/uitnodiging/").status_code == 409
        assert client.post("/uitnodiging/", {}).status_code == 409
        assert key_figure.user.memberships.count() == 1


class TestOver:
    def test_unknown_withdrawn_used_and_expired_show_the_same_page(self, client, invitation, on_tuesday):
        used = InvitationFactory(accepted_at=AT)
        withdrawn = InvitationFactory()
        withdrawn_link = link(withdrawn)
        withdrawn.delete()
        old_link = link(invitation)
        on_tuesday.shift(timedelta(days=30))

        pages = [
            Client().get(path, follow=True) for path in (old_link, link(used), withdrawn_link, f"/uitnodiging/{uuid4()}/?s=x")
        ]

        assert {page.status_code for page in pages} == {410}
        # The token of a form and the way back differ on every page.
        own = re.compile(r'name="(?:csrfmiddlewaretoken|next)" value="[^"]*"')
        assert len({own.sub("", page.content.decode()) for page in pages}) == 1

    def test_the_session_of_the_link_is_not_longer_than_the_invitation(self, client, invitation, on_tuesday):
        client.get(link(invitation))
        on_tuesday.shift(timedelta(seconds=settings.SESSION_COOKIE_AGE - 60))
        invitation.expires_at = AT + timedelta(hours=1)
        invitation.save()

        assert client.post("/uitnodiging/", {"name": "Sam"}).status_code == 410
