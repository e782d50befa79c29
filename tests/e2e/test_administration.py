"""The administration in a real browser: Django's pages under our content security policy."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from accounts.models import Membership, Municipality
from tests.factories.accounts import MembershipFactory, log_in

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.accounts.urls")]


@pytest.fixture
def page(chromium, live_server):
    """A functional administrator who is logged in. What the policy stops, or a script throws, fails the test."""
    administrator = MembershipFactory(administrator=True, municipality__name="Waterveen")
    session = log_in(Client(), administrator).cookies["sessionid"].value
    context = chromium.new_context(base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page, problems = context.new_page(), []
    page.on("console", lambda line: problems.append(f"{line.text} {line.location}") if line.type == "error" else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield page
    context.close()
    assert [problem for problem in problems if "favicon" not in problem] == []


def test_an_administrator_keeps_roles_and_settings(page):
    municipality = Municipality.objects.get()
    key_figure = MembershipFactory(key_figure=True, municipality=municipality)
    page.goto(reverse("admin:index"))
    page.goto(reverse("admin:accounts_membership_changelist"))
    page.goto(reverse("admin:accounts_membership_change", args=[key_figure.pk]))
    page.locator("input[name=roles][value=coordinator]").check()
    page.locator("input[name=roles][value=key_figure]").uncheck()
    page.locator("input[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    page.goto(reverse("admin:accounts_municipality_change", args=[municipality.pk]))
    page.locator("input[name=label_coordinator]").fill("Netwerkregisseur")
    page.locator("input[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    assert Membership.objects.get(pk=key_figure.pk).role_names == ["Netwerkregisseur"]


@pytest.mark.parametrize("name", ["municipality", "membership", "invitation", "absence", "user"])
def test_every_list_opens_without_a_stop_of_the_policy(page, name):
    assert page.goto(reverse(f"admin:accounts_{name}_changelist")).status == 200
    page.wait_for_load_state("networkidle")
