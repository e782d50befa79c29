"""Who leaves hands over the evaluations that she holds: whoever takes them owes what comes after, too."""

from datetime import timedelta
from uuid import uuid4

import pytest

from evaluations import deadlines
from evaluations.actions import handover as of_evaluations
from evaluations.actions import planning, rounds
from evaluations.models.evaluation import Evaluation
from sleutelfiguren import handover
from terms.handover import parts_of
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory, ImprovementFactory, published_version
from tests.factories.keyfigures import AT, TODAY


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def held(owner, state, **more):
    moments = {
        "planned": {}, "open": {"opened_at": AT}, "closed": {"opened_at": AT, "closed_at": AT}, "shared": {"opened_at": AT, "closed_at": AT, "shared_at": AT},
        "cancelled": {"cancelled_at": AT},
    }
    return EvaluationFactory(municipality=owner.municipality, owner=owner, state=state, **moments[state], **more)


@pytest.mark.parametrize(("state", "goes"), [("planned", True), ("open", True), ("closed", True), ("shared", False), ("cancelled", False)])
def test_an_evaluation_goes_over_until_it_is_shared_back_or_cancelled(pim, marieke, annemarie, state, goes):
    evaluation = held(pim, state)
    held(pim, "planned", kind="process", questions=None)

    handover.hand_over(pim, to=marieke, by=annemarie, at=AT)

    assert Evaluation.objects.get(pk=evaluation.pk).owner == (marieke if goes else pim)


def test_who_took_it_owes_that_it_is_prepared_and_what_is_promised_when_it_closes(pim, marieke, annemarie):
    evaluation = planning.plan(
        by=pim, at=AT, submission=uuid4(), kind="survey", title="Hoe gaat het", opens_on=TODAY + timedelta(days=9), closes_on=TODAY + timedelta(days=30),
        questions=published_version(pim.municipality),
    )

    handover.hand_over(pim, to=marieke, by=annemarie, at=AT)
    assert Clock.objects.open().get(kind=deadlines.PREPARE).owner == marieke

    Evaluation.objects.filter(pk=evaluation.pk).update(state="open", opened_at=AT)
    rounds.close_due(at=AT + timedelta(days=40))
    assert Clock.objects.open().get(kind=deadlines.SHARE_BACK, subject=evaluation.uuid).owner == marieke


def test_who_may_not_plan_evaluations_is_no_successor_of_who_holds_one(pim, thijs):
    held(pim, "planned")

    assert [(str(part.label), part.number, part.permission) for part in parts_of(pim)] == [("Evaluaties die zij houdt", 1, "evaluations.manage")]
    assert not thijs.may("evaluations.manage")


def test_evaluations_and_improvements_of_others_stay_where_they_are(pim, marieke, annemarie):
    hers, improvement = held(marieke, "planned"), ImprovementFactory(evaluation=held(marieke, "closed"), owner=marieke)
    third = MembershipFactory(coordinator=True, municipality=pim.municipality)
    held(pim, "open")

    handover.hand_over(pim, to=third, by=annemarie, at=AT)

    hers.refresh_from_db()
    improvement.refresh_from_db()
    assert (hers.owner, improvement.owner) == (marieke, marieke)


def test_who_left_and_still_holds_one_is_found(pim, marieke):
    held(pim, "open")
    held(marieke, "shared")
    for member in (pim, marieke):
        type(member).objects.filter(pk=member.pk).update(end_date=TODAY - timedelta(days=1))

    assert set(of_evaluations.SOURCE.left(TODAY)) == {pim.pk}
