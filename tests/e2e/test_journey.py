"""From worry to feedback and re-opening, as the people in it live it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from notifications import delivery
from signals.models import ConcernReport
from tests.e2e.visitors import DESK, PHONE, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def noor(waterveen):
    return MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor el Amrani")


@pytest.fixture
def ilse(waterveen):
    return MembershipFactory(official=True, municipality=waterveen, user__name="Ilse Bakker")


@pytest.fixture
def joost(waterveen, ilse):
    return MembershipFactory(official=True, municipality=waterveen, user__name="Joost Verhagen")


@pytest.mark.parametrize(
    ("kind", "screen_of_ilse"), [(Visitor, DESK), (KeyboardVisitor, PHONE), (ScriptlessVisitor, DESK)], ids=["phone", "keyboard", "no-javascript"],
)
def test_from_worry_to_feedback_and_open_again(enter, noor, ilse, joost, kind, screen_of_ilse):
    at_noor = enter(noor, kind=kind)
    at_ilse = enter(ilse, kind=kind, screen=screen_of_ilse)
    at_joost = enter(joost, kind=kind, screen=screen_of_ilse)

    she_shares_a_worry(at_noor)
    mails_say_nothing(noor, ilse)
    ilse_takes_it_on_and_asks(at_ilse)
    noor_answers_and_sees_who_opened_it(at_noor)
    ilse_answers_and_joost_reads_along(at_ilse, at_joost)
    noor_reads_it_and_says_what_she_thinks(at_noor)
    ilse_ends_it(at_ilse)
    noor_asks_to_open_it_again(at_noor)
    ilse_opens_it_again(at_ilse)
    at_noor.go("/meldingen/")
    at_noor.link("2026")
    at_noor.reads("Wij kijken er weer naar.")

    assert ConcernReport.objects.get().state == "contacted"


def she_shares_a_worry(she):
    she.go("/")
    she.link("Zorg delen")
    she.reads("112", "0900-8844", "0800-7000", "Dan weet de politie uw naam")
    she.link("Ik schrijf het op")
    she.button("Volgende stap")
    she.reads("Schrijf op wat u zag of hoorde")
    she.fill("Dit zag of hoorde ik", "Iemand deelde stickers uit bij het sportpark. Hij is geboren op 04-03-2009.")
    she.button("Volgende stap")
    she.reads("Staat er een geboortedatum in de tekst?")
    she.fill("Dit zag of hoorde ik", "Iemand deelde stickers uit bij het sportpark.")
    she.button("Volgende stap")
    she.fill("Dit maakt mij bezorgd", "De jongeren keken tegen hem op.")
    she.button("Volgende stap")
    she.fill("Waar was het?", "Sportpark")
    she.choose("Een persoon")
    she.button("Volgende stap")
    she.choose("Bellen")
    she.fill("Uw telefoonnummer", "06 12 34 56 78")
    she.button("Terug")
    she.button("Volgende stap")
    she.button("Volgende stap")
    she.reads("Klopt dit?", "stickers", "06 12 34 56 78")
    she.button("Verstuur mijn zorg")
    she.reads("Dank u", "-0001", "Ilse Bakker")
    she.does_not_read("stickers")


def mails_say_nothing(noor, ilse):
    delivery.deliver_waiting(at=timezone.now())
    whole = [f"{each.subject} {each.body} {each.alternatives}" for each in mail.outbox]

    assert noor.user.email in {each.to[0] for each in mail.outbox}
    assert not [text for text in whole for word in ("sticker", "zorg", "Noor", "Sportpark") if word in text]


def ilse_takes_it_on_and_asks(she):
    she.go("/")
    she.link("Open melding")
    she.reads("Je opent deze melding voor het eerst")
    she.fill("Waarom open je deze melding?", "Ik ben de contactpersoon.")
    she.button("Open melding")
    she.reads("stickers", "De jongeren keken tegen hem op.")
    she.open("Deze melding aannemen")
    she.button("Neem aan")
    she.open("Contact vastleggen")
    she.choose("Gebeld")
    she.button("Contact vastleggen")
    she.open("Vraag stellen aan Noor el Amrani")
    she.fill("Je vraag", "Was u er zelf bij?")
    she.fill("Tot en met welke dag", _in_days(10))
    she.button("Stel de vraag")
    she.reads("Wij wachten op Noor el Amrani")


def noor_answers_and_sees_who_opened_it(she):
    she.go("/meldingen/")
    she.link("2026")
    she.reads("Wij wachten op u", "Ilse Bakker", "Ik ben de contactpersoon.")
    she.fill("Was u er zelf bij?", "Ja, ik stond bij de ingang.")
    she.button("Verstuur antwoord")
    she.does_not_read("Wij wachten op u")


def ilse_answers_and_joost_reads_along(ilse, joost):
    ilse.go("/meldingen/")
    ilse.link("Open melding")
    ilse.reads("Ja, ik stond bij de ingang.")
    ilse.open("Antwoord geven")
    ilse.choose("Wij hebben uw zorg samen bekeken")
    ilse.fill("Eigen woorden", "De jongerenwerker gaat langs.")
    ilse.button("Stuur antwoord")
    ilse.reads("Wacht op een collega")

    joost.go("/meldingen/")
    joost.link("Open melding")
    joost.fill("Waarom open je deze melding?", "Ik lees het antwoord mee.")
    joost.button("Open melding")
    joost.link("Lees en beslis")
    joost.reads("De jongerenwerker gaat langs.")
    joost.button("Stuur naar de melder")


def noor_reads_it_and_says_what_she_thinks(she):
    she.go("/meldingen/")
    she.link("2026")
    she.reads("De jongerenwerker gaat langs.", "Wij hebben uw zorg samen bekeken", "Joost Verhagen")
    she.choose_in("Hebt u hier iets aan?", "Ja")
    she.choose_in("Hoorde u op tijd van ons?", "Ja")
    she.button("Verstuur")
    she.reads("Dank u")


def ilse_ends_it(she):
    she.go("/meldingen/")
    she.link("Open melding")
    she.open("Uitkomst vastleggen")
    she.choose("Advies gegeven")
    she.button("Leg uitkomst vast")
    she.open("Antwoord geven")
    she.choose("Wij hebben advies gegeven")
    she.button("Stuur antwoord")
    she.open("Afsluiten")
    she.button("Sluit melding af")
    she.reads("Deze melding is afgesloten")


def noor_asks_to_open_it_again(she):
    she.go("/meldingen/")
    she.link("2026")
    she.reads("Het is klaar")
    she.link("Vraag om uw melding weer te openen")
    she.fill("Wat is er nieuw?", "Deze week begon het weer.")
    she.button("Vraag heropening")
    she.reads("U vroeg om uw melding weer te openen")


def ilse_opens_it_again(she):
    she.go("/meldingen/?toon=klaar")
    she.link("Open melding")
    she.reads("Deze week begon het weer.")
    she.open("Heropenen")
    she.fill("Waarom open je de melding weer?", "Wij kijken er weer naar.")
    she.button("Heropenen")


def _in_days(number):
    return (timezone.localdate() + timedelta(days=number)).isoformat()
