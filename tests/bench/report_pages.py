"""The report to the council: making it and its pages, of one municipality by itself, and of the same beside all that the lessons are measured beside."""

import time
from statistics import median

from tests.bench.lesson_pages import CONTACTS_HERE, HERE, beside, filled
from tests.bench.meeting_pages import MEETINGS
from tests.bench.pages import CONTACTS, FIGURES, client_of, tell, times_of
from tests.bench.web import say

TIMES = 7  # that a report is made; the middle one counts
Made = tuple[float, int]


def measure_report() -> None:
    from tests.bench import fill, network

    network.coordinators()
    few, few_pages = _measured(HERE, CONTACTS_HERE, HERE, municipalities=1)
    many, many_pages = _measured(FIGURES, CONTACTS, MEETINGS, municipalities=fill.MUNICIPALITIES)
    print(f"\n(p) pages of a report, {beside()}\n")
    tell(few_pages, many_pages)
    print("\n(q) making a report, and issuing it with its files\n")
    say("what", "small, ms", "large, ms", "ratio", "statements small", "statements large")
    say(*["---"] * 6)
    for what, (few_ms, statements) in few.items():
        many_ms, more = many[what]
        say(what, f"{few_ms:.1f}", f"{many_ms:.1f}", f"{many_ms / few_ms:.2f}", statements, more)


def _measured(figures: int, contacts: int, meetings: int, *, municipalities: int) -> tuple[dict[str, Made], dict[str, Made]]:
    """What making takes, and what its pages take."""
    from tests.bench import fill

    fill.execute("TRUNCATE approach_report CASCADE")
    filled(figures, contacts, meetings, municipalities=municipalities)
    fill.settle()
    begun = [_made() for _each in range(TIMES)]
    issued = [_issued(report) for report, _took, _statements in begun[1:]]
    draft, last, coordinator = f"/aanpak/verslagen/{begun[0][0].uuid}/", f"/aanpak/verslagen/{begun[-1][0].uuid}/", client_of("coordinator")
    pages = {
        "list": "/aanpak/verslagen/", "draft": draft, "preview": f"{draft}voorbeeld/", "preview as PDF": f"{draft}voorbeeld/pdf/", "issued, measured again": last,
    }
    acted = {
        "making": (median(took for _report, took, _statements in begun), begun[-1][2]),
        "issuing": (median(took for took, _statements in issued), issued[-1][1]),
    }
    return acted, times_of({name: [(coordinator, path)] for name, path in pages.items()})


def _made():
    """The report, how long making it took in milliseconds, and its statements."""
    from uuid import uuid4

    from django.utils import timezone

    from approach.actions import making
    from approach.gathering import ended_quarters

    quarters = ended_quarters(timezone.localdate())
    report = making.begin(first=quarters[3], last=quarters[0], submission=uuid4(), by=_member("coordinator"), at=timezone.now())
    took, statements = _timed(making.make_all)
    report.refresh_from_db()
    if report.state != "draft":
        raise ValueError(f"report {report.state}")
    return report, took, statements


def _issued(report) -> Made:
    from django.utils import timezone

    from approach.actions import report as acts

    reader = _reader(report)
    offered = acts.offer(report, reader=reader, version=report.edits, by=report.begun_by, at=timezone.now())
    return _timed(lambda: acts.issue(offered, version=offered.edits, by=reader, at=timezone.now()))


def _timed(act) -> Made:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        began = time.perf_counter()
        act()
        took = 1000 * (time.perf_counter() - began)
    return took, len(captured)


def _reader(report):
    """A second person of the same municipality, made once."""
    from accounts.models import Membership
    from tests.factories.accounts import MembershipFactory

    found = Membership.objects.of_municipality(report.municipality).with_role("team_lead").select_related("user", "municipality").first()
    return found or MembershipFactory(team_lead=True, municipality=report.municipality)


def _member(role: str):
    from accounts.models import Membership

    return Membership.objects.with_role(role).select_related("user", "municipality").order_by("pk").first()
