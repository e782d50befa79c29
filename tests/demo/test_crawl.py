"""Everybody of the demo follows every link that she sees, and sees nothing that is not hers."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from accounts.roles import OF_KEY_FIGURES
from demo.people import BY_SLUG, EVERYBODY, OEVERLAND, PEOPLE, WATERVEEN, Person
from keyfigures.models.figure import KeyFigure
from signals.models import ConcernReport
from tests.demo.conftest import TOLD_AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("story")]

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]+)"')
A_REPORT = re.compile(r"/meldingen/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/")
ONE_OF_A_KIND = re.compile(r"(?<=^/beheer/)(\w+/\w+/)\d+/")  # one row of each list of the admin stands for all


def _client_of(person: Person) -> Client:
    client = Client(headers={"Accept-Language": "nl"})
    answer = client.post(reverse("demo:log_in_as", args=[person.slug]))
    assert answer.status_code == 302
    return client


def _links(page: str, address: str) -> list[str]:
    found = [urlsplit(urljoin(address, unescape(link))) for link in LINK.findall(page)]
    ours = [link for link in found if not link.netloc and link.scheme in {"", "http"} and not link.path.startswith(("/static/", "/demo/"))]
    # One combination of filters in the admin stands for all.
    return [link.path + (f"?{link.query}" if link.query and not link.path.startswith("/beheer/") else "") for link in ours]


def _crawl(client: Client) -> dict[str, tuple[int, str]]:
    """Status and text of every page that can be reached from the first one."""
    pages: dict[str, tuple[int, str]] = {}
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop(0)
        kind = ONE_OF_A_KIND.sub(r"\1one/", address)
        if kind in seen:
            continue
        seen.add(kind)
        answer = client.get(address, follow=True)
        is_page = answer.get("Content-Type", "").startswith("text/html") and not getattr(answer, "streaming", False)
        text = answer.content.decode() if is_page else ""
        pages[address] = (answer.status_code, text)
        waiting += _links(text, address)
    return pages


@pytest.fixture(params=PEOPLE, ids=lambda person: person.slug)
def person(request: pytest.FixtureRequest) -> Person:
    found: Person = request.param
    return found


def test_every_link_leads_somewhere_and_to_nothing_of_others(person: Person) -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        pages = _crawl(_client_of(person))
        member = Membership.objects.get(user__email=person.email, municipality__slug=person.place)
        hers = {str(uuid) for uuid in ConcernReport.objects.visible_to(member, at=TOLD_AT).values_list("uuid", flat=True)}

    assert len(pages) >= 6
    assert any(A_REPORT.match(address) for address in pages) == bool(hers)
    assert {address: status for address, (status, _text) in pages.items() if status != 200} == {}
    assert {uuid for _status, text in pages.values() for uuid in A_REPORT.findall(text)} <= hers
    strangers = {other.name for other in EVERYBODY if person.place not in {other.place, other.also_in}}
    assert [(address, name) for address, (_status, text) in pages.items() for name in strangers if name in text] == []


HELD_PRIVATE = ("Mijn rooster op het werk veranderde", "Ik kreeg drie keer een andere datum", "Ik ken veel gezinnen rond de school")


@pytest.mark.parametrize("slug", ["noor", "sam", "ruud", "yara", "thijs.vanleeuwen", "samira.bouali", "hanna.vos", "ilse.bakker"])
def test_nobody_outside_the_network_reads_anything_of_a_key_figure(slug: str) -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        pages = _crawl(_client_of(BY_SLUG[slug]))
    figures = KeyFigure.objects.exclude(member__user__email=BY_SLUG[slug].email)
    uuids = {str(uuid) for uuid in figures.values_list("uuid", flat=True)}

    assert len(uuids) > 25
    assert [(address, uuid) for address, (_status, text) in pages.items() for uuid in uuids if uuid in text] == []
    own_words = [words for words in HELD_PRIVATE if not (slug == "noor" and words.startswith("Ik ken"))]
    assert [(address, words) for address, (_status, text) in pages.items() for words in own_words if words in text] == []


def test_no_key_figure_reads_the_name_of_another_who_did_not_choose_so() -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        pages = _crawl(_client_of(BY_SLUG["sam"]))
    others = [person.name for person in EVERYBODY if person.role in OF_KEY_FIGURES and person.slug != "sam"]
    shown_inside = {"Noor el Amrani", "Elena Petrova"}  # they chose: for the network

    assert [(address, name) for address, (_status, text) in pages.items() for name in others if name in text and name not in shown_inside] == []


def test_sharing_a_concern_is_one_tap_away_from_every_page_of_a_key_figure() -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        pages = _crawl(_client_of(BY_SLUG["noor"]))
    share = reverse("signals:share")

    assert any(A_REPORT.match(address) for address in pages)
    assert [address for address, (_status, text) in pages.items() if text and f'href="{share}"' not in text and not address.startswith(share)] == []


def test_there_was_something_to_leak() -> None:
    both = set(ConcernReport.objects.values_list("municipality__slug", flat=True))

    assert both == {WATERVEEN, OEVERLAND}
