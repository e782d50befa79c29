"""Passkeys in a real browser: Chromium's virtual authenticator stands for the fingerprint of a telephone."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from accounts.outbound import signature_of
from tests.e2e.accessibility import violations
from tests.factories.accounts import InvitationFactory, MembershipFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.accounts.urls")]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def page(chromium, live_server):
    """A telephone with a fingerprint reader. What the content security policy stops, or a script throws, fails the test."""
    cache.clear()
    context = chromium.new_context(viewport=PHONE, locale="en-GB", base_url=live_server.url)
    page = context.new_page()
    problems = []
    page.on(
        "console",
        lambda message: (
            problems.append(f"{message.text} {message.location}")
            if message.type == "error" and "favicon" not in str(message.location)
            else None
        ),
    )
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert problems == []


@pytest.fixture
def reader(page):
    """The virtual authenticator: a passkey store inside the device that has seen the right finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    class Reader:
        def sees_another_finger(self):
            devtools.send("WebAuthn.setUserVerified", {"authenticatorId": made["authenticatorId"], "isUserVerified": False})

        def stored(self):
            return devtools.send("WebAuthn.getCredentials", {"authenticatorId": made["authenticatorId"]})["credentials"]

    return Reader()


@pytest.fixture(autouse=True)
def english(settings):
    settings.LANGUAGE_CODE = "en"
    settings.LANGUAGES = [("en", "English"), ("nl", "Nederlands")]


def log_in_by_code(page, address, mailoutbox):
    page.goto("/inloggen/")
    page.get_by_role("link", name="Mail me a code").click()
    page.get_by_label("Your mail address").fill(address)
    page.get_by_role("button", name="Mail me a code").click()
    expect(page.get_by_role("heading", name="Type the code from the mail")).to_be_visible()
    page.get_by_label("Code from the mail").fill(re.search(r"\b\d{4}-\d{4}\b", mailoutbox[-1].body).group())
    page.get_by_role("button", name="Log in", exact=True).click()


def make_passkey(page):
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url(lambda url: "/passkeys/nieuw/" not in url)


def log_in_with_passkey(page):
    page.goto("/inloggen/")
    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_url(lambda url: "/inloggen/" not in url)


def log_out(page):
    page.goto("/uitloggen/")
    page.locator("main").get_by_role("button", name="Log out").click()
    page.wait_for_url("**/inloggen/")


def member_seen_by(page):
    page.goto("/wie/")
    return page.evaluate("JSON.parse(document.body.innerText).member")


def test_a_key_figure_makes_a_passkey_and_needs_no_code_any_more(page, reader, mailoutbox):
    member = MembershipFactory(key_figure=True)
    log_in_by_code(page, member.user.email, mailoutbox)
    page.goto("/account/beveiliging/passkeys/nieuw/")
    make_passkey(page)
    assert page.url.endswith("/account/")
    assert [key["isResidentCredential"] for key in reader.stored()] == [True]
    log_out(page)
    assert member_seen_by(page) is None

    log_in_with_passkey(page)

    assert member_seen_by(page) == member.pk


def test_an_official_comes_from_invitation_to_work_with_a_passkey_alone(page, reader):
    administrator = MembershipFactory(administrator=True)
    invitation = InvitationFactory(
        municipality=administrator.municipality,
        invited_by=administrator,
        roles=["report_official"],
        email="eva@voorbeeld.example",
        invited_at=timezone.now(),
    )

    page.goto(f"{invitation.get_absolute_url()}?{signature_of(invitation.uuid)}")
    assert "s=" not in page.url
    page.get_by_label("Your name, as others read it").fill("Eva")
    page.get_by_label(re.compile("With a passkey")).check()
    page.get_by_role("button", name="Yes, I take part").click()
    page.get_by_role("link", name="Make a passkey").click()
    make_passkey(page)
    expect(page.get_by_role("heading", name="Keep these codes in a safe place")).to_be_visible()
    assert page.goto("/meldpunt/").status == 200
    log_out(page)

    log_in_with_passkey(page)

    assert page.goto("/meldpunt/").status == 200


def test_a_passkey_is_the_second_step_after_a_password(page, reader):
    member = MembershipFactory(official=True)
    member.user.set_password("drie woorden samen")
    member.user.save()
    page.goto("/inloggen/?next=/meldpunt/")
    for _twice in ("before the passkey", "with it"):
        page.get_by_label("Your mail address").fill(member.user.email)
        page.locator("#id_password").fill("drie woorden samen")
        page.get_by_role("button", name="Log in", exact=True).click()
        if page.url.endswith("/inloggen/tweede-stap/"):
            break
        page.get_by_role("link", name="Make a passkey").click()
        page.locator("#id_password").fill("drie woorden samen")
        page.get_by_role("button", name="Go on").click()
        make_passkey(page)
        log_out(page)
        page.goto("/inloggen/?next=/meldpunt/")

    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url("**/meldpunt/")

    assert member_seen_by(page) == member.pk


def test_another_finger_is_told_in_words_and_lets_nobody_in(page, reader, mailoutbox):
    member = MembershipFactory(key_figure=True)
    log_in_by_code(page, member.user.email, mailoutbox)
    page.goto("/account/beveiliging/passkeys/nieuw/")
    make_passkey(page)
    log_out(page)
    reader.sees_another_finger()

    page.get_by_role("button", name="Log in with a passkey").click()

    expect(page.get_by_text("That did not work.")).to_be_visible()
    assert member_seen_by(page) is None


def test_a_passkey_that_was_removed_opens_nothing(page, reader, mailoutbox):
    member = MembershipFactory(key_figure=True)
    log_in_by_code(page, member.user.email, mailoutbox)
    page.goto("/account/beveiliging/passkeys/nieuw/")
    make_passkey(page)
    page.goto("/account/beveiliging/passkeys/")
    page.get_by_role("link", name=re.compile("^Rename")).click()
    page.wait_for_url("**/naam/")
    assert violations(page) == []
    page.goto("/account/beveiliging/passkeys/")
    page.get_by_role("link", name=re.compile("^Remove")).click()
    page.get_by_role("button", name="Remove passkey").click()
    page.wait_for_url("**/passkeys/")
    log_out(page)

    page.get_by_role("button", name="Log in with a passkey").click()
    page.wait_for_load_state("networkidle")

    assert member_seen_by(page) is None


def test_without_javascript_nothing_is_offered_that_does_not_work(chromium, live_server, mailoutbox):
    member = MembershipFactory(key_figure=True)
    context = chromium.new_context(viewport=PHONE, locale="en-GB", base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()

    page.goto("/inloggen/")
    expect(page.get_by_role("button", name="Log in with a passkey")).to_be_hidden()
    log_in_by_code(page, member.user.email, mailoutbox)

    expect(page.locator("body")).to_contain_text("start")
    context.close()
