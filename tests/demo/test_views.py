from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from demo.models import SentMail
from demo.people import BY_SLUG
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, UserFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 9, 8, 5, tzinfo=UTC)


@pytest.fixture
def ilse() -> object:
    """The official who works in two municipalities."""
    user = UserFactory(email="ilse.bakker@waterveen.example", name="Ilse Bakker")
    MembershipFactory(official=True, user=user, municipality=MunicipalityFactory(slug="oeverland"))
    return MembershipFactory(official=True, user=user, municipality=MunicipalityFactory(slug="waterveen"))


def _mail(to: str = "noor@waterveen.example", *, minutes: int = 0, html: str = "") -> SentMail:
    text = "Er is een bericht voor u.\n\nhttp://localhost:8000/meldingen/ hier"
    return SentMail.objects.create(at=AT + timedelta(minutes=minutes), to=to, subject=f"Bericht {minutes}", text=text, html=html)


@pytest.mark.usefixtures("ilse")
def test_a_demo_person_logs_in_with_one_button_in_her_own_municipality(client: Client) -> None:
    answer = client.post(reverse("demo:log_in_as", args=["ilse.bakker"]), {"next": "/account/"}, follow=True)

    assert answer.redirect_chain == [("/account/", 302)]
    assert answer.status_code == 200
    assert answer.context["request"].member.municipality.slug == "waterveen"
    assert "Dit apparaat" in client.get("/account/apparaten/").content.decode()


@pytest.mark.usefixtures("ilse")
def test_the_button_leads_nowhere_but_here(client: Client) -> None:
    answer = client.post(reverse("demo:log_in_as", args=["ilse.bakker"]), {"next": "https://elders.example/"})

    assert answer["Location"] == reverse("home")


@pytest.mark.parametrize("slug", ["niemand", "sam"])
def test_somebody_who_is_not_in_the_demo_cannot_be_logged_in(client: Client, slug: str) -> None:
    UserFactory(email="niemand@waterveen.example")

    assert client.post(reverse("demo:log_in_as", args=[slug])).status_code == 404


@pytest.mark.usefixtures("ilse")
def test_log_in_is_not_a_link(client: Client) -> None:
    assert client.get(reverse("demo:log_in_as", args=["ilse.bakker"])).status_code == 405


def test_log_in_page_has_a_button_for_each_person(client: Client) -> None:
    page = client.get(reverse("account_login"), {"next": "/account/"}).content.decode()

    assert [slug for slug in BY_SLUG if reverse("demo:log_in_as", args=[slug]) not in page] == []
    assert page.count('name="next" value="/account/"') >= len(BY_SLUG)


@pytest.mark.usefixtures("ilse")
def test_who_is_logged_in_can_become_somebody_else(client: Client) -> None:
    client.post(reverse("demo:log_in_as", args=["ilse.bakker"]))

    assert f'href="{reverse("demo:people")}"' in client.get("/account/").content.decode()
    page = client.get(reverse("demo:people")).content.decode()
    assert [slug for slug in BY_SLUG if reverse("demo:log_in_as", args=[slug]) not in page] == []


def test_mailbox_shows_all_mail_newest_first(client: Client) -> None:
    _mail(minutes=1)
    _mail("onbekend@elders.example", minutes=2)

    mails = client.get(reverse("demo:mail_list")).context["mails"]

    assert [(mail.subject, name) for mail, name in mails] == [
        ("Bericht 2", "onbekend@elders.example"),
        ("Bericht 1", "Noor el Amrani"),
    ]


def test_mailbox_shows_how_each_mail_begins(client: Client) -> None:
    _mail()

    assert "<p>Er is een bericht voor u.</p>" in client.get(reverse("demo:mail_list")).content.decode()


def test_mailbox_of_one_person_has_only_her_mail(client: Client) -> None:
    _mail(minutes=1)
    _mail("sam@waterveen.example", minutes=2)

    mails = client.get(reverse("demo:mail_list"), {"voor": "noor"}).context["mails"]

    assert [mail.subject for mail, _name in mails] == ["Bericht 1"]


def test_mailbox_goes_on_where_the_page_ended(client: Client) -> None:
    for minute in range(53):
        _mail(minutes=minute)

    first = client.get(reverse("demo:mail_list"), {"voor": "noor"})
    second = client.get(reverse("demo:mail_list") + first.context["next_url"])

    assert len(first.context["mails"]) == 50
    assert [mail.subject for mail, _name in second.context["mails"]] == ["Bericht 2", "Bericht 1", "Bericht 0"]
    assert second.context["next_url"] == ""


@pytest.mark.parametrize("number", [1, 3])
def test_mailbox_takes_one_query_for_any_number_of_mails(
    client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for minute in range(number):
        _mail(minutes=minute)

    with django_assert_num_queries(1):
        client.get(reverse("demo:mail_list"))


def test_empty_mailbox_says_what_to_do(client: Client) -> None:
    page = client.get(reverse("demo:mail_list"), headers={"Accept-Language": "en"}).content.decode()

    assert "Share a concern, and a receipt arrives here" in page


@pytest.mark.parametrize("after", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_broken_address_of_a_page_shows_the_newest(client: Client, after: str) -> None:
    _mail()

    assert len(client.get(reverse("demo:mail_list"), {"na": after}).context["mails"]) == 1


def test_a_mail_is_shown_with_links_that_work(client: Client) -> None:
    page = client.get(_mail().get_absolute_url()).content.decode()

    assert 'href="http://localhost:8000/meldingen/">http://localhost:8000/meldingen/</a> hier' in page


def test_a_mail_cannot_bring_markup_of_its_own(client: Client) -> None:
    mail = SentMail.objects.create(at=AT, to="noor@waterveen.example", subject="x", text="<a href='/x/'>kijk</a> <script>1</script>")

    page = client.get(mail.get_absolute_url()).content.decode()

    assert "&lt;a href=&#x27;/x/&#x27;&gt;kijk" in page
    assert "<script>1" not in page


def test_html_of_a_mail_can_do_nothing_but_lead_on(client: Client) -> None:
    answer = client.get(reverse("demo:mail_html", args=[_mail(html="<p onclick='x()'>Dag</p>").uuid]))

    assert answer.content == b"<p onclick='x()'>Dag</p>"
    assert set(answer["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'", "sandbox allow-top-navigation", "style-src 'unsafe-inline'",
    }  # fmt: skip


def test_a_mail_without_html_has_no_such_page(client: Client) -> None:
    assert client.get(reverse("demo:mail_html", args=[_mail().uuid])).status_code == 404
