"""Every other page, as each role: axe, nothing inline, and no wider than 320 pixels (which is 400 % zoom)."""

import pytest
from django.utils import timezone

from accounts import actions
from tests.e2e.visitors import DESK, arrive, visit
from tests.factories.accounts import MembershipFactory
from tests.factories.signals import file_one

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ZOOMED = {"width": 320, "height": 640}
PAGES = {
    "key_figure": ["/", "/meldingen/", "/meldingen/zorg-delen/praten/", "/account/", "/account/berichten/", "/account/beveiliging/", "/account/apparaten/", "/bestaat-niet/"],
    "official": ["/meldingen/telefonisch/", "/meldingen/noodtoegang/", "/account/afwezig/", "/account/"],
    "coordinator": ["/", "/meldingen/klok/", "/mensen/", "/mensen/uitnodigen/"],
    "team_lead": ["/", "/meldingen/klok/"],
    "privacy_officer": ["/", "/logboek/", "/logboek/noodtoegang/", "/logboek/uitzonderingen/", "/logboek/rechten/"],
    "policy_adviser": ["/"],
    "administrator": ["/", "/mensen/"],
}


@pytest.mark.parametrize("role", PAGES)
@pytest.mark.parametrize("screen", [DESK, ZOOMED], ids=["desk", "zoomed"])
def test_pages_of_each_role(chromium, live_server, waterveen, role, screen):
    official = MembershipFactory(official=True, municipality=waterveen, user__name="Ilse Bakker")
    MembershipFactory(official=True, municipality=waterveen, user__name="Joost Verhagen")
    noor = MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor el Amrani")
    file_one(noor)
    member = {"key_figure": noor, "official": official}.get(role) or MembershipFactory(municipality=waterveen, **{role: True})
    she = visit(chromium, live_server, member, screen=screen)

    for path in PAGES[role]:
        she.go(path)
    assert she.problems == []
    she.leave()


def test_pages_before_log_in(chromium, live_server, waterveen):
    coordinator = MembershipFactory(coordinator=True, municipality=waterveen)
    actions.invite(actor=coordinator, email="gast@voorbeeld.example", name="Gast", roles=["key_figure"], at=timezone.now())
    she = arrive(chromium, live_server)
    for path in ("/inloggen/", "/inloggen/code/", "/wachtwoord-vergeten/", "/uitnodiging/"):
        she.go(path)
    assert she.problems == []
    she.leave()


def test_the_language_and_quick_exit_with_one_press(chromium, live_server, waterveen, settings):
    settings.QUICK_EXIT_URL = live_server.url + "/health/live/"
    noor = MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor el Amrani")
    MembershipFactory(official=True, municipality=waterveen)
    she = visit(chromium, live_server, noor)
    she.go("/")
    she.button("English")
    she.reads("Share a concern")
    she.button("Nederlands")
    she.link("Zorg delen")
    with she.page.expect_navigation():
        she.page.get_by_role("button", name="Snel weg").first.click()
    assert she.page.url.endswith("/health/live/")
    she.page.goto(live_server.url + "/meldingen/")
    assert "/inloggen/" in she.page.url
    she.leave()


def test_on_paper_a_receipt_is_a_receipt(chromium, live_server, waterveen):
    MembershipFactory(official=True, municipality=waterveen, user__name="Ilse Bakker")
    noor = MembershipFactory(key_figure=True, municipality=waterveen)
    report = file_one(noor)
    she = visit(chromium, live_server, noor)
    she.go(f"/meldingen/{report.uuid}/ontvangst/")
    she.page.emulate_media(media="print")

    she.reads(report.number, "Ilse Bakker")
    assert not she.page.get_by_role("button", name="Snel weg").first.is_visible()
    she.leave()
