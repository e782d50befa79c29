"""The cooperation with a key figure is reconsidered: both sides heard, two officials decide, and she sees each step."""

import pytest

from keyfigures.models.reconsideration import Reconsideration
from tests.e2e.visitors import DESK
from tests.factories.accounts import MembershipFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
FACT = "Op 2 juni deelde u in de groep een bericht van een ander."
HERS = "Ik had het gevraagd, en ik mocht het delen."
WHY = "Wij spraken af hoe u berichten deelt. De samenwerking gaat verder."


@pytest.fixture
def pim(waterveen, marieke):
    """A second coordinator."""
    return MembershipFactory(coordinator=True, municipality=waterveen, user__name="Pim Bos")


@pytest.fixture
def annemarie(waterveen):
    return MembershipFactory(team_lead=True, municipality=waterveen, user__name="Anne-Marie Smit")


def test_both_are_heard_and_two_others_decide(enter, robin, marieke, pim, annemarie):
    at_robin = enter(robin.member)
    at_marieke, at_pim, at_annemarie = (enter(each, screen=DESK) for each in (marieke, pim, annemarie))

    marieke_raises_the_question(at_marieke)
    robin_reads_it_and_tells_her_side(at_robin)
    marieke_records_the_talk(at_marieke)
    pim_proposes(at_pim)
    robin_sees_that_it_is_no_decision_yet(at_robin)
    annemarie_agrees(at_annemarie)
    robin_gets_the_decision(at_robin)

    assert Reconsideration.objects.get().state == "decided"


def marieke_raises_the_question(she):
    she.go("/sleutelfiguren/")
    she.link("Robin")
    she.link("Samen heroverwegen")
    she.reads("Robin hoort het meteen")
    she.fill("Wat heb je zelf gezien of gehoord?", "U bent altijd onbetrouwbaar.")
    she.button("Stel de vraag")
    she.reads("oordeel")
    she.fill("Wat heb je zelf gezien of gehoord?", FACT)
    she.button("Stel de vraag")
    she.reads(FACT)


def robin_reads_it_and_tells_her_side(she):
    she.go("/")
    she.link("Wij praten met u over de samenwerking")
    she.reads(FACT, "U ziet alles wat hier staat")
    she.fill("Hoe ziet u het?", HERS)
    she.button("Verstuur mijn kant")
    she.reads(HERS)


def marieke_records_the_talk(she):
    she.go("/")
    she.link("Leg het gesprek vast")
    she.reads(HERS)
    she.button("Leg gesprek vast")
    she.reads("Nu beslissen twee collega’s")


def pim_proposes(he):
    he.go("/")
    he.link("Neem een besluit")
    he.reads(FACT, HERS)
    he.choose("Samen verdergaan")
    he.fill("Waarom?", WHY)
    he.button("Stel uitkomst voor")


def robin_sees_that_it_is_no_decision_yet(she):
    she.go("/")
    she.link("U hoort het besluit")
    she.reads("nog geen besluit", "Pim Bos", WHY)


def annemarie_agrees(she):
    she.go("/")
    she.link("Neem een besluit")
    she.button("Eens: besluit dit")


def robin_gets_the_decision(she):
    she.go("/mijn/")
    she.link("Lees hoe het staat")
    she.reads(WHY, "U kunt bezwaar maken", "Pim Bos", "Anne-Marie Smit")
