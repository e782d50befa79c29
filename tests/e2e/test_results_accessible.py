"""What came out, as who reads it sees it: on a phone, at a desk, and on paper. The drawings too are checked by axe."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.e2e.visitors import DESK
from tests.factories.evaluations import EvaluationFactory, OpenAnswerFactory, OutcomeFactory, ResponseFactory, published_version

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WORDS = (
    "De gemeente komt na wat zij belooft.", "Ik vertrouw mijn contactpersoon.", "Ik kan alles zeggen wat ik wil.", "Ik hoor wat er met mijn signaal gebeurt.",
    "De gemeente vraagt niet te veel van mij.", "In het netwerk komt iedereen aan bod.",
)
SCALE = [{"identity": uuid4(), "words": {"nl": words}, "counts_for_trust": place < 3} for place, words in enumerate(WORDS)]
GRADE = {"identity": uuid4(), "kind": "ten", "words": {"nl": "Welk cijfer geeft u de samenwerking?"}}
WAYS = {"identity": uuid4(), "kind": "several", "words": {"nl": "Hoe hebben wij contact?"}, "choices": [
    {"code": "a", "words": {"nl": "Bellen"}}, {"code": "b", "words": {"nl": "Langskomen"}}, {"code": "c", "words": {"nl": "Mailen"}},
]}
IDEAS = {"identity": uuid4(), "kind": "open", "words": {"nl": "Wat kan beter?"}}
OURS = (*SCALE, GRADE, WAYS, IDEAS)
SPREADS = (
    {"1": 1, "2": 1, "3": 3, "4": 8, "5": 5, "x": 2}, {"1": 0, "2": 0, "3": 1, "4": 9, "5": 10, "x": 0}, {"1": 2, "2": 4, "3": 4, "4": 6, "5": 4, "x": 0},
    {"1": 5, "2": 6, "3": 4, "4": 3, "5": 1, "x": 1}, {"1": 2, "2": 2, "3": 6, "4": 6, "5": 2, "x": 2}, {"1": 1, "2": 3, "3": 5, "4": 6, "5": 4, "x": 1},
)


def held(marieke, closed_at, turn):
    here = {"municipality": marieke.municipality, "owner": marieke}
    versions = {"questions": published_version(marieke.municipality, *OURS), "mirror": published_version(marieke.municipality, *SCALE, use="mirror")}
    evaluation = EvaluationFactory(**here, **versions, counted=True, closed_at=closed_at, title=f"Vragen aan het netwerk, ronde {turn}")
    ResponseFactory(evaluation=evaluation, asked=31, answered=20)
    ResponseFactory(evaluation=evaluation, group="officials", asked=9, answered=8)
    for place, question in enumerate(SCALE):
        OutcomeFactory(evaluation=evaluation, identity=question["identity"], counts=SPREADS[(place + 3 - turn) % 6])
        OutcomeFactory(evaluation=evaluation, identity=question["identity"], group="officials", counts={"1": 0, "2": 1, "3": 2, "4": 3, "5": 2, "x": 0})
    OutcomeFactory(evaluation=evaluation, identity=GRADE["identity"], counts={"4": 2, "6": 3, "7": 7, "8": 6, "9": 2})
    OutcomeFactory(evaluation=evaluation, identity=WAYS["identity"], counts={"a": 14, "b": 9, "c": 1}, answered=20)
    for number in range(10):
        OpenAnswerFactory(evaluation=evaluation, identity=IDEAS["identity"], text=f"Bel eerder terug, ook als er nog niets is. ({number})")
    return evaluation


@pytest.mark.parametrize("screen", [DESK, {"width": 360, "height": 740}, {"width": 320, "height": 640}], ids=["desk", "phone", "zoomed"])
def test_results_with_a_mirror_and_a_trend(enter, marieke, screen):
    for turn in range(1, 4):
        evaluation = held(marieke, timezone.now() - timedelta(days=180 * (3 - turn) + 3), turn)
    she = enter(marieke, screen=screen)

    she.go(reverse("evaluations:evaluation_detail", args=[evaluation.uuid]))
    she.link("Lees wat eruit kwam")
    she.reads("Sleutelfiguren geven het vertrouwen een")
    she.reads("De spiegel")
    she.open("Bekijk als tabel")
    she.look()


def test_results_of_too_few(enter, marieke):
    evaluation = EvaluationFactory(municipality=marieke.municipality, owner=marieke, counted=True)
    ResponseFactory(evaluation=evaluation, asked=6, answered=None)
    she = enter(marieke)

    she.go(reverse("evaluations:result", args=[evaluation.uuid]))
    she.reads("Te weinig mensen gaven antwoord")
