"""`make bench`: measured, not guessed. Prints a table; the figures go to docs/performance.md by hand.

PART: `filing` (a, b and e), `list` (c), `jobs` (d), `network` (f and g: pages and jobs around key figures), `meetings` (h and i),
`evaluations` (j to m), `lessons` (n and o) or `report` (p and q); all without it.
BENCH_REPORTS (10000): reports filed in (b). BENCH_LARGEST (1000000): reports in the largest work list of (c).
"""

import os
import sys
import tempfile
from pathlib import Path

from launcher.postgres import Server
from tests.bench.evaluation_pages import measure_evaluations
from tests.bench.filing import measure_filing
from tests.bench.jobs import run_job
from tests.bench.lesson_pages import measure_lessons
from tests.bench.load import Job, Visitor, measure
from tests.bench.meeting_pages import measure_meetings
from tests.bench.pages import measure_network
from tests.bench.report_pages import measure_report
from tests.bench.web import PORT, say, web

PARTS = ("filing", "list", "jobs", "network", "meetings", "evaluations", "lessons", "report")
LARGEST = int(os.environ.get("BENCH_LARGEST", "1000000"))


def main() -> None:
    part = os.environ.get("PART", "")
    if part and part not in PARTS:
        sys.exit(f"PART is one of {', '.join(PARTS)}, or nothing for all.")
    with tempfile.TemporaryDirectory(prefix="sf-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Server(folder=Path(folder) / "pg", options=["shared_buffers=512MB", "max_wal_size=4GB"])
        server.start()
        os.environ |= {"DATABASE_URL": server.url, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.demo", "DEMO": "on", "LOG_LEVEL": "ERROR"}
        try:
            import django

            django.setup()
            _measure(part)
        finally:
            server.discard()


def _measure(part: str) -> None:
    from django.core.management import call_command

    from tests.bench import fill

    call_command("migrate", verbosity=0)
    fill.municipalities()
    measured = (measure_filing, _work_list, _jobs, measure_network, measure_meetings, measure_evaluations, measure_lessons, measure_report)
    for name, measuring in zip(PARTS, measured, strict=True):
        if part in {"", name}:
            measuring()


def _work_list() -> None:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from accounts.models import Membership
    from tests.bench import fill
    from tests.factories.accounts import log_in

    official = Membership.objects.with_role("report_official").select_related("user").order_by("pk").first()
    print("\n(c) the work list, 100 rows\n")
    say("reports", "median, ms", "ratio", "statements")
    say(*["---"] * 4)
    first = 0.0
    for total in (100, 10_000, LARGEST):
        fill.empty()
        fill.reports(total, in_first=max(100, total // fill.MUNICIPALITIES))
        client = log_in(Client(headers={"host": "localhost"}), official)
        fill.settle()
        client.get("/meldingen/?aantal=100")
        with CaptureQueriesContext(connection) as captured:
            client.get("/meldingen/?aantal=100")
        cookie = client.cookies["sessionid"].value
        with web("sleutelfiguren.wsgi"):
            jobs = [_list_of(cookie)] * 80
            measure(PORT, jobs[:20], at_once=1)
            measured = measure(PORT, jobs, at_once=1)
        first = first or measured.median
        say(total, f"{measured.median:.1f}", f"{measured.median / first:.2f}", len(captured))
        if measured.failures:
            print(measured.failures[0])


def _list_of(cookie: str) -> Job:
    def look(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": cookie}
        status, page, _location = visitor.ask("GET", "/meldingen/?aantal=100")
        if status != 200 or page.count(b'class="sf-row__title"') != 100:
            raise ValueError(f"list {status}")

    return Job(journey=look)


def _jobs() -> None:
    from tests.bench import fill

    print("\n(d) jobs\n")
    say("job", "rows in the table", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)
    for total in (10_000, 100_000):
        fill.empty()
        fill.reports(total, in_first=total // fill.MUNICIPALITIES)
        fill.due_clocks(1000)
        run_job("reminders", total)
    for total in (10_000, 100_000):
        fill.empty()
        fill.reports(total // 10, in_first=total // 10 // fill.MUNICIPALITIES)
        fill.texts(total)
        run_job("purge", total)


if __name__ == "__main__":
    main()
