"""Logging in, by each way and by none."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from accounts import keys
from tests.factories.accounts import MembershipFactory, UserFactory, log_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]
PASSWORD = "drie woorden samen"


@pytest.fixture(autouse=True)
def no_attempts_left_over():
    cache.clear()


@pytest.fixture
def official(official):
    official.user.set_password(PASSWORD)
    official.user.save()
    return official


def code_now(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def app_of(member):
    secret = generate_totp_secret()
    TOTP.activate(member.user, secret)
    return secret


def password_log_in(client, member, password=PASSWORD, **extra):
    return client.post("/inloggen/", {"login": member.user.email, "password": password, **extra})


def mailed_code(mailoutbox):
    return re.search(r"\b\d{4}-\d{4}\b", mailoutbox[-1].body).group()


def is_in(client):
    return client.get("/wie/").json()["member"] is not None


class TestOfficial:
    def test_password_and_app_let_her_in_and_lead_where_she_was_going(self, client, official):
        secret = app_of(official)

        first = password_log_in(client, official, next="/elders/")
        assert first.url.startswith("/inloggen/tweede-stap/")
        assert not is_in(client)
        second = client.post("/inloggen/tweede-stap/", {"code": code_now(secret)})

        assert second.url == "/elders/"
        assert client.get("/elders/").status_code == 200

    def test_a_password_alone_leads_to_the_set_up_and_nowhere_else(self, client, official):
        password_log_in(client, official)

        assert client.get("/elders/").url == "/account/tweede-stap/?next=/elders/"
        assert client.get("/account/beveiliging/").status_code == 302
        assert client.get("/account/tweede-stap/").status_code == 200

    def test_a_wrong_code_does_not(self, client, official):
        app_of(official)
        password_log_in(client, official)

        assert client.post("/inloggen/tweede-stap/", {"code": "000000"}).status_code == 200
        assert not is_in(client)

    def test_a_recovery_code_works_once(self, client, official):
        app_of(official)
        code = RecoveryCodes.activate(official.user).get_unused_codes()[0]
        password_log_in(client, official)
        client.post("/inloggen/tweede-stap/", {"code": code})
        assert is_in(client)
        client.post("/uitloggen/")

        password_log_in(client, official)
        client.post("/inloggen/tweede-stap/", {"code": code})
        assert not is_in(client)

    def test_a_code_by_mail_is_not_for_her_and_the_page_does_not_say_so(self, client, official, mailoutbox):
        page = client.post("/inloggen/code/", {"email": official.user.email}, follow=True)

        assert page.redirect_chain == [("/inloggen/code/invullen/", 302)]
        assert not re.search(r"\d{4}-\d{4}", mailoutbox[0].body)
        assert mailoutbox[0].to == [official.user.email]

    def test_the_set_up_of_an_app_counts_for_the_session(self, client, official):
        password_log_in(client, official)
        page = client.get("/account/beveiliging/app/")
        assert page.url == "/account/bevestigen/?next=%2Faccount%2Fbeveiliging%2Fapp%2F"
        client.post(page.url, {"password": PASSWORD, "next": "/account/beveiliging/app/"})

        page = client.get("/account/beveiliging/app/")
        secret = page.context["form"].secret
        assert f'<code class="sf-secret">{secret}</code>' in page.content.decode()
        page = client.post("/account/beveiliging/app/", {"code": code_now(secret)}, follow=True)

        assert page.redirect_chain == [("/account/beveiliging/herstelcodes/", 302)]
        assert len(page.context["unused_codes"]) == 10
        assert client.get("/elders/").status_code == 200

    def test_a_code_that_is_not_right_sets_up_nothing(self, client, official):
        password_log_in(client, official)
        client.post("/account/bevestigen/", {"password": PASSWORD})
        client.get("/account/beveiliging/app/")
        client.post("/account/beveiliging/app/", {"code": "000000"})

        assert not Authenticator.objects.exists()
        assert client.get("/elders/").status_code == 302

    def test_her_secret_is_not_readable_in_the_database(self, official):
        secret = app_of(official)

        stored = Authenticator.objects.get().data["secret"]
        assert secret not in stored
        assert keys.decrypt(stored) == secret

    def test_a_new_password_comes_by_mail_and_the_app_is_still_asked(self, client, official, mailoutbox):
        app_of(official)
        client.post("/wachtwoord-vergeten/", {"email": official.user.email})
        link = urlsplit(re.search(r"http\S+", mailoutbox[0].body).group()).path
        page = client.get(link, follow=True)
        client.post(page.redirect_chain[-1][0], {"password1": "vier andere woorden nu", "password2": "vier andere woorden nu"})

        response = password_log_in(client, official, password="vier andere woorden nu")

        assert response.url.startswith("/inloggen/tweede-stap/")
        assert not is_in(client)


class TestKeyFigure:
    def test_a_code_by_mail_lets_her_in(self, client, key_figure, mailoutbox):
        client.post("/inloggen/code/?next=/elders/", {"email": key_figure.user.email, "next": "/elders/"})
        client.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

        assert is_in(client)
        assert client.get("/elders/").status_code == 200

    def test_the_mail_is_neutral(self, client, key_figure, mailoutbox):
        client.post("/inloggen/code/", {"email": key_figure.user.email})

        mail = mailoutbox[0]
        everything = mail.subject + mail.body + mail.alternatives[0].content
        assert mail.alternatives[0].mimetype == "text/html"
        assert not any(word in everything for word in (key_figure.user.name, "Waterveen", "zorg", "melding", "sleutelfiguur"))

    def test_three_wrong_codes_are_enough(self, client, key_figure, mailoutbox):
        client.post("/inloggen/code/", {"email": key_figure.user.email})
        for _attempt in range(3):
            client.post("/inloggen/code/invullen/", {"code": "1111-1111"})
        client.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

        assert not is_in(client)

    def test_a_code_is_too_old_after_fifteen_minutes(self, client, key_figure, mailoutbox):
        with time_machine.travel(datetime(2026, 6, 9, 10, tzinfo=UTC), tick=False) as clock:
            client.post("/inloggen/code/", {"email": key_figure.user.email})
            clock.shift(timedelta(minutes=15, seconds=1))
            client.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

        assert not is_in(client)

    def test_who_left_her_passkey_at_home_still_gets_in_by_code(self, client, key_figure, mailoutbox):
        Authenticator.objects.create(user=key_figure.user, type=Authenticator.Type.WEBAUTHN, data={})
        client.post("/inloggen/code/", {"email": key_figure.user.email})
        client.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

        assert is_in(client)

    def test_she_gets_no_password_by_asking_for_a_new_one(self, client, key_figure, mailoutbox):
        client.post("/wachtwoord-vergeten/", {"email": key_figure.user.email})

        assert "http" not in mailoutbox[0].body


class TestStranger:
    def test_the_answer_is_the_same_for_a_known_and_an_unknown_address(self, key_figure, official, mailoutbox):
        def answers(email):
            pages = [
                Client().post("/inloggen/code/", {"email": email}, follow=True),
                Client().post("/wachtwoord-vergeten/", {"email": email}, follow=True),
                Client().post("/inloggen/", {"login": email, "password": "verkeerd"}),
            ]
            assert [page.status_code for page in pages] == [200, 200, 200]
            return [re.sub(r'value="[^"]{30,}"', "", page.content.decode().replace(email, "ADRES")) for page in pages]

        assert answers("niemand@voorbeeld.example") == answers(key_figure.user.email) == answers(official.user.email)
        assert len(mailoutbox) == 6

    @pytest.mark.parametrize("path", ["/inloggen/zonder-uitnodiging/"])
    def test_nobody_makes_an_account_herself(self, client, path):
        page = client.post(path, {"email": "nieuw@voorbeeld.example", "password1": PASSWORD})

        assert page.status_code == 200
        assert page.templates[0].name == "account/signup_closed.html"
        assert not is_in(client)

    def test_who_may_not_log_in_any_more_gets_no_code(self, client, mailoutbox):
        gone = MembershipFactory(user__is_active=False)
        client.post("/inloggen/code/", {"email": gone.user.email})

        assert not re.search(r"\d{4}-\d{4}", mailoutbox[0].body)

    def test_a_mail_server_that_is_away_is_a_sentence_and_not_an_error(self, client, key_figure, settings):
        settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
            "django.core.mail.backends.smtp.EmailBackend",
            "127.0.0.1",
            9,
        )

        page = client.post("/inloggen/code/", {"email": key_figure.user.email}, follow=True)

        assert page.status_code == 200
        assert [str(message) for message in page.context["messages"]]


class TestThrottle:
    def test_five_wrong_passwords_and_also_the_right_one_is_refused(self, client, official):
        for _attempt in range(5):
            password_log_in(client, official, password="verkeerd")
        page = password_log_in(client, official)

        assert page.status_code == 200
        assert page.context["form"].non_field_errors()
        assert not is_in(client)
        assert "_auth_user_id" not in client.session

    def test_the_fourth_code_for_one_address_within_a_minute_is_refused(self, client, key_figure, mailoutbox):
        for _attempt in range(4):
            client.post("/inloggen/code/", {"email": key_figure.user.email})
            client.post("/uitloggen/")

        assert len(mailoutbox) == 3

    def test_too_many_log_ins_from_one_place_get_429_with_a_sentence(self, client):
        pages = [client.post("/inloggen/", {"login": f"p{number}@voorbeeld.example", "password": "x"}) for number in range(31)]

        assert [page.status_code for page in pages] == [200] * 30 + [429]
        assert pages[-1]["Content-Type"].startswith("text/html")
        assert len(re.sub(r"<[^>]+>", "", pages[-1].content.decode()).strip()) > 20


class TestSessions:
    def test_she_sees_her_devices_and_logs_one_out(self, client, key_figure, mailoutbox, django_user_model):
        phone = Client(headers={"user-agent": "Telefoon"})
        for browser in (client, phone):
            browser.post("/inloggen/code/", {"email": key_figure.user.email})
            browser.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

        page = client.get("/account/apparaten/")
        assert "Telefoon" in page.content.decode()
        other = UserSession.objects.get(user_agent="Telefoon")
        client.post(f"/account/apparaten/{other.pk}/uitloggen/")

        assert not is_in(phone)
        assert is_in(client)

    def test_she_logs_out_all_others_at_once(self, client, key_figure, mailoutbox):
        phone = Client()
        for browser in (client, phone):
            browser.post("/inloggen/code/", {"email": key_figure.user.email})
            browser.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})
        client.post("/account/apparaten/")

        assert (is_in(client), is_in(phone)) == (True, False)

    def test_a_device_of_somebody_else_is_not_found(self, client, key_figure, official):
        other = UserSession.objects.create(user=official.user, session_key="x", ip="192.0.2.1", user_agent="Van Anna")
        log_in(client, key_figure)

        assert client.post(f"/account/apparaten/{other.pk}/uitloggen/").status_code == 404
        assert "Van Anna" not in client.get("/account/apparaten/").content.decode()
        assert UserSession.objects.filter(pk=other.pk).exists()


class TestPages:
    @pytest.mark.parametrize(
        "path",
        [
            "/inloggen/",
            "/inloggen/code/",
            "/wachtwoord-vergeten/",
            "/wachtwoord-vergeten/verstuurd/",
            "/wachtwoord-vergeten/klaar/",
            "/wachtwoord-vergeten/1-x/",
            "/inloggen/niet-actief/",
            "/inloggen/via/afgebroken/",
        ],
    )
    def test_pages_for_strangers_open(self, client, path):
        assert client.get(path).status_code == 200

    def test_a_sign_on_that_failed_has_a_page(self, client):
        assert client.get("/inloggen/via/mislukt/").status_code == 401

    @pytest.mark.parametrize(
        "path",
        [
            "/account/",
            "/account/welkom/",
            "/account/wachtwoord/",
            "/account/beveiliging/",
            "/account/beveiliging/passkeys/",
            "/account/apparaten/",
            "/uitloggen/",
        ],
    )
    def test_pages_of_her_own_open(self, client, official, path):
        assert log_in(client, official).get(path).status_code == 200

    @pytest.mark.parametrize("path", ["/account/email/", "/account/signup/", "/accounts/login/", "/account/3rdparty/"])
    def test_pages_of_the_library_that_we_do_not_use_do_not_exist(self, client, official, path):
        assert log_in(client, official).get(path).status_code == 404

    def test_no_page_has_inline_script_or_style(self, client, official):
        log_in(client, official)
        client.post("/account/bevestigen/", {"password": PASSWORD})
        for path in ("/account/beveiliging/app/", "/account/beveiliging/passkeys/nieuw/", "/account/beveiliging/"):
            html = client.get(path).content.decode()
            assert "<h1" in html
            assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:|src=\"data:", html)
            assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", html))

    def test_a_next_page_elsewhere_is_not_followed(self, client, official):
        secret = app_of(official)
        password_log_in(client, official, next="https://elders.example/")
        response = client.post("/inloggen/tweede-stap/", {"code": code_now(secret)})

        assert urlsplit(response.url).netloc == ""
        assert client.get("/account/tweede-stap/?next=https://elders.example/").url == "/"


def test_a_person_without_any_municipality_logs_in_to_a_page_that_says_so(client, mailoutbox):
    person = UserFactory()
    client.post("/inloggen/code/", {"email": person.email})
    client.post("/inloggen/code/invullen/", {"code": mailed_code(mailoutbox)})

    assert client.get("/lid/").status_code == 403
    assert client.get("/account/").status_code == 200


def test_next_in_the_address_survives_the_two_steps(client, official):
    secret = app_of(official)
    response = client.get("/meldpunt/")
    assert parse_qs(urlsplit(response.url).query) == {"next": ["/meldpunt/"]}
    client.post(response.url, {"login": official.user.email, "password": PASSWORD, "next": "/meldpunt/"})

    assert client.post("/inloggen/tweede-stap/", {"code": code_now(secret)}).url == "/meldpunt/"
