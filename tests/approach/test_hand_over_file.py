"""The file for who is new: everything of the approach, and no person."""

import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.roles import Role
from approach.actions import council_promise
from approach.models.vision import Goal, Vision
from audit.models import Entry
from indicators import registry
from indicators.registry import NOTHING_YET, Indicator, Unit
from keyfigures.actions import help as helping
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.support import CouncilPromiseFactory, KnownDateFactory, MomentFactory, PortfolioHolderFactory, support_stands

PDF, ODT = reverse("approach:hand_over_pdf"), reverse("approach:hand_over_odt")
DAYS = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def one_indicator(monkeypatch):
    monkeypatch.setattr(registry, "_INDICATORS", {
        "approach.mandate": Indicator(code="approach.mandate", label="Er is een besluit", definition="Of er een besluit geldt.", unit=Unit.YES, measure=lambda _m, _p: NOTHING_YET),
    })


def adopted(municipality, by, **words):
    given = {
        "problem": "Buurten kennen elkaar niet.", "goal": "Mensen weten ons te vinden.", "way": "Door vaak te praten.", "form": "structural", "form_because": "Dat blijft.",
        "who": "Mensen uit elke wijk.", "functions": "Meedenken.", "limits": "Nooit vragen wie wat gelooft.", "adopted_by": "council", "adopted_on": TODAY - 30 * DAYS,
        "review_on": TODAY + 600 * DAYS, "recorded_by": by, "recorded_at": AT, "begun_at": AT, "written_by": by, "number": 1, **words,
    }
    vision = Vision.objects.create(municipality=municipality, **given)
    Goal.objects.create(municipality=municipality, vision=vision, position=1, text="Iedereen hoort binnen een week iets terug.", measure="Wij vragen het.")
    Vision.objects.filter(pk=vision.pk).update(state="adopted")
    return vision


def pdf_of(client, member):
    answer = log_in(client, member).get(PDF)
    return answer, PdfReader(io.BytesIO(answer.content))


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.usefixtures("one_indicator")
class TestPaper:
    def test_everything_that_somebody_new_needs_stands_in_it(self, client, waterveen, marieke, femke):
        support_stands(waterveen, owner=marieke)
        adopted(waterveen, marieke)
        row = MomentFactory(municipality=waterveen, owner=marieke, title="Vragen van de raad", asked="Wat kost het?")
        council_promise.make(row, what="De raad krijgt een overzicht.", owner=marieke, due_on=TODAY + 9 * DAYS, submission=uuid4(), by=marieke, at=AT)
        CouncilPromiseFactory(moment=row, state="kept", outcome="Gestuurd in mei.", ended_at=AT - DAYS, what="Een brief.")
        _answer, pdf = pdf_of(client, femke)
        text = text_of(pdf)

        for words in (
            "Overdrachtsdocument van de aanpak", "In dit document staat geen persoon.", "Het besluit geldt tot er een ander besluit is.", "Buurten kennen elkaar niet.",
            "Nooit vragen wie wat gelooft.", "Iedereen hoort binnen een week iets terug.", "De gemeente werkt met sleutelfiguren.", "Burgemeester: sinds", "2026: € 25.000",
            "Gevraagd: Wat kost het?", "De raad krijgt een overzicht.", "Gestuurd in mei.", "Gemeenteraadsverkiezingen", "Er is een besluit: Nog niets.",
            "Draagvlak: een toezegging aan college of raad: 1 open, waarvan 0 te laat", "Waar je wat vindt",
        ):
            assert words in text, words

    def test_it_is_a_tagged_pdf_in_dutch_with_a_title(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)
        answer, pdf = pdf_of(client, marieke)
        catalog = pdf.trailer["/Root"]

        assert (pdf.metadata.title, catalog["/Lang"], bool(catalog["/MarkInfo"]["/Marked"])) == ("Overdrachtsdocument van de aanpak", "nl", True)
        assert answer["Content-Disposition"] == 'attachment; filename="overdrachtsdocument-van-de-aanpak-2026-06-09.pdf"'
        assert "no-store" in answer["Cache-Control"]

    def test_the_same_words_as_a_text_to_edit(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)
        answer = log_in(client, marieke).get(ODT)
        with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
            content = file.read("content.xml").decode()

        assert answer["Content-Type"] == "application/vnd.oasis.opendocument.text"
        assert "De gemeente werkt met sleutelfiguren." in content

    def test_no_name_of_anybody_stands_in_it(self, client, waterveen, marieke, pim, thijs, annemarie, femke, robin, sam):
        """Everybody whose name could leak: who wrote, prepares, promised, adopted, waits, or is promised something."""
        for member, name in ((marieke, "Xandra Quist"), (pim, "Yorick Quist"), (thijs, "Zeno Quist"), (annemarie, "Wolf Quist"), (robin.member, "Ximena Quist"), (sam.member, "Yara Quist")):
            member.user.name = name
            member.user.save()
        support_stands(waterveen, owner=marieke)
        adopted(waterveen, thijs)
        PortfolioHolderFactory(municipality=waterveen, since=TODAY - 500 * DAYS, until=TODAY - 400 * DAYS)
        MomentFactory(municipality=waterveen, owner=pim, planned=True)
        held = MomentFactory(municipality=waterveen, owner=thijs)
        council_promise.make(held, what="Een brief.", owner=annemarie, due_on=TODAY, submission=uuid4(), by=marieke, at=AT)
        helping.ask(robin, by=robin.member, at=AT, category="place", text="Een zaal.", submission=uuid4())
        KeyFigureFactory(municipality=waterveen, contact_person=pim, member__user__name="Zita Quist")
        _answer, pdf = pdf_of(client, femke)
        with zipfile.ZipFile(io.BytesIO(client.get(ODT).content)) as file:
            odt = "".join(file.read(name).decode() for name in file.namelist())

        for text in (text_of(pdf), odt, str(pdf.metadata)):
            assert "een brief" in text.lower() or text == str(pdf.metadata)
            assert [name for name in ("Quist", "Xandra", "Yorick", "Zeno", "Wolf", "Ximena", "Yara", "Zita", "Femke") if name in text] == []

    def test_where_nothing_stands_it_says_so(self, client, marieke):
        _answer, pdf = pdf_of(client, marieke)

        assert text_of(pdf).count("Hierover staat nog niets in het register.") >= 5

    def test_nothing_of_another_municipality_stands_in_it(self, client, waterveen, oeverland, neighbour, marieke):
        support_stands(oeverland, owner=neighbour)
        KnownDateFactory(municipality=oeverland, kind="portfolio", on=TODAY + 9 * DAYS)
        _answer, pdf = pdf_of(client, marieke)

        assert "De gemeente werkt met sleutelfiguren." not in text_of(pdf)

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_for_one_and_three(self, client, waterveen, marieke, number, django_assert_num_queries):
        for each in range(number):
            row = MomentFactory(municipality=waterveen)
            CouncilPromiseFactory(moment=row)
            CouncilPromiseFactory(moment=row, state="kept", outcome="Ja.", ended_at=AT)
            KnownDateFactory(municipality=waterveen, on=TODAY + each * DAYS)
        log_in(client, marieke).get(ODT)

        with django_assert_num_queries(16):  # session, person with member; eight of the register, vision, ended; savepoint of the figure (2); counts; the log
            client.get(ODT)


@pytest.mark.parametrize("role", list(Role))
def test_who_reads_the_approach_takes_it_and_nobody_else(client, waterveen, role):
    reads = role in {Role.COORDINATOR, Role.POLICY_ADVISER, Role.TEAM_LEAD, Role.BOARD}
    log_in(client, MembershipFactory(municipality=waterveen, roles=[role]))

    assert client.get(ODT).status_code == (200 if reads else 404)
    assert Entry.objects.filter(verb="approach.hand_over_taken").count() == int(reads)
