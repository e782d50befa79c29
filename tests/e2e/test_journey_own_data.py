""" "Wat weet de gemeente van mij": looked at, taken along, and corrected."""

import json

import pytest

from tests.e2e.visitors import DESK
from tests.factories.accounts import MembershipFactory
from tests.papers import words_on

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
WORDS = "Ik ken veel jongeren van het voetbal."


@pytest.fixture
def frieda(waterveen):
    return MembershipFactory(privacy_officer=True, municipality=waterveen, user__name="Frieda Jansen")


def test_she_sees_all_takes_it_along_and_has_it_corrected(enter, robin, marieke, frieda):
    at_robin, at_marieke = enter(robin.member), enter(marieke, screen=DESK)
    at_marieke.go(f"/sleutelfiguren/{robin.uuid}/")

    robin_looks(at_robin)
    the_file_and_the_paper_hold_it(at_robin)
    she_changes_what_she_can(at_robin)
    she_asks_for_the_rest(at_robin)
    frieda_corrects_it(enter(frieda, screen=DESK))
    she_reads_the_answer(at_robin)


def robin_looks(she):
    she.go("/")
    she.link("Meer")
    she.link("Wat weet de gemeente van mij")
    she.reads("Dit is alles wat de gemeente van u weet", "Marieke de Vries")
    she.open("Profiel")
    she.reads(WORDS)


def the_file_and_the_paper_hold_it(she):
    file = json.loads(she.download("Bewaar als bestand"))
    assert WORDS in json.dumps(file, ensure_ascii=False)
    paper = words_on(she.download("Bewaar als PDF"))
    assert [words for words in (WORDS, "Robin", "Noord", "Marieke de Vries") if words not in paper] == []


def she_changes_what_she_can(she):
    she.open("Profiel")
    she.link("Wijzig dit zelf")
    she.button("Verder")
    she.fill("Wilt u iets vertellen over uw netwerken?", "Ik ken veel jongeren van de boksschool.")
    she.button("Bewaar mijn profiel")
    she.go("/mijn-gegevens/")
    she.open("Profiel")
    she.reads("boksschool")
    she.does_not_read("voetbal")


def she_asks_for_the_rest(she):
    she.link("Er klopt iets niet")
    she.button("Verstuur mijn verzoek")
    she.fill("Waar gaat het over?", "Wij spraken elkaar vaker dan er staat.")
    she.button("Verstuur mijn verzoek")
    she.reads("Wat u vroeg", "Frieda Jansen")


def frieda_corrects_it(she):
    she.go("/")
    she.link("Robin")
    she.reads("Wij spraken elkaar vaker dan er staat.")
    she.choose("Het is verbeterd")
    she.fill("Je antwoord", "Marieke schreef de gesprekken van mei erbij.")
    she.button("Stuur antwoord")
    she.reads("Het is verbeterd")


def she_reads_the_answer(she):
    she.go("/mijn-gegevens/")
    she.link_in("Wat u vroeg", "Er klopt iets niet")
    she.reads("Het is verbeterd", "Marieke schreef de gesprekken van mei erbij.", "Autoriteit Persoonsgegevens")
