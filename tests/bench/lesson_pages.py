"""The lessons: the page of one municipality by itself, and of the same beside 342 with a million contacts, 50,000 meetings and 500,000 answer sheets
that were counted; and keeping the figures of a quarter of all 342.

BENCH_FIGURES (20000), BENCH_CONTACTS (1000000), BENCH_MEETINGS (50000) and BENCH_ROUNDS (10, in each municipality): how much there is in the large one.
"""

import os

from tests.bench.jobs import run_job
from tests.bench.meeting_pages import MEETINGS
from tests.bench.pages import CONTACTS, FIGURES, client_of, tell, times_of
from tests.bench.web import say

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "10"))
HERE = 50  # key figures, and meetings, in the municipality that is looked at
CONTACTS_HERE = HERE * CONTACTS // FIGURES
WAY = ("", "vision", "contact", "meetings", "trust")  # the page of all, and of these


def measure_lessons() -> None:
    from tests.bench import fill, network

    network.coordinators()
    small = _measured(HERE, CONTACTS_HERE, HERE, municipalities=1)
    large = _measured(FIGURES, CONTACTS, MEETINGS, municipalities=fill.MUNICIPALITIES)
    print(f"\n(n) pages of lessons, {beside()}\n")
    tell(small, large)
    _freezing()


def _measured(figures: int, contacts: int, meetings: int, *, municipalities: int) -> dict[str, tuple[float, int]]:
    filled(figures, contacts, meetings, municipalities=municipalities)
    coordinator = client_of("coordinator")
    return times_of({each or "all lessons": [(coordinator, f"/lessen/{each}/" if each else "/lessen/")] for each in WAY})


def filled(figures: int, contacts: int, meetings: int, *, municipalities: int) -> None:
    """The municipality that is looked at holds the same each time: what differs is what stands beside it."""
    from tests.bench import gatherings, network, rounds

    rounds.empty()
    gatherings.empty()
    network.empty()
    network.areas()
    network.figures(figures, in_first=HERE)
    network.contacts(contacts)
    gatherings.meetings(meetings, in_first=HERE)
    if not _count("evaluations_questionnaire"):
        rounds.lists()
    rounds.counted(ROUNDS, municipalities=municipalities)


def beside() -> str:
    """What stands beside what, for the head of a table."""
    from tests.bench import fill

    sheets = ROUNDS * fill.MUNICIPALITIES * _sheets_of_a_round()
    return (
        f"{HERE} key figures in one municipality, and the same beside {FIGURES:,} with {CONTACTS:,} contacts,"
        f" {MEETINGS:,} meetings and {sheets:,} answer sheets"
    )


def _freezing() -> None:
    """All figures of the last two quarters for every municipality; and a run that finds them kept."""
    from tests.bench import fill

    print("\n(o) keeping the figures of two quarters\n")
    say("job", "rows in the table", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)
    fill.execute("TRUNCATE approach_frozenfigure")
    run_job("freeze", fill.count("accounts_municipality"))
    run_job("freeze", fill.count("accounts_municipality"))


def _count(table: str) -> int:
    from tests.bench import fill

    return fill.count(table)


def _sheets_of_a_round() -> int:
    from tests.bench import rounds

    return rounds.SHEETS_OF_A_ROUND
