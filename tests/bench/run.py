"""`make bench`: measured, not guessed. Prints a table; the figures go to docs/performance.md by hand.

BENCH_REPORTS (10000): reports filed in (b). BENCH_LARGEST (1000000): reports in the largest work list of (c).
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launcher import processes
from launcher.postgres import Server
from tests.bench.load import Measured, Visitor, measure

ROOT = Path(__file__).resolve().parents[2]
PORT = 8190
REPORTS = int(os.environ.get("BENCH_REPORTS", "10000"))
LARGEST = int(os.environ.get("BENCH_LARGEST", "1000000"))
AT_ONCE = {1: 0.1, 8: 0.3, 32: 0.6}  # visitors at the same time, and which share of all reports they file


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="sf-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        server = Server(folder=Path(folder) / "pg", options=["shared_buffers=512MB", "max_wal_size=4GB"])
        server.start()
        os.environ |= {"DATABASE_URL": server.url, "DJANGO_SETTINGS_MODULE": "sleutelfiguren.settings.demo", "DEMO": "on", "LOG_LEVEL": "ERROR"}
        try:
            import django

            django.setup()
            _measure_all()
        finally:
            server.discard()


def _measure_all() -> None:
    from django.core.management import call_command

    from tests.bench import fill

    call_command("migrate", verbosity=0)
    fill.execute("CREATE TABLE bench_bare (id bigserial PRIMARY KEY, text text NOT NULL)")
    fill.municipalities()
    _filing()
    _work_list()
    _jobs()


def say(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


@contextmanager
def web(application: str, *, workers: int = 1) -> Iterator[int]:
    """The same server for both: gunicorn as the application runs it."""
    env = {**os.environ, "WEB_CONCURRENCY": str(workers)}
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{PORT}", "--log-level", "error", "--backlog", "256"]
    process = processes.start(command, env=env, cwd=ROOT)
    try:
        for _attempt in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/live/", timeout=2).close()
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.1)
        yield process.pid
    finally:
        processes.stop(process)


def _filing() -> None:
    from tests.bench import fill

    cookies = fill.prepared_drafts(REPORTS)
    bare: dict[int, Measured] = {}
    with web("tests.bench.bare:application", workers=2):
        measure(PORT, [lambda visitor: visitor.form("/", "text=x")] * 200, at_once=8)
        for at_once in AT_ONCE:
            bare[at_once] = measure(PORT, [lambda visitor: visitor.form("/", "text=iets")] * 1500, at_once=at_once)
    print("\n(a) bare form and (b) filing a concern: page, post, page\n")
    say("at once", "bare, ms", "filing, ms", "ratio", "filings per second", "failed")
    say(*["---"] * 6)
    with web("sleutelfiguren.wsgi", workers=2):
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/inloggen/").close()
        begin, filed = 0, 0
        for at_once, share in AT_ONCE.items():
            mine, begin = cookies[begin : begin + int(REPORTS * share)], begin + int(REPORTS * share)
            measured = measure(PORT, [_filing_of(cookie) for cookie in mine], at_once=at_once)
            filed += len(measured.times)
            ratio = measured.median / bare[at_once].median
            say(at_once, f"{bare[at_once].median:.1f}", f"{measured.median:.1f}", f"{ratio:.2f}", f"{measured.per_second:.0f}", len(measured.failures))
            for failure in sorted(set(measured.failures))[:5]:
                print(f"  {failure}")
        _memory()
    rows = fill.count("signals_concernreport")
    print(f"\n{filed} filed, {rows} reports in the table, {fill.count('signals_sealedtext')} texts, {fill.count('notifications_message')} messages")


def _filing_of(cookie: str):
    def file(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": cookie}
        visitor.form("/meldingen/zorg-delen/schrijven/controleren/", "submission=")

    return file


def _memory() -> None:
    """(e) what two web workers hold after that, shared pages counted once (PSS)."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"127.0.0.1:{PORT}" in (entry / "cmdline").read_text():
                total += int(re.search(r"^Pss:\s+(\d+)", (entry / "smaps_rollup").read_text(), re.MULTILINE)[1])
        except (OSError, TypeError):
            continue
    print(f"\n(e) two web workers and their master: {total / 1024:.0f} MB")


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


def _list_of(cookie: str):
    def look(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": cookie}
        status, page, _location = visitor.ask("GET", "/meldingen/?aantal=100")
        if status != 200 or page.count(b'class="sf-row__title"') != 100:
            raise ValueError(f"list {status}")

    return look


def _jobs() -> None:
    from tests.bench import fill

    print("\n(d) jobs\n")
    say("job", "rows in the table", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)
    for total in (10_000, 100_000):
        fill.empty()
        fill.reports(total, in_first=total // fill.MUNICIPALITIES)
        fill.due_clocks(1000)
        _job("reminders", total)
    for total in (10_000, 100_000):
        fill.empty()
        fill.reports(total // 10, in_first=total // 10 // fill.MUNICIPALITIES)
        fill.texts(total)
        _job("purge", total)


def _job(name: str, total: int) -> None:
    done = subprocess.run([sys.executable, "-m", "tests.bench.job", name], cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    say(name, total, told["count"], f"{told['seconds']:.1f}", f"{told['memory']:.0f}")


if __name__ == "__main__":
    main()
