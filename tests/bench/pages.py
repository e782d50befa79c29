"""Pages around key figures: one municipality of 50, beside 342 with 20,000 key figures and a million contacts.

BENCH_FIGURES (20000) and BENCH_CONTACTS (1000000): how many there are in the large one.
"""

import os

from tests.bench.jobs import run_job
from tests.bench.load import Visitor, measure
from tests.bench.web import PORT, say, web

FIGURES = int(os.environ.get("BENCH_FIGURES", "20000"))
CONTACTS = int(os.environ.get("BENCH_CONTACTS", "1000000"))
HERE = 50  # key figures in the municipality that is looked at
CONTACTS_HERE = HERE * CONTACTS // FIGURES
PAGES = {
    "list": ("coordinator", "/sleutelfiguren/"),
    "board": ("coordinator", "/sleutelfiguren/fasen/"),
    "mix": ("coordinator", "/sleutelfiguren/mix/"),
    "Vandaag": ("coordinator", "/"),
    "my data": ("key figure", "/mijn-gegevens/"),
}


def measure_network() -> None:
    from tests.bench import network

    network.coordinators()
    small = _measured(HERE, CONTACTS_HERE)
    large = _measured(FIGURES, CONTACTS)
    print(f"\n(f) pages, {HERE} key figures in one municipality, and the same beside {FIGURES:,} with {CONTACTS:,} contacts\n")
    say("page", "small, ms", "large, ms", "ratio", "statements small", "statements large")
    say(*["---"] * 6)
    for name in PAGES:
        (few_ms, few), (many_ms, many) = small[name], large[name]
        say(name, f"{few_ms:.1f}", f"{many_ms:.1f}", f"{many_ms / few_ms:.2f}", few, many)
    _jobs()


def _jobs() -> None:
    """The rhythm of contact, erasing and counting the mix, over all municipalities: a tenth of the rows is due."""
    from tests.bench import network

    print("\n(g) jobs around key figures\n")
    say("job", "rows in the table", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)
    for share in (10, 1):
        figures, contacts = FIGURES // share, CONTACTS // share
        network.empty()
        network.areas()
        network.figures(figures, in_first=HERE)
        network.contacts(contacts)
        network.grow_old(contacts // 10)
        run_job("reminders", figures)
        run_job("erase", contacts)
        run_job("mix", figures)


def _measured(figures: int, contacts: int) -> dict[str, tuple[float, int]]:
    """Milliseconds (median of 60) and SQL statements of each page."""
    from tests.bench import network

    network.empty()
    network.areas()
    network.figures(figures, in_first=HERE)
    network.contacts(contacts)
    clients = {"coordinator": _client("coordinator"), "key figure": _client("key_figure")}
    told = {}
    with web("sleutelfiguren.wsgi"):
        for name, (who, path) in PAGES.items():
            cookie = clients[who].cookies["sessionid"].value
            jobs = [_looking(cookie, path)] * 60
            measure(PORT, jobs[:10], at_once=1)
            measured = measure(PORT, jobs, at_once=1)
            if measured.failures:
                print(name, measured.failures[0])
            told[name] = (measured.median, _statements(clients[who], path))
    return told


def _client(role: str):
    """A member of the first municipality who has logged in."""
    from django.test import Client

    from accounts.models import Membership
    from tests.factories.accounts import log_in

    members = Membership.objects.with_role(role).select_related("user", "municipality").order_by("municipality", "-pk")
    return log_in(Client(headers={"host": "localhost"}), members.first())


def _statements(client, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def _looking(cookie: str, path: str):
    def look(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": cookie}
        status, _page, _location = visitor.ask("GET", path)
        if status != 200:
            raise ValueError(f"{path} {status}")

    return look
