"""Pages around key figures: one municipality of 50, beside 342 with 20,000 key figures and a million contacts; and their jobs.

BENCH_FIGURES (20000) and BENCH_CONTACTS (1000000): how many there are in the large one.
"""

import os
from itertools import cycle, islice
from typing import TYPE_CHECKING

from tests.bench.jobs import run_job
from tests.bench.load import Job, Visitor, measure
from tests.bench.web import PORT, say, web

if TYPE_CHECKING:
    from django.test import Client

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
    tell(small, large)
    _jobs()


def tell(small: dict[str, tuple[float, int]], large: dict[str, tuple[float, int]]) -> None:
    """The table of what `times_of` found twice."""
    say("page", "small, ms", "large, ms", "ratio", "statements small", "statements large")
    say(*["---"] * 6)
    for name, (few_ms, few) in small.items():
        many_ms, many = large[name]
        say(name, f"{few_ms:.1f}", f"{many_ms:.1f}", f"{many_ms / few_ms:.2f}", few, many)


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
    from tests.bench import network

    network.empty()
    network.areas()
    network.figures(figures, in_first=HERE)
    network.contacts(contacts)
    clients = {"coordinator": client_of("coordinator"), "key figure": client_of("key_figure")}
    return times_of({name: [(clients[who], path)] for name, (who, path) in PAGES.items()})


def times_of(pages: "dict[str, list[tuple[Client, str]]]") -> dict[str, tuple[float, int]]:
    """Milliseconds (median of 60) and SQL statements of each page; its visitors come in turns."""
    from tests.bench import fill

    fill.settle()
    told = {}
    with web("sleutelfiguren.wsgi"):
        for name, visits in pages.items():
            jobs = [_looking(client.cookies["sessionid"].value if "sessionid" in client.cookies else "", path) for client, path in islice(cycle(visits), 60)]
            measure(PORT, jobs[:10], at_once=1)
            measured = measure(PORT, jobs, at_once=1)
            if measured.failures:
                print(name, measured.failures[0])
            told[name] = (measured.median, _statements(*visits[0]))
    return told


def client_of(role: str) -> "Client":
    """A member of the first municipality who has logged in."""
    from django.test import Client

    from accounts.models import Membership
    from tests.factories.accounts import log_in

    members = Membership.objects.with_role(role).select_related("user", "municipality").order_by("municipality", "-pk")
    return log_in(Client(headers={"host": "localhost"}), members.first())


def _statements(client: "Client", path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


def _looking(cookie: str, path: str) -> Job:
    def look(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": cookie} if cookie else {}
        visitor.see(path)

    return Job(journey=look)
