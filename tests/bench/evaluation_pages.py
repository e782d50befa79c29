"""Around evaluations: opening a round for 20,000 people, sending answers, and the results with a trend over ten rounds beside one.

BENCH_SHEETS (2000): how many people send their answers. The ten rounds of 342 municipalities stand for 500,000 sheets that were counted.
"""

import os
from itertools import cycle, islice

from tests.bench.filing import bare_of, bare_people, fill_in_lean
from tests.bench.jobs import run_job
from tests.bench.load import TOKEN, Job, Measured, Visitor, measure
from tests.bench.pages import client_of, tell, times_of
from tests.bench.web import BARE_PORT, PORT, say, web

PEOPLE = 20_000
HERE = 50  # key figures in the municipality that is looked at
ROUNDS = 10
SHEETS = int(os.environ.get("BENCH_SHEETS", "2000"))
AT_ONCE = 8
BLOCKS = 4
WARMING = 100


def measure_evaluations() -> None:
    from tests.bench import fill, network, rounds

    network.coordinators()
    network.empty()
    network.areas()
    network.figures(PEOPLE, in_first=HERE)
    rounds.lists()
    _results()
    _opening()
    _sending()
    _head("(m) sealing all sheets anew")
    run_job("seal", fill.count("evaluations_sheet"))


def _results() -> None:
    from tests.bench import fill, rounds

    found = []
    for number, municipalities in ((1, 1), (ROUNDS, fill.MUNICIPALITIES)):
        rounds.empty()
        rounds.counted(number, municipalities=municipalities)
        found.append(_pages())
    sheets = ROUNDS * fill.MUNICIPALITIES * rounds.SHEETS_OF_A_ROUND
    print(f"\n(j) pages of evaluations, one round in one municipality, and {ROUNDS} rounds in each of {fill.MUNICIPALITIES} ({sheets:,} sheets)\n")
    tell(*found)


def _pages() -> dict[str, tuple[float, int]]:
    from evaluations.models.evaluation import Evaluation

    coordinator, newest = client_of("coordinator"), Evaluation.objects.order_by("municipality", "-opens_on").first()
    return times_of(
        {
            "list": [(coordinator, "/evaluaties/?toon=klaar")],
            "evaluation": [(coordinator, f"/evaluaties/{newest.uuid}/")],
            "results with trend": [(coordinator, f"/evaluaties/{newest.uuid}/uitkomsten/")],
        },
    )


def _opening() -> None:
    from tests.bench import fill, rounds

    _head("(k) opening a round")
    rounds.planned()
    fill.settle()
    run_job("open", fill.count("accounts_membership"))
    people = fill.count("evaluations_participant")
    if people < PEOPLE // 2:
        print(f"only {people} were asked")


def _head(title: str) -> None:
    print(f"\n{title}\n")
    say("job", "rows in the table", "handled", "seconds", "peak memory, MB")
    say(*["---"] * 5)


def _sending() -> None:
    """A look at all answers and the post that sends them, by people who filled in the pages before. Beside bare forms on the same server."""
    from evaluations.links import answer_link
    from evaluations.models.sheet import Participant

    everybody = list(Participant.objects.with_evaluation().order_by("?")[: SHEETS + WARMING])
    asked, more = everybody[:SHEETS], everybody[SHEETS:]
    jobs, warming = [_sending_of(answer_link(each), each) for each in asked], [_sending_of(answer_link(each), each) for each in more]
    people, each = cycle(bare_people()), SHEETS // BLOCKS
    found, bare, barest = Measured(), Measured(), Measured()
    with web("tests.bench.bare:application", workers=2, port=BARE_PORT), web("sleutelfiguren.wsgi", workers=2):
        measure(PORT, warming, at_once=AT_ONCE)  # every worker has seen every page before anything counts
        measure(BARE_PORT, [fill_in_lean] * WARMING + [bare_of(session) for session in islice(people, WARMING)], at_once=AT_ONCE)
        for block in range(BLOCKS):
            barest += measure(BARE_PORT, [fill_in_lean] * each, at_once=AT_ONCE)
            bare += measure(BARE_PORT, [bare_of(session) for session in islice(people, each)], at_once=AT_ONCE)
            found += measure(PORT, jobs[block * each : (block + 1) * each], at_once=AT_ONCE)
    print(f"\n(l) sending a sheet of 20 answers, {AT_ONCE} at once\n")
    say("lean, ms", "new project, ms", "sheet, ms", "ratio to new project", "to lean", "sent", "failed")
    say(*["---"] * 7)
    say(
        f"{barest.median:.1f}", f"{bare.median:.1f}", f"{found.median:.1f}", f"{found.median / bare.median:.2f}", f"{found.median / barest.median:.2f}",
        len(found.times), len(found.failures),
    )  # fmt: skip
    for failure in sorted(set(found.failures + bare.failures + barest.failures))[:5]:
        print(f"  {failure}")


def _sending_of(link: str, participant: object) -> Job:
    from evaluations.forms.answers import name_of

    evaluation = participant.evaluation
    path = f"/vragen-aan-u/{evaluation.uuid}/"
    names = [name_of(identity) for identity in evaluation.questions.questions.values_list("identity", flat=True)]
    fields = "&".join(f"{name}=4" for name in names)

    def fill_in(visitor: Visitor) -> None:
        visitor.cookies = {}
        visitor.ask("GET", link)
        status, page, _location = visitor.ask("GET", f"{path}deel/1/")
        token = TOKEN.search(page)
        if status != 200 or token is None:
            raise ValueError(f"questions {status}")
        status, _page, _location = visitor.ask("POST", f"{path}deel/1/", f"csrfmiddlewaretoken={token[1].decode()}&{fields}")
        if status != 302:
            raise ValueError(f"answers {status}")

    return Job(before=fill_in, journey=lambda visitor: visitor.form(f"{path}nakijken/", f"version={evaluation.questions.uuid}"))
