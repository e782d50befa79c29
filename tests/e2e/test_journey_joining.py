"""From the page "Meedoen" to a key figure with an agreement that both confirmed."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from keyfigures.models.figure import KeyFigure
from notifications import delivery
from tests.e2e.visitors import DESK, ScriptlessVisitor, Visitor
from tests.factories.keyfigures import AgreementTemplateFactory, AreaFactory, NetworkSettingsFactory
from tests.papers import words_on

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
HERS = "Ik wil weten wat er met mijn ideeën gebeurt."
OURS = "Wij hopen dat u ons vertelt wat er leeft in Noord."


@pytest.fixture(autouse=True)
def open_page(waterveen):
    cache.clear()
    NetworkSettingsFactory(municipality=waterveen)
    AgreementTemplateFactory(municipality=waterveen)
    AreaFactory(municipality=waterveen, name="Noord")


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor], ids=["phone", "no-javascript"])
def test_from_meedoen_to_an_agreement_of_both(enter, marieke, kind):
    at_fatima = enter(kind=kind)
    at_marieke = enter(marieke, kind=kind, screen=DESK)

    she_leaves_her_name(at_fatima)
    she_confirms_it_by_mail(at_fatima)
    marieke_meets_her_and_begins_the_agreement(at_marieke)
    she_writes_and_confirms(at_fatima)
    marieke_writes_and_confirms(at_marieke)
    she_confirms_what_was_added(at_fatima)
    the_paper_holds_both_texts(at_fatima)
    she_is_a_key_figure(at_fatima, at_marieke)


def she_leaves_her_name(she):
    she.go("/meedoen/waterveen/")
    she.reads("Wat u niet doet", "Wat u terugkrijgt", "Dat hoeft niet")
    she.fill("Hoe mogen wij u noemen?", "Fatima")
    she.fill("Uw mailadres", "fatima")
    she.button("Meld mij aan")
    she.reads("Schrijf uw mailadres")
    she.fill("Uw mailadres", "fatima@voorbeeld.example")
    she.select("In welk deel", "Noord")
    she.button("Meld mij aan")
    she.reads("Kijk in uw mail")


def she_confirms_it_by_mail(she):
    delivery.deliver_waiting(at=timezone.now())
    link = re.search(r"/meedoen/bevestigen/\S+", mail.outbox[-1].body).group()
    she.go(link)
    she.reads("Geen geloof, geen afkomst")
    she.link("Bekijk alles wat wij nu van u bewaren")
    she.reads("fatima@voorbeeld.example")
    she.link("Terug")
    she.button("Ja, dit wil ik")
    she.reads("Welkom, Fatima")
    she.link("Niet nu")
    she.reads("Dag Fatima", "Marieke de Vries")


def marieke_meets_her_and_begins_the_agreement(she):
    she.go("/")
    she.link("Fatima")
    she.button("Maak kennis")
    she.go("/sleutelfiguren/fasen/")
    she.reads("Fatima")
    she.button("Maak afspraken")
    she.reads("Fatima")


def she_writes_and_confirms(she):
    she.go("/")
    she.link("afspraken")
    she.reads("Uw afspraken wachten op u")
    she.open("Schrijf mijn deel")
    she.fill("Wat verwacht u van ons?", HERS)
    she.button("Bewaar mijn deel")
    she.button("Ik bevestig de afspraken")
    she.reads("U hebt bevestigd")


def marieke_writes_and_confirms(she):
    she.go("/")
    she.link("Fatima")
    she.link("afspraken")
    she.reads(HERS)
    she.open("Schrijf het deel van de gemeente")
    she.fill("Wat verwachten wij van Fatima?", OURS)
    she.button("Bewaar mijn deel")
    she.button("Bevestig namens de gemeente")
    she.reads("Nu moet Fatima bevestigen")


def she_confirms_what_was_added(she):
    she.go("/mijn/afspraken/")
    she.reads(OURS)
    she.button("Ik bevestig de afspraken")
    she.reads("Deze afspraken gelden sinds")


def the_paper_holds_both_texts(she):
    told = words_on(she.download("Bewaar als pdf"))
    assert [words for words in (HERS, OURS, "Fatima", "Marieke de Vries") if words not in told] == []


def she_is_a_key_figure(she, marieke):
    she.go("/")
    she.link("Zorg delen")
    marieke.go("/sleutelfiguren/")
    marieke.reads("Fatima")
    assert KeyFigure.objects.get().stage == "active"
