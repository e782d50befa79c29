"""What a key figure and her contact person do together: keep in touch, and help."""


import pytest
from django.utils import timezone
from playwright.sync_api import expect

from keyfigures.models.help import HelpRequest
from tests.e2e.visitors import DESK, PHONE, KeyboardVisitor

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


def test_a_contact_is_logged_in_a_few_taps_and_what_was_agreed_is_done(enter, robin, marieke):
    at_marieke, at_robin = enter(marieke, screen=PHONE), enter(robin.member)

    marieke_logs_a_call(at_marieke)
    robin_sees_the_line_and_what_was_agreed(at_robin)
    marieke_ticks_it_off(at_marieke)
    robin_adds_a_line_of_her_own(at_robin)
    marieke_reads_it(at_marieke)


def marieke_logs_a_call(she):
    she.go("/sleutelfiguren/")
    she.link("Robin")
    she.link("Leg contact vast")
    she.reads("Je sprak met Robin", "06 12 34 56 78", "tijdens het eten")
    expect(she.page.get_by_label("Uiterlijk op welke dag?")).to_be_hidden()
    she.select("Wat spraken jullie af?", "Iets regelen")
    she.fill("Uiterlijk op welke dag?", timezone.localdate().isoformat())
    she.button("Bewaar contact")
    she.reads("Robin ziet het ook")


def robin_sees_the_line_and_what_was_agreed(she):
    she.go("/")
    she.reads("Wij doen wat wij met u afspraken", "Beloofd voor vandaag")
    she.link("Over mij")
    she.link("Alle contacten als lijst")
    she.reads("gebeld, in rustige tijd", "Marieke de Vries", "iets regelen")


def marieke_ticks_it_off(she):
    she.go("/")
    she.reads("Robin")
    she.link("Vink af")
    she.reads("Iets regelen: Robin")
    she.button("Vink af")
    she.go("/")
    she.does_not_read("Vink af")


def robin_adds_a_line_of_her_own(she):
    she.go("/mijn/contact/")
    she.open("Ik sprak de gemeente")
    she.choose("Bericht of mail")
    she.choose("De buurt")
    she.button("Voeg contact toe")
    she.reads("Robin legde dit vast")


def marieke_reads_it(she):
    she.go("/sleutelfiguren/")
    she.link("Robin")
    she.link("Alle contacten als lijst")
    she.reads("Robin legde dit vast")


def test_a_question_for_help_is_answered_and_has_helped(enter, robin, marieke):
    at_robin, at_marieke = enter(robin.member, kind=KeyboardVisitor), enter(marieke, kind=KeyboardVisitor, screen=DESK)

    robin_asks_for_a_room(at_robin)
    marieke_answers(at_marieke)
    robin_answers_back(at_robin)
    marieke_settles_it(at_marieke)
    robin_says_that_it_helped(at_robin)

    assert HelpRequest.objects.get().did_help is True


def robin_asks_for_a_room(she):
    she.go("/")
    she.link("Vraag om hulp")
    she.reads("binnen 5 werkdagen")
    she.fill("Wat hebt u nodig?", "Wij zoeken een zaal voor dertig mensen.")
    she.button("Verstuur mijn vraag")
    she.reads("Kies")
    she.choose("Een ruimte of plek")
    she.button("Verstuur mijn vraag")
    she.reads("U krijgt antwoord", "Marieke de Vries", "zaal voor dertig")


def marieke_answers(she):
    she.go("/")
    she.link("Antwoord Robin")
    she.reads("zaal voor dertig")
    she.fill("Bericht", "Welke avond past het best?")
    she.button("Verstuur bericht")
    she.reads("Robin wacht tot het is geregeld")


def robin_answers_back(she):
    she.go("/hulpvragen/")
    she.link("Een ruimte of plek")
    she.reads("Welke avond past het best?")
    she.fill("Bericht", "Donderdag, vanaf zeven uur.")
    she.button("Verstuur bericht")
    she.reads("Donderdag, vanaf zeven uur.")


def marieke_settles_it(she):
    she.go("/hulpvragen/")
    she.link("Robin")
    she.reads("Donderdag, vanaf zeven uur.")
    she.open("Vraag afronden")
    she.choose("Geregeld")
    she.fill("Vertel het in je eigen woorden", "De zaal van buurthuis De Sluis is voor u.")
    she.button("Rond af")
    she.reads("De vraag is afgerond")


def robin_says_that_it_helped(she):
    she.go("/hulpvragen/")
    she.link("Een ruimte of plek")
    she.reads("De zaal van buurthuis De Sluis is voor u.")
    she.choose_in("Heeft het geholpen?", "Ja")
    she.button("Verstuur")
    she.reads("Robin zei dat het hielp")
