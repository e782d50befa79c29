"""A new municipality writes and adopts its vision with the keyboard, and tells everybody about it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from approach.models.vision import Goal, Vision
from tests.e2e.visitors import DESK, KeyboardVisitor
from tests.factories.accounts import MembershipFactory
from tests.papers import facts_of, words_on

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
PROBLEM, NEVER = "Buren praten niet meer met elkaar.", "Wij vragen nooit om namen."


def test_from_nothing_to_a_vision_that_everybody_can_read(enter, waterveen):
    thijs = MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs")
    femke = MembershipFactory(board=True, municipality=waterveen, user__name="Femke")
    she = enter(thijs, kind=KeyboardVisitor, screen=DESK)

    she.go("/")
    she.link("Aanpak")
    she.reads("Er is nog geen visie")
    she.button("Begin met de visie")
    write_the_first_steps(she)
    stop_and_come_back(she)
    write_the_last_steps(she)
    she.reads("Is dit jullie visie?")
    assert words_on(she.download("Bewaar als pdf")).count("Een concept: dit is nog door niemand vastgesteld.") == 1
    have_it_adopted(she)

    reader = enter(femke)
    reader.go("/aanpak/visie/")
    reader.reads("Versie 1 van de visie geldt", "door de raad, document 2026-40", "ten minste 75 procent", PROBLEM)
    reader.does_not_read("Openbare pagina")
    pdf = reader.download("Bewaar als pdf")
    assert (facts_of(pdf)["Tagged"], NEVER in words_on(pdf)) == ("yes", True)

    open_the_public_page(she)
    visitor = enter()
    visitor.go("/openbaar/waterveen/")
    visitor.reads("Wij werken met mensen die hun buurt kennen.", NEVER)
    visitor.link("De visie van de gemeente")
    visitor.reads(PROBLEM)
    visitor.link("Over de aanpak")
    visitor.link("Wat wij met gegevens doen")
    visitor.reads("Autoriteit Persoonsgegevens")
    visitor.link("Over de aanpak")
    visitor.link("Toegankelijkheid")
    visitor.reads("E. Er is nog geen verklaring")


def write_the_first_steps(she):
    she.reads("Op welk vraagstuk in jullie gemeente is dit een antwoord?")
    she.fill("Het probleem", PROBLEM)
    she.button("Sla op en ga verder")
    she.fill("Wat willen jullie bereiken?", "Mensen weten bij wie zij terechtkunnen.")
    she.fill("Hoe willen jullie dat bereiken?", "Wij bellen ook als er niets is.")
    she.button("Sla op en ga verder")


def stop_and_come_back(she):
    she.link("Visie")
    she.reads("Versie 1 wordt geschreven", "2 van de 7 stappen zijn ingevuld.")
    she.link("Verder schrijven")
    she.reads("Hebben jullie een netwerk nodig, en in welke vorm?")


def write_the_last_steps(she):
    she.choose("Een blijvend netwerk: sleutelfiguren ontmoeten ook elkaar")
    she.fill("Waarom deze vorm?", "Mensen hebben iets aan elkaar.")
    she.button("Sla op en ga verder")
    she.fill("Welke mensen?", "Mensen die veel anderen kennen.")
    she.choose("Jongerenwerk")
    she.button("Sla op en ga verder")
    she.fill("Wat houden deze rollen bij ons in?", "Meedenken, twee avonden per jaar.")
    she.button("Sla op en ga verder")
    she.link("Subdoel toevoegen")
    she.link("Gesproken zonder aanleiding")
    she.reads("Hoger is beter")
    she.fill("Wat wil je zien?", "Wij spreken iedereen op tijd.")
    she.fill("Hoeveel ten minste?", "75")
    she.fill("Op welke dag moet het zo zijn?", (timezone.localdate() + timedelta(days=300)).isoformat())
    she.button("Bewaar")
    she.link("Subdoel toevoegen")
    she.link("Wij zien het op een andere manier")
    she.fill("Wat wil je zien?", "Bewoners kennen één naam.")
    she.fill("Waaraan zien jullie dat?", "Wij vragen het op de markt.")
    she.fill("Op welke dag moet het zo zijn?", (timezone.localdate() + timedelta(days=300)).isoformat())
    she.button("Bewaar")
    she.button("Omhoog")
    assert list(Goal.objects.order_by("position").values_list("text", flat=True)) == ["Bewoners kennen één naam.", "Wij spreken iedereen op tijd."]
    she.button("Ga verder")
    she.fill("Wat vragen jullie nooit?", NEVER)
    she.button("Sla op en lees alles")


def have_it_adopted(she):
    she.link("Laten vaststellen")
    she.choose("Gemeenteraad")
    she.fill("Nummer van het document", "2026-40")
    she.button("Ga verder")
    she.reads("Is versie 1 vastgesteld?")
    she.button("Ja, de visie is vastgesteld")
    she.reads("Versie 1 van de visie geldt")
    assert Vision.objects.get().state == "adopted"


def open_the_public_page(she):
    she.link("Visie")
    she.link("Openbare pagina")
    she.fill("Wat is de aanpak?", "Wij werken met mensen die hun buurt kennen.")
    she.button("Bewaar")
    she.link("Bekijk een voorbeeld")
    she.reads("Een voorbeeld: zo zien bezoekers de pagina")
    she.link("Openbare pagina")
    she.choose("Iedereen mag de openbare pagina lezen")
    she.button("Bewaar")
    she.reads("Iedereen kan jullie openbare pagina lezen")
