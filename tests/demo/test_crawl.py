"""Everybody of the demo follows every link that she sees, and sees nothing that is not hers."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from demo.people import BY_SLUG, EVERYBODY, OEVERLAND, PEOPLE, WATERVEEN, Person
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


def test_sharing_a_concern_is_one_tap_away_from_every_page_of_a_key_figure() -> None:
    with time_machine.travel(TOLD_AT, tick=False):
        pages = _crawl(_client_of(BY_SLUG["noor"]))
    share = reverse("signals:share")

    assert any(A_REPORT.match(address) for address in pages)
    assert [address for address, (_status, text) in pages.items() if text and f'href="{share}"' not in text and not address.startswith(share)] == []


def test_there_was_something_to_leak() -> None:
    both = set(ConcernReport.objects.values_list("municipality__slug", flat=True))

    assert both == {WATERVEEN, OEVERLAND}
