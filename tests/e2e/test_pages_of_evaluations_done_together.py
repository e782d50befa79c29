"""The plan, the process and the request: from choosing who reads to a PDF, by keyboard names only; axe on every page, at 320 pixels too."""

import pytest
from django.utils import timezone

from evaluations.actions import plan
from evaluations.models.plan import PlanReading
from tests.e2e.visitors import DESK, ScriptlessVisitor
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory, PlanEvaluationFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ZOOMED = {"width": 320, "height": 640}


@pytest.fixture
def esther(waterveen):
    return MembershipFactory(evaluator=True, municipality=waterveen, user__name="Esther Vos")


def both_widths(she, path):
    found = []
    she.page.goto(she.base + path)
    for screen in (DESK, ZOOMED):
        she.page.set_viewport_size(screen)
        found += [f"{path}: {fault}" for fault in she.faults()]
    return found


def test_two_read_a_plan_alone_without_javascript_and_lay_their_answers_side_by_side(enter, waterveen, marieke, esther):
    row = PlanEvaluationFactory(municipality=waterveen, owner=marieke)
    she, her = enter(marieke, kind=ScriptlessVisitor), enter(esther, kind=ScriptlessVisitor)
    she.go(f"/evaluaties/{row.uuid}/")
    she.link("Kies wie het plan leest")
    for name in ("Esther Vos", marieke.name):
        she.page.get_by_label(name).check()
    she.page.get_by_label("Met welke checklist?").select_option(index=0)
    she.button("Vraag hen")
    she.reads("Zolang leest niemand wat een ander antwoordde")
    for who, choice in ((her, "Helemaal oneens"), (she, "Helemaal eens")):
        member = esther if who is her else marieke
        reading = PlanReading.objects.get(evaluator=member)
        who.go(plan.path_of(reading))
        for each in who.page.get_by_label(choice, exact=True).all():
            each.check()
        who.button("Lever in")
    she.link("Vergelijk de antwoorden")
    she.reads("4 stappen uit elkaar")
    she.page.get_by_role("link", name="Schrijf op wat jullie afspreken").first.click()
    she.fill("Wat spreken jullie af?", "Wij maken het doel kleiner.")
    she.button("Leg vast")
    she.reads("Wij maken het doel kleiner.")


def test_their_pages_are_open_to_everybody(enter, waterveen, marieke, esther):
    at = timezone.now()
    fresh = PlanEvaluationFactory(municipality=waterveen, owner=marieke, state="planned", opened_at=None)
    row = PlanEvaluationFactory(municipality=waterveen, owner=marieke)
    plan.begin(row, by=marieke, at=at, evaluators=[marieke, esther], questions=row.questions)
    hers = PlanReading.objects.get(evaluator=esther)
    she, faults = enter(marieke, screen=DESK), []
    mine = PlanReading.objects.get(evaluator=marieke)
    for path in (f"/evaluaties/{fresh.uuid}/plan/lezers/", f"/evaluaties/{row.uuid}/", plan.path_of(mine), f"{plan.path_of(hers)}iemand-anders/"):
        faults += both_widths(she, path)
    identities = list(plan.questions_of(row).values_list("identity", flat=True))
    for reading in (hers, mine):
        answers = {identity: plan.Answer("4", "Het staat er helder in.") for identity in identities}
        plan.hand_in(reading, by=reading.evaluator, at=at, edits=1, answers=answers)
    for path in (plan.path_of(mine), f"/evaluaties/{row.uuid}/plan/naast-elkaar/", f"/evaluaties/{row.uuid}/plan/naast-elkaar/{identities[0]}/"):
        faults += both_widths(she, path)
    process = EvaluationFactory(municipality=waterveen, owner=marieke, kind="process", questions=None, opened=True)
    effect = EvaluationFactory(municipality=waterveen, owner=marieke, kind="effect", questions=None, opened=True)
    here = f"/evaluaties/{process.uuid}/stappen/"
    for path in (f"/evaluaties/{process.uuid}/", here, f"{here}1/", f"{here}5/", f"/evaluaties/{effect.uuid}/", f"/evaluaties/{effect.uuid}/aanvraag/"):
        faults += both_widths(she, path)

    assert not faults, "\n".join(faults)
