"""A report to the council: made in one click, read, changed, looked at by a second person, issued; and the PDF opened as a member of the council does."""

import io
from decimal import Decimal

import pytest
from django.urls import reverse
from pypdf import PdfReader

from approach.actions import making
from approach.models.report import Report, ReportFile
from indicators.registry import TOO_FEW, Figure, share
from tests.approach.measured import measuring
from tests.e2e.visitors import DESK, KeyboardVisitor, ScriptlessVisitor, Visitor
from tests.factories.accounts import MembershipFactory
from tests.factories.reports import PublicPageFactory
from tests.factories.support import BudgetFactory
from tests.papers import facts_of, words_on

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
LIST = reverse("approach:report_list")
FIGURES = {
    "signals.kept": share(38, 44), "meetings.answered": share(33, 33), "keyfigures.active": Figure(value=Decimal(50), is_rounded=True),
    "evaluations.trust": TOO_FEW,
}
TITLE, ASKS, OWN = "Wij houden meer beloften. Nog niet alle.", "Stel het geld op tijd vast.", "Zeventien mensen volgden een training."
REMARK = "Noem ook de trainingen."


@pytest.mark.parametrize("kind", [Visitor, ScriptlessVisitor, KeyboardVisitor], ids=["phone", "no-javascript", "keyboard"])
def test_a_report_is_made_previewed_issued_by_a_second_person_and_read_by_everybody(enter, waterveen, marieke, kind):
    PublicPageFactory(municipality=waterveen)
    thijs = MembershipFactory(policy_adviser=True, municipality=waterveen, user__name="Thijs van Leeuwen")
    she, he, everybody = enter(marieke, kind=kind, screen=DESK), enter(thijs, kind=kind, screen=DESK), enter(kind=kind)
    with measuring(FIGURES, codes=(*FIGURES, "meetings.held")):
        made_and_offered(she, he, thijs)
        issued(he)
        read_by(everybody, waterveen)


def made_and_offered(she, he, thijs):
    she.go(LIST)
    she.link("Maak verslag")
    she.button("Maak het verslag")
    she.reads("0 van 5 stappen klaar")
    making.make_all()
    she.go(f"/aanpak/verslagen/{Report.objects.get().uuid}/")
    she.reads("Dit is een concept", "hielden wij er 71 op tijd. Dat is 92 procent.", "te weinig om te tonen, zodat niemand een persoon herkent")

    she.link("Titel en vraag wijzigen")
    she.fill("Titel", TITLE)
    she.fill("Wat vraag je de raad?", ASKS)
    she.button("Bewaar")
    she.link("Deze tekst wijzigen Contact, geven en vragen")
    she.fill("Tekst", OWN)
    she.button("Bewaar")
    she.reads(TITLE, ASKS, OWN)
    he.go(f"/aanpak/verslagen/{Report.objects.get().uuid}/")
    he.open("Zeg wat je zou veranderen")
    he.fill("Wat zou je veranderen?", REMARK)
    he.button("Plaatsen")
    she.go(f"/aanpak/verslagen/{Report.objects.get().uuid}/")
    she.reads(REMARK)
    she.button("Afgedaan Thijs van Leeuwen")
    she.link("Bekijk hoe het wordt")
    she.reads(TITLE, "38 van 44", "50 of meer", "Dit verslag zegt niet of er minder radicalisering is.")
    she.go(f"/aanpak/verslagen/{Report.objects.get().uuid}/")
    she.link("Verslag aanbieden")
    she.select("Wie kijkt ernaar?", thijs.name)
    she.button("Aanbieden")
    she.reads("Het verslag wacht op een tweede persoon")
    she.does_not_read("Verslag vaststellen")


def issued(he):
    he.go("/")
    he.reads("Bekijk een verslag voor het naar de raad gaat")
    he.go(f"/aanpak/verslagen/{Report.objects.get().uuid}/")
    he.link("Verslag vaststellen")
    he.button("Verslag vaststellen")
    he.reads("Het verslag is vastgesteld", "elk cijfer is zoals het in het verslag staat", Report.objects.get().checksum)
    pdf = he.download("Bewaar als PDF")
    assert pdf == bytes(ReportFile.objects.get(kind="pdf").content)
    as_the_council_reads_it(pdf)


def as_the_council_reads_it(pdf):
    """Its text, its tags, its figures; one A4 with the picture before the annex; and no name of who made it."""
    number, words, facts = Report.objects.get().number, words_on(pdf), facts_of(pdf)
    first = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())

    assert (facts["Tagged"], facts["Title"], facts["Page size"]) == ("yes", TITLE, "595.276 x 841.89 pts (A4)")
    assert [each for each in (TITLE, ASKS, "38 van 44", "33 van 33", "50 of meer", "Dit verslag zegt niet of er minder radicalisering is.") if each not in first] == []
    assert [each for each in (OWN, "Wat elk cijfer telt", f"Verslag {number}", "Zo telt signals.kept.") if each not in words] == []
    assert "Marieke" not in words
    assert "Thijs" not in words
    assert bool(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/MarkInfo"]["/Marked"])


def read_by(everybody, waterveen):
    everybody.go(reverse("approach:public_page", args=[waterveen.slug]))
    everybody.link("Verslagen aan de raad")
    everybody.link(TITLE)
    everybody.reads(TITLE, ASKS, "38 van 44", Report.objects.get().checksum)
    everybody.does_not_read("Marieke")
    assert everybody.download("Bewaar als PDF") == bytes(ReportFile.objects.get(kind="pdf").content)


def test_money_and_a_step_that_did_not_succeed_are_gone_on_with_by_a_button(enter, waterveen, marieke):
    BudgetFactory(municipality=waterveen)
    she = enter(marieke)
    she.go(LIST)
    she.link("Maak verslag")
    she.button("Maak het verslag")
    Report.objects.update(state="failed", progress=2, problem="Stap 3 van 5 is niet gelukt.", figures={"now": {}, "before": {}})
    row = Report.objects.get()
    she.go(f"/aanpak/verslagen/{row.uuid}/")
    she.reads("Stap 3 van 5 is niet gelukt.", "2 van 5 stappen klaar")
    she.button("Ga verder")
    making.make_all()
    she.go(f"/aanpak/verslagen/{row.uuid}/")

    she.reads("Dit is een concept", "Begroot in")
