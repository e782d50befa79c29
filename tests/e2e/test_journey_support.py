"""Support, from nothing to a promise that was late and kept; the file for who is new; and the sheet of the mayor on her phone and on paper."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from approach.models.support import CouncilPromise, Moment
from terms.models import Clock
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory
from tests.factories.support import BudgetFactory, CouncilPromiseFactory, DecisionFactory, KnownDateFactory, MomentFactory, PortfolioHolderFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
DECIDED, PROMISED, BECAME = "Wij werken twee jaar met sleutelfiguren.", "De raad krijgt een overzicht.", "Het overzicht is gestuurd."
DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_a_promise_to_the_council_gets_a_clock_is_late_and_is_kept(enter, waterveen, marieke, kind):
    she, today = enter(marieke, kind=kind), timezone.localdate()

    she.go(reverse("approach:support"))
    she.reads("Wie achter de aanpak staat, staat nog nergens")
    she.link("Leg besluit vast")
    she.choose("Besluit over de aanpak")
    she.fill("Wat is er besloten?", DECIDED)
    she.choose("Gemeenteraad")
    she.fill("Op welke dag?", (today - DAY).isoformat())
    she.button("Leg besluit vast")
    she.reads("Er is nog geen portefeuillehouder", DECIDED)

    she.link("Plan nog een moment")
    she.choose("Gemeenteraad")
    she.fill("Waar gaat het over?", "Het eerste jaar")
    she.fill("Op welke dag?", today.isoformat())
    she.button("Plan een moment")
    she.link("Schrijf op wat is gevraagd")
    she.fill("Wat is er gevraagd?", "Wat kost het?")
    she.button("Leg vast")
    she.link("Leg toezegging vast")
    she.fill("Wat is er toegezegd?", PROMISED)
    she.fill("Uiterlijk op welke dag?", today.isoformat())
    she.button("Leg toezegging vast")
    she.reads(PROMISED, "Beloofd voor vandaag")

    at = timezone.now()
    Clock.objects.update(promised_at=at - 10 * DAY, due_at=at - 3 * DAY)
    CouncilPromise.objects.update(due_on=today - 3 * DAY)
    she.go("/")
    she.reads("Doe wat aan college of raad is toegezegd")
    she.go(reverse("approach:support"))
    she.reads("Eén toezegging aan college of raad is te laat")
    she.link("Bekijk het")
    she.fill("Wat is ervan geworden?", BECAME)
    she.button("Het is klaar")
    she.reads("Deze toezegging is nagekomen", BECAME)
    assert Moment.objects.get().asked == "Wat kost het?"


def backed(waterveen, marieke):
    today = timezone.localdate()
    DecisionFactory(municipality=waterveen, written_by=marieke, title=DECIDED, decided_on=today - 300 * DAY, until=today + 100 * DAY)
    PortfolioHolderFactory(municipality=waterveen)
    for year in (today.year, today.year + 1):
        BudgetFactory(municipality=waterveen, year=year)
    KnownDateFactory(municipality=waterveen, on=today + 400 * DAY)
    row = MomentFactory(municipality=waterveen, owner=marieke, held_on=today - 60 * DAY, planned_on=today - 60 * DAY)
    MomentFactory(municipality=waterveen, owner=marieke, planned=True, planned_on=today + 30 * DAY, title="Verder met het netwerk")
    CouncilPromiseFactory(moment=row, what=PROMISED, due_on=today + 9 * DAY)


def test_the_file_for_who_is_new_is_one_click_and_holds_no_name(enter, waterveen, marieke):
    backed(waterveen, marieke)
    she = enter(marieke, screen=DESK)
    she.go(reverse("approach:support"))
    pdf = PdfReader(io.BytesIO(she.download("Overdrachtsdocument als pdf")))
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())

    assert [words in text for words in (DECIDED, PROMISED, "In dit document staat geen persoon.", "Burgemeester: sinds")] == [True] * 4
    assert "Marieke" not in text
    assert bool(pdf.trailer["/Root"]["/MarkInfo"]["/Marked"])


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor], ids=["phone", "no-javascript"])
def test_the_mayor_reads_one_sheet_on_her_phone_and_prints_it_on_one_a4(enter, waterveen, marieke, kind):
    backed(waterveen, marieke)
    femke = MembershipFactory(municipality=waterveen, roles=["board"], user__name="Femke Visser")
    she = enter(femke, kind=kind)
    she.go("/")
    she.reads("Alles wat is beloofd, is op tijd", "Het besluit over de aanpak loopt af op", "Verder met het netwerk", PROMISED)
    she.does_not_read("Marieke")
    she.link("Alles over het draagvlak")
    she.reads(DECIDED)
    she.go("/")
    pages = PdfReader(io.BytesIO(she.page.pdf(format="A4", prefer_css_page_size=True))).pages

    assert len(pages) == 1
    assert "Verder met het netwerk" in " ".join(pages[0].extract_text().split())
