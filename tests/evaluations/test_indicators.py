"""What a report gets: figures with their period, that tell no more than the pages do."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluations import deadlines
from evaluations.models.evaluation import Evaluation
from evaluations.shipped.surveys import SURVEY
from indicators import measuring, registry
from indicators.registry import NOTHING_YET, TOO_FEW, Figure, Line, Period, number, share
from terms.models import Clock
from tests.factories.evaluations import EvaluationFactory, ImprovementFactory, OutcomeFactory, ResponseFactory, published_version

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
YEAR = Period.year_until(LAST)
OVER_BY_APRIL = Period(first=FIRST + timedelta(days=1), last=LAST + timedelta(days=1))  # what was due from FIRST until LAST
MARCH, BEFORE = datetime(2026, 3, 31, 12, tzinfo=UTC), datetime(2025, 9, 1, 12, tzinfo=UTC)
TRUST = uuid4()


def held(municipality, closed_at, *, counts=None, answered=10):
    version = published_version(municipality, {"identity": TRUST, "counts_for_trust": True}, {})
    times = {"opened_at": closed_at - timedelta(days=21), "closed_at": closed_at, "counted_at": closed_at + timedelta(days=1)}
    evaluation = EvaluationFactory(municipality=municipality, counted=True, questions=version, **times)
    ResponseFactory(evaluation=evaluation, answered=answered)
    if counts:
        OutcomeFactory(evaluation=evaluation, identity=TRUST, counts=counts)
    return evaluation


def promise(evaluation, *, due_at, kept_at=None, **more):
    given = {"promised_at": due_at - timedelta(days=21), "working_days": 15, "due_at": due_at, "kept_at": kept_at, "subject": evaluation.uuid, **more}
    return Clock.objects.create(municipality=evaluation.municipality, kind=deadlines.SHARE_BACK, owner=evaluation.owner, **given)


def figure(code, municipality, period=YEAR):
    return measuring.measure(municipality, period, indicators=[registry.named(f"evaluations.{code}")])[f"evaluations.{code}"].figure


def test_shared_in_time_is_about_evaluations_and_not_about_who_waits(waterveen):
    in_time, late, open_one, gone = (held(waterveen, BEFORE - timedelta(days=day)) for day in range(4))
    for _person in range(3):
        promise(in_time, due_at=MARCH, kept_at=MARCH - timedelta(days=1))
    promise(late, due_at=MARCH, kept_at=MARCH - timedelta(days=1))
    promise(late, due_at=MARCH, kept_at=MARCH + timedelta(days=1))
    promise(open_one, due_at=MARCH)
    promise(gone, due_at=MARCH, ended_at=MARCH)
    promise(held(waterveen, BEFORE - timedelta(days=5)), due_at=MARCH + timedelta(days=1))

    assert figure("shared", waterveen, OVER_BY_APRIL) == share(1, 3)


def test_improvements_that_were_due_and_how_many_are_done(waterveen, oeverland):
    evaluation = held(waterveen, BEFORE)
    ended = {"ended_at": MARCH, "outcome": "Wij bellen nu terug."}
    ImprovementFactory(evaluation=evaluation, due_on=FIRST, state="done", **ended)
    ImprovementFactory(evaluation=evaluation, due_on=LAST, state="dropped", **ended)
    ImprovementFactory(evaluation=evaluation, due_on=LAST)
    ImprovementFactory(evaluation=evaluation, due_on=LAST + timedelta(days=1), state="done", **ended)
    ImprovementFactory(evaluation=held(oeverland, BEFORE), due_on=LAST, state="done", **ended)

    assert figure("improved", waterveen, OVER_BY_APRIL) == share(1, 3)


def answered(municipality, code, counts, *, closed_at=MARCH):
    """A round with one of our questions."""
    question = next(each for each in SURVEY.questions if each.code == code)
    version = published_version(municipality, {"identity": question.identity, "counts_for_trust": question.counts_for_trust})
    times = {"opened_at": closed_at - timedelta(days=21), "closed_at": closed_at, "counted_at": closed_at + timedelta(days=1)}
    evaluation = EvaluationFactory(municipality=municipality, counted=True, questions=version, **times)
    ResponseFactory(evaluation=evaluation)
    if counts:
        OutcomeFactory(evaluation=evaluation, identity=question.identity, counts=counts)
    return evaluation


def test_rounds_and_trust_of_the_newest_of_the_period(waterveen, oeverland):
    held(waterveen, BEFORE, counts={"1": 3, "3": 4, "5": 3})
    held(waterveen, MARCH, counts={"2": 2, "3": 2, "4": 4, "5": 2})
    held(waterveen, MARCH + timedelta(days=1), counts={"1": 5, "2": 5})
    held(oeverland, MARCH, counts={"1": 5, "2": 5})

    assert figure("rounds", waterveen) == number(2)
    assert figure("trust", waterveen) == Figure(value=Decimal("3.6"))
    assert figure("trust", waterveen, Period(first=FIRST, last=MARCH.date() - timedelta(days=1))) == NOTHING_YET


def test_no_round_in_the_year_is_none_once_there_was_one_and_nothing_yet_before(waterveen):
    assert figure("rounds", waterveen) == NOTHING_YET

    held(waterveen, BEFORE)
    assert figure("rounds", waterveen, Period(first=FIRST, last=LAST)) == number(0)


@pytest.mark.parametrize(("code", "question"), [("process_known", "how_to_share"), ("respect", "respect")])
def test_what_was_answered_to_one_of_our_questions(waterveen, code, question):
    assert figure(code, waterveen) == NOTHING_YET

    answered(waterveen, question, {"1": 2, "3": 2, "4": 4, "5": 2})

    assert figure(code, waterveen) == Figure(value=Decimal("3.4"))


@pytest.mark.parametrize("agree", [8, 9, 10])
def test_when_nearly_all_answered_alike_the_mean_is_about_and_the_same(waterveen, agree):
    answered(waterveen, "respect", {"4": agree, "1": 10 - agree})

    assert figure("respect", waterveen) == Figure(value=Decimal("4.0"), is_rounded=True)


def test_a_question_that_too_few_answered_has_no_number(waterveen):
    answered(waterveen, "respect", None)

    assert figure("respect", waterveen) == TOO_FEW
    assert figure("trust", waterveen) == TOO_FEW


def test_what_is_due_on_the_last_day_is_not_late_yet(waterveen):
    evaluation = held(waterveen, BEFORE)
    promise(evaluation, due_at=MARCH)
    ImprovementFactory(evaluation=evaluation, due_on=LAST)

    assert figure("shared", waterveen) == NOTHING_YET
    assert figure("improved", waterveen) == NOTHING_YET
    assert figure("shared", waterveen, Period.year_until(LAST + timedelta(days=1))).value == 0
    assert figure("improved", waterveen, Period.year_until(LAST + timedelta(days=1))).value == 0


def test_what_was_learned_is_what_the_network_was_told_and_what_became_of_it_then(waterveen, oeverland):
    told = held(waterveen, BEFORE)
    Evaluation.objects.filter(pk=told.pk).update(state="shared", shared_at=BEFORE + timedelta(days=9))
    ended = {"ended_at": MARCH, "outcome": "Wij bellen nu binnen een week."}
    ImprovementFactory(evaluation=told, what="Eerder terugbellen", is_told=True, state="done", **ended)
    ImprovementFactory(evaluation=told, what="Een groter gebouw", is_told=True, state="dropped", ended_at=MARCH, outcome="Er is geen geld voor.")
    ImprovementFactory(evaluation=told, what="Een rooster", is_told=True, due_on=date(2026, 6, 1))
    ImprovementFactory(evaluation=told, what="Niet verteld", is_told=False, state="done", **ended)
    ImprovementFactory(evaluation=held(waterveen, MARCH), what="Nog niet verteld", is_told=True)
    other = held(oeverland, BEFORE)
    Evaluation.objects.filter(pk=other.pk).update(state="shared", shared_at=BEFORE)
    ImprovementFactory(evaluation=other, what="Van een ander", is_told=True, state="done", **ended)
    tell = registry.lines_named("evaluations.learned").tell

    assert sorted(tell(waterveen, YEAR), key=lambda line: line.title) == [
        Line(title="Een groter gebouw", text="Dit doen wij niet: Er is geen geld voor."),
        Line(title="Een rooster", text="Wij werken eraan, uiterlijk tot 1\N{NO-BREAK SPACE}juni\N{NO-BREAK SPACE}2026."),
        Line(title="Eerder terugbellen", text="Wij bellen nu binnen een week."),
    ]
    assert len(tell(waterveen, Period(first=FIRST, last=LAST))) == 2  # what ended in it
    assert not tell(waterveen, Period(first=date(2025, 10, 1), last=date(2025, 12, 31)))


@pytest.mark.parametrize("many", [1, 3])
def test_each_takes_as_many_statements_for_three_rounds_as_for_one(waterveen, many):
    for turn in range(many):
        evaluation = held(waterveen, MARCH - timedelta(days=turn), counts={"1": 3, "3": 4, "5": 3})
        promise(evaluation, due_at=MARCH)
        ImprovementFactory(evaluation=evaluation, due_on=LAST)
    taken = {}
    for code in ("rounds", "trust", "process_known", "respect", "shared", "improved"):
        with CaptureQueriesContext(connection) as queries:
            figure(code, waterveen)
        taken[code] = len([query for query in queries if "SAVEPOINT" not in query["sql"]])

    assert taken == {"rounds": 1, "trust": 5, "process_known": 4, "respect": 4, "shared": 1, "improved": 1}
