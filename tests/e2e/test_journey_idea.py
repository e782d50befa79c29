"""An idea from a phone: filed, supported, answered, carried out, and read by everybody with the yes of who filed it."""

import pytest

from initiatives.models.initiative import Initiative
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor
from tests.factories.keyfigures import KeyFigureFactory
from tests.factories.reports import PublicPageFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WHAT, TEXT = "Elke maand samen eten op het plein", "Elke eerste vrijdag van de maand eten wij samen. Kom langs."
BROUGHT = "Buren die elkaar nooit spraken, eten nu samen."


def test_an_idea_from_the_phone_to_the_public_page(enter, waterveen, marieke, robin):
    PublicPageFactory(municipality=waterveen)
    sam = KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Sam")
    she, official = enter(robin.member), enter(marieke, kind=KeyboardVisitor, screen=DESK)

    file_it(she)
    support_it(enter(sam.member, kind=ScriptlessVisitor))
    answer_it(official)
    she.go("/ideeen/")
    she.link(WHAT)
    she.reads("De gemeente zegt ja, met een voorwaarde", "Het plein is om tien uur weer leeg.", "Eén persoon steunt het.")

    carry_it_out(official)
    she.go("/")
    she.link("Lees de tekst")
    she.reads("Mag iedereen dit over uw idee lezen?", TEXT)
    she.button("Ja, iedereen mag dit lezen")
    she.reads("Dank u wel. Iedereen kan het nu lezen.")
    finish_it(official)

    everybody = enter()
    everybody.go("/openbaar/waterveen/")
    everybody.link("Initiatieven")
    everybody.link("Samen aan tafel")
    everybody.reads(TEXT, BROUGHT, "Er deden ongeveer 40 mensen mee.", "Begonnen door mensen uit de gemeente zelf.")
    everybody.does_not_read("Robin")

    she.go(f"/ideeen/{Initiative.objects.get().uuid}/")
    she.button("Haal het van de openbare pagina")
    assert everybody.page.reload().status == 404


def file_it(she):
    she.go("/meer/")
    she.link("Ideeën")
    she.link("Vertel een idee")
    she.fill("Wat is uw idee?", WHAT)
    she.button("Verstuur mijn idee")
    she.reads("Schrijf eerst een paar woorden.")
    she.fill("Voor wie is het?", "Iedereen uit de buurt")
    she.fill("Wat hebt u van ons nodig?", "Een vergunning en tafels.")
    she.button("Verstuur mijn idee")
    she.reads("U krijgt antwoord uiterlijk", "Marieke de Vries geeft antwoord.")
    she.go("/")
    she.reads("U krijgt antwoord op uw idee")


def support_it(another):
    another.go("/ideeen/")
    another.link(WHAT)
    another.does_not_read("Robin")
    another.button("Ik steun dit idee")
    another.reads("Eén persoon steunt het.")


def answer_it(official):
    official.go("/")
    official.link("Beantwoord het idee")
    official.reads("Door Robin.")
    official.choose("Ja, als")
    official.fill("Waarom, of onder welke voorwaarde?", "Het plein is om tien uur weer leeg.")
    official.button("Verstuur het antwoord")
    official.link("Vul in wat bekend is")
    official.select("Welke vraag van de gemeenschap zit erachter?", "Elkaar leren kennen")
    official.choose("Maakt het mogelijk")
    official.fill("Hoeveel geld is er gevraagd?", "€ 1.250")
    official.button("Bewaar")
    official.reads("€\N{NO-BREAK SPACE}1.250")


def carry_it_out(official):
    official.link("Zet een taak op de lijst")
    official.fill("Wat doen wij?", "De vergunning aanvragen")
    official.button("Op de lijst zetten")
    official.open("Het gaat verder")
    official.choose("Loopt")
    official.button("Zet deze stap")
    official.reads("Dit loopt nu")
    official.link("Schrijf een tekst voor iedereen")
    official.fill("Titel", "Samen aan tafel")
    official.fill("Tekst", TEXT)
    official.button("Bewaar")
    official.reads("De tekst wacht op een ja van de indiener.")


def finish_it(official):
    official.go("/ideeen/?toon=loopt")
    official.link(WHAT)
    official.open("Het is klaar")
    official.fill("Wat leverde het op?", BROUGHT)
    official.button("Het is klaar")
    official.reads("Er staan nog taken open.")
    official.link("De vergunning aanvragen")
    official.button("Het is klaar")
    official.reads("Gedaan op")
    official.link(WHAT)
    official.open("Het is klaar")
    official.fill("Wat leverde het op?", BROUGHT)
    official.fill("Hoeveel mensen deden er ongeveer mee?", "40")
    official.button("Het is klaar")
    official.reads("Dit is gedaan", BROUGHT)
