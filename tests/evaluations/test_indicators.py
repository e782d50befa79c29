"""What a report gets: figures with their period, that tell no more than the pages do."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from evaluations import deadlines
from evaluations.indicators import Responded, indicators_in
from meetings.querysets.shares import Share
from terms.models import Clock
from tests.factories.evaluations import EvaluationFactory, ImprovementFactory, OutcomeFactory, ResponseFactory, published_version

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
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


def test_a_round_of_the_period_with_its_response_and_trust_and_the_trend_before_it(waterveen, oeverland):
    held(waterveen, BEFORE, counts={"1": 3, "3": 4, "5": 3})
    held(waterveen, MARCH, counts={"2": 2, "3": 2, "4": 4, "5": 2, "x": 1})
    held(waterveen, MARCH + timedelta(days=1), counts={"1": 5, "2": 5})
    held(oeverland, MARCH, counts={"1": 5, "2": 5})

    found = indicators_in(waterveen, first=FIRST, last=LAST)

    assert [(each.closed_on, each.responses, each.trust) for each in found.rounds] == [
        (date(2026, 3, 31), {"key_figures": Responded(asked=14, answered=10)}, {"key_figures": Decimal("3.6")}),
    ]
    assert [each.trust for each in found.trend] == [{"key_figures": Decimal("3.0")}, {"key_figures": Decimal("3.6")}]


def test_too_few_answers_have_no_number(waterveen):
    held(waterveen, MARCH, answered=None)

    (only,) = indicators_in(waterveen, first=FIRST, last=LAST).rounds

    assert only.responses == {"key_figures": Responded(asked=14, answered=None)}
    assert only.trust == {"key_figures": None}


@pytest.mark.parametrize("agree", [8, 9, 10])
def test_when_nearly_all_agree_the_number_is_the_same(waterveen, agree):
    held(waterveen, MARCH, counts={"4": agree, "1": 10 - agree})

    assert indicators_in(waterveen, first=FIRST, last=LAST).rounds[0].trust == {"key_figures": Decimal("4.0")}


def test_shared_in_time_is_about_evaluations_and_not_about_who_waits(waterveen):
    in_time, late, open_one, gone = (held(waterveen, BEFORE - timedelta(days=day)) for day in range(4))
    for _person in range(3):
        promise(in_time, due_at=MARCH, kept_at=MARCH - timedelta(days=1))
    promise(late, due_at=MARCH, kept_at=MARCH - timedelta(days=1))
    promise(late, due_at=MARCH, kept_at=MARCH + timedelta(days=1))
    promise(open_one, due_at=MARCH)
    promise(gone, due_at=MARCH, ended_at=MARCH)
    promise(held(waterveen, BEFORE - timedelta(days=5)), due_at=MARCH + timedelta(days=1))

    assert indicators_in(waterveen, first=FIRST, last=LAST).shared_in_time == Share(part=1, of=3)


def test_improvements_that_were_due_and_how_many_are_done(waterveen, oeverland):
    evaluation = held(waterveen, BEFORE)
    ended = {"ended_at": MARCH, "outcome": "Wij bellen nu terug."}
    ImprovementFactory(evaluation=evaluation, due_on=FIRST, state="done", **ended)
    ImprovementFactory(evaluation=evaluation, due_on=LAST, state="dropped", **ended)
    ImprovementFactory(evaluation=evaluation, due_on=LAST)
    ImprovementFactory(evaluation=evaluation, due_on=LAST + timedelta(days=1), state="done", **ended)
    ImprovementFactory(evaluation=held(oeverland, BEFORE), due_on=LAST, state="done", **ended)

    assert indicators_in(waterveen, first=FIRST, last=LAST).improved == Share(part=1, of=3)


def test_nothing_held_is_nothing_and_no_fault(waterveen):
    found = indicators_in(waterveen, first=FIRST, last=LAST)

    assert (list(found.rounds), list(found.trend), found.shared_in_time, found.improved) == ([], [], Share(part=0, of=0), Share(part=0, of=0))


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_number_of_statements_does_not_grow(waterveen, rounds, django_assert_num_queries):
    for turn in range(rounds):
        held(waterveen, MARCH - timedelta(days=turn), counts={"1": 3, "3": 4, "5": 3})

    with django_assert_num_queries(7):
        indicators_in(waterveen, first=FIRST, last=LAST)
