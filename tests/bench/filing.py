"""(a) bare forms, (b) filing a concern, and (e) what the two web workers hold after that.

A journey is the page with the form and the post, until the redirect, by somebody who came from the page before it; while journeys are
measured nothing else is asked of the server. There are three bare forms: the least that can be called one, one of a new project behind
its log-in, and one inside this application, with all its middleware. All are measured in turns, in blocks, on the same Postgres and the same server settings, so that
whatever else the machine does hits all of them.
"""

import os
import re
import subprocess
import sys
from collections import deque
from itertools import cycle, islice
from pathlib import Path

from tests.bench.load import Job, Measured, Visitor, measure
from tests.bench.web import BARE_PORT, PORT, ROOT, say, web

REPORTS = int(os.environ.get("BENCH_REPORTS", "10000"))
AT_ONCE = {1: 0.1, 8: 0.3, 32: 0.6}  # visitors at the same time, and which share of all reports they file
BLOCKS = 20
BARE_PEOPLE = 200
WIZARD = "/meldingen/zorg-delen/schrijven/contact/"  # the page before the last


def measure_filing() -> None:
    from tests.bench import fill

    fill.execute("CREATE TABLE bench_inside (id bigserial PRIMARY KEY, text text NOT NULL)")
    drafts = deque(fill.prepared_drafts(REPORTS))
    people = cycle(bare_people())
    fill.settle()
    print("\n(a) bare forms and (b) filing a concern: page and post, until the redirect\n")
    say("at once", "lean, ms", "new project, ms", "inside, ms", "filing, ms", "ratio to inside", "to new project", "to lean", "filings per second", "failed")
    say(*["---"] * 10)
    filed = 0
    with web("tests.bench.bare:application", workers=2, port=BARE_PORT), web("tests.bench.inside:application", workers=2):
        _warm_up(people, drafts)
        filed += WARMING
        for at_once, share in AT_ONCE.items():
            each = int((REPORTS - WARMING) * share / BLOCKS)
            lean, bare, inside, filing = Measured(), Measured(), Measured(), Measured()
            for _block in range(BLOCKS):
                lean += measure(BARE_PORT, [fill_in_lean] * each, at_once=at_once)
                bare += measure(BARE_PORT, [bare_of(session) for session in islice(people, each)], at_once=at_once)
                inside += measure(PORT, [_inside_of(session) for session in islice(drafts, each)], at_once=at_once)
                filing += measure(PORT, [_filing_of(drafts.popleft()) for _each in range(each)], at_once=at_once)
            filed += len(filing.times)
            _tell(at_once, lean, bare, inside, filing)
        _memory()
    rows = fill.count("signals_concernreport")
    print(f"\n{filed} filed, {rows} reports in the table, {fill.count('signals_sealedtext')} texts, {fill.count('notifications_message')} messages")


def _tell(at_once: int, lean: Measured, bare: Measured, inside: Measured, filing: Measured) -> None:
    say(
        at_once, f"{lean.median:.1f}", f"{bare.median:.1f}", f"{inside.median:.1f}", f"{filing.median:.1f}", f"{filing.median / inside.median:.2f}",
        f"{filing.median / bare.median:.2f}", f"{filing.median / lean.median:.2f}", f"{filing.per_second:.0f}",
        len(lean.failures + bare.failures + inside.failures + filing.failures),
    )  # fmt: skip
    for failure in sorted(set(lean.failures + bare.failures + inside.failures + filing.failures))[:5]:
        print(f"  {failure}")


WARMING = min(100, REPORTS // 10)


def _warm_up(people: "cycle[str]", drafts: "deque[str]") -> None:
    """Every worker has seen every page before anything counts."""
    measure(BARE_PORT, [fill_in_lean] * WARMING + [bare_of(session) for session in islice(people, WARMING)], at_once=16)
    measure(PORT, [_inside_of(session) for session in islice(drafts, WARMING)], at_once=16)
    measure(PORT, [_filing_of(drafts.popleft()) for _each in range(WARMING)], at_once=16)


def _nobody(visitor: Visitor) -> None:
    visitor.cookies.pop("sessionid", None)
    visitor.see("/lean/")


fill_in_lean = Job(before=_nobody, journey=lambda visitor: visitor.form("/lean/", "text=iets"))


def bare_of(session: str) -> Job:
    return _job(session, "/done/", "/", "text=iets")


def _inside_of(session: str) -> Job:
    return _job(session, WIZARD, "/meldingen/bare/", "text=iets")


def _filing_of(session: str) -> Job:
    return _job(session, WIZARD, "/meldingen/zorg-delen/schrijven/controleren/", "submission=")


def _job(session: str, comes_from: str, path: str, fields: str) -> Job:
    """With the session of somebody who logged in."""

    def come(visitor: Visitor) -> None:
        visitor.cookies = {"sessionid": session}
        visitor.see(comes_from)

    return Job(before=come, journey=lambda visitor: visitor.form(path, fields))


def bare_people() -> list[str]:
    """Sessions of people of the bare project, which has a database of its own in the same Postgres."""
    from django.db import connection

    from tests.bench import fill

    fill.execute("CREATE DATABASE bench_bare")
    name = str(connection.settings_dict["NAME"])
    os.environ["BARE_DATABASE_URL"] = os.environ["DATABASE_URL"].replace(f"/{name}?", "/bench_bare?")
    command = [sys.executable, "-c", f"from tests.bench import bare; bare.prepare({BARE_PEOPLE})"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def _memory() -> None:
    """What two web workers and their master hold, shared pages counted once (PSS)."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"127.0.0.1:{PORT}" in (entry / "cmdline").read_text():
                total += int(re.search(r"^Pss:\s+(\d+)", (entry / "smaps_rollup").read_text(), re.MULTILINE)[1])
        except (OSError, TypeError):
            continue
    print(f"\n(e) two web workers and their master: {total / 1024:.0f} MB")
