"""OpenID Connect for officials, against a real provider on this machine: real HTTP, made-up people."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache

from accounts.models import User
from tests.factories.accounts import MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.urls")]


class Provider(BaseHTTPRequestHandler):
    """As little of a provider as the code flow needs. `claims` is who logs in there."""

    def do_GET(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.startswith("/.well-known/"):
            self.answer(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/userinfo",
                    "jwks_uri": f"{base}/keys",
                },
            )
        else:
            self.answer(self.server.claims)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "t", "token_type": "Bearer"})

    def answer(self, data):
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture
def provider(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    app = {
        "provider_id": "municipality",
        "name": "Gemeente Waterveen",
        "client_id": "us",
        "secret": "shh",
        "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    cache.clear()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def official(official):
    EmailAddress.objects.create(user=official.user, email=official.user.email, verified=True, primary=True)
    return official


def sign_on(client, provider, **claims):
    provider.claims = {
        "sub": "42",
        "email_verified": True,
        "name": "Anna",
        "picture": "https://elders.example/anna.jpg",
        **claims,
    }
    start = client.post("/inloggen/via/municipality/?next=/elders/")
    state = parse_qs(urlsplit(start.url).query)["state"][0]
    return client.get("/inloggen/via/municipality/terug/", {"code": "c", "state": state})


def is_in(client):
    return client.get("/wie/").json()["member"] is not None


def test_the_button_is_on_the_log_in_page_only_when_a_provider_is_set(client, provider, settings):
    assert "Gemeente Waterveen" in client.get("/inloggen/").content.decode()

    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Gemeente Waterveen" not in client.get("/inloggen/").content.decode()
    assert client.post("/inloggen/via/municipality/").status_code == 404


def test_an_official_comes_in_without_another_step(client, provider, official):
    response = sign_on(client, provider, email=official.user.email)

    assert response.url == "/elders/"
    assert client.get("/elders/").status_code == 200
    assert client.get("/meldpunt/").status_code == 200


def test_also_when_she_has_an_app_of_her_own(client, provider, official):
    Authenticator.objects.create(user=official.user, type=Authenticator.Type.TOTP, data={})

    sign_on(client, provider, email=official.user.email)

    assert client.get("/meldpunt/").status_code == 200


def test_nothing_but_who_she_is_is_kept(client, provider, official):
    sign_on(client, provider, email=official.user.email)
    sign_on(client, provider, email=official.user.email)

    account = SocialAccount.objects.get()
    assert (account.user, account.uid, account.extra_data) == (official.user, "42", {})


def test_an_unknown_person_gets_no_account(client, provider, official):
    response = sign_on(client, provider, email="onbekend@voorbeeld.example")

    assert response.url == "/inloggen/"
    assert not is_in(client)
    assert not User.objects.filter(email="onbekend@voorbeeld.example").exists()


def test_an_address_that_the_provider_did_not_check_is_not_enough(client, provider, official):
    sign_on(client, provider, email=official.user.email, email_verified=False)

    assert not is_in(client)


@pytest.mark.parametrize(
    "who", [{"key_figure": True}, {"official": True, "left": True}, {"official": True, "user__is_active": False}]
)
def test_it_is_for_officials_who_work_here_now(client, provider, who):
    member = MembershipFactory(**who)
    EmailAddress.objects.create(user=member.user, email=member.user.email, verified=True, primary=True)

    sign_on(client, provider, email=member.user.email)

    assert "_auth_user_id" not in client.session


def test_a_forged_answer_is_refused(client, provider, official):
    provider.claims = {"sub": "42", "email": official.user.email, "email_verified": True}

    response = client.get("/inloggen/via/municipality/terug/", {"code": "c", "state": "made-up"})

    assert response.status_code == 401
    assert not is_in(client)
