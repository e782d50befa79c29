"""Pages of reports to the council: written, said, offered, issued, and read by everybody; the template; and every file."""

import re
import subprocess
import zipfile
from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from approach import deadlines
from approach.actions import making
from approach.actions import report as acts
from approach.actions import template as templates
from approach.kinds import FileKind
from approach.models.report import Comment, Report, ReportFile, Template
from approach.presentation.report_page import page_of
from approach.report_files import ods_of, odt_of, pdf_of
from approach.report_template import SHIPPED, Part
from approach.sealing import checksum_of
from indicators import registry
from indicators.quarters import Quarter
from indicators.registry import FAILED, TOO_FEW, Figure, Line, Lines, number, share
from notifications.models import Message
from terms import promises
from terms.models import Clock
from tests.approach.measured import mean, measuring
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.reports import AdoptedVisionFactory, CommentFactory, PublicPageFactory, ReportFactory
from tests.papers import facts_of, words_on

LIST, NEW = reverse("approach:report_list"), reverse("approach:report_new")
TEMPLATE, EDIT_TEMPLATE = reverse("approach:template_detail"), reverse("approach:template_edit")
CODES = ("signals.kept", "keyfigures.active", "evaluations.trust", "meetings.held")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def draft(waterveen, marieke):
    return ReportFactory(municipality=waterveen, begun_by=marieke)


@pytest.fixture
def offered(waterveen, marieke):
    return ReportFactory(municipality=waterveen, begun_by=marieke, offered=True)


@pytest.fixture
def issued(offered, thijs):
    return acts.issue(offered, version=offered.edits, by=thijs, at=AT)


def url(name, row, *more):
    return reverse(f"approach:{name}", args=[row.uuid, *more])


def text_of(answer):
    words = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(words.replace("&nbsp;", " ").replace("\N{NO-BREAK SPACE}", " ").split())


def made(by, *, figures):
    with measuring(figures, codes=CODES):
        row = making.begin(first=Quarter(2025, 1), last=Quarter(2025, 4), submission=uuid4(), by=by, at=AT)
        making.make_all()
    return Report.objects.with_all().get(pk=row.pk)


def section(row, code):
    return row.sections.get(code=code).text


class TestPeriod:
    def test_the_last_four_ended_quarters_are_chosen_so_that_one_press_is_enough(self, client, marieke):
        page = log_in(client, marieke).get(NEW)

        assert page.context["form"].initial == {"first": "2025-2", "last": "2026-1"}
        client.post(NEW, page.context["form"].initial)
        assert (Report.objects.get().first, Report.objects.get().last) == (date(2025, 4, 1), date(2026, 3, 31))

    @pytest.mark.parametrize(("first", "last", "words"), [
        ("2025-4", "2025-3", "Kies een kwartaal dat niet voor het eerste ligt."), ("2023-2", "2026-1", "Kies ten hoogste twee jaar."),
    ])
    def test_what_is_no_period_is_said_beside_the_field(self, client, marieke, first, last, words):
        answer = log_in(client, marieke).post(NEW, {"first": first, "last": last})

        assert (answer.status_code, Report.objects.count()) == (400, 0)
        assert words in text_of(answer)

    def test_a_quarter_that_is_not_over_cannot_be_chosen(self, client, marieke):
        assert log_in(client, marieke).post(NEW, {"first": "2026-2", "last": "2026-2"}).status_code == 400

    def test_sent_twice_it_is_one_report(self, client, marieke):
        log_in(client, marieke)
        for _each in range(2):
            client.post(NEW, {"first": "2025-1", "last": "2025-4", "submission": "5b4ad1e0-6f0a-4f3e-8d1b-8fbb4b4f2a52"})

        assert Report.objects.count() == 1


class TestProgress:
    def test_it_shows_how_far_it_is_and_looks_again_without_javascript(self, client, waterveen, marieke):
        answer = log_in(client, marieke).get(url("report_detail", ReportFactory(municipality=waterveen, begun_by=marieke, making=True, progress=2)))

        assert answer["Refresh"] == "4"
        assert '<progress class="sf-progress" id="progress" max="5" value="2">' in answer.content.decode()
        assert "2 van 5 stappen klaar" in text_of(answer)

    def test_what_did_not_succeed_says_which_step_and_goes_on_by_a_button(self, client, waterveen, marieke):
        row = ReportFactory(municipality=waterveen, begun_by=marieke, state="failed", progress=1, problem="Stap 2 van 5 is niet gelukt.", figures={})
        answer = log_in(client, marieke).get(url("report_detail", row))

        assert "Refresh" not in answer
        assert "Stap 2 van 5 is niet gelukt." in text_of(answer)
        client.post(url("report_resume", row))
        assert Report.objects.get().state == "making"
        assert client.post(url("report_resume", row)).status_code == 409


class TestMadeFromFigures:
    def test_two_periods_stand_beside_each_other_in_a_sentence(self, marieke):
        def measured(_municipality, period):
            return share(38, 44) if period.last.year == 2025 else share(35, 43)

        row = made(marieke, figures={"signals.kept": measured})

        assert "Van de 44 beloften die hier zijn geteld, hielden wij er 38 op tijd." in section(row, "lead")
        page = page_of(row, row.sections.in_order())
        assert [(each.label, each.now, each.before) for each in page.rows if each.code == "signals.kept"] == [("Kept", "38 van 44", "35 van 43")]

    def test_of_a_period_without_data_each_part_says_so(self, marieke):
        row = made(marieke, figures={})

        assert section(row, "lead").endswith("Nog geen belofte kwam aan haar dag.")
        assert section(row, "meetings").startswith("Held: er was in deze periode niets te tellen.")
        assert section(row, "money") == "Voor 2025 is geen begroting ingevuld."
        assert pdf_of(page_of(row, row.sections.in_order()), row).startswith(b"%PDF")

    def test_what_is_too_few_or_failed_is_told_and_never_a_number(self, marieke):
        row = made(marieke, figures={"evaluations.trust": TOO_FEW, "meetings.held": FAILED})

        assert section(row, "trust").startswith("Trust: te weinig om te tonen, zodat niemand een persoon herkent.")
        assert section(row, "meetings").startswith("Held: dit kon niet worden geteld.")

    def test_what_an_app_cannot_tell_in_words_is_said_and_the_rest_is_made(self, marieke):
        def fails(_municipality, _period):
            raise ZeroDivisionError

        held = registry.lines_named("evaluations.learned")
        registry.register_lines(Lines(code="evaluations.learned", label="Geleerd", tell=fails))
        try:
            row = made(marieke, figures={})
        finally:
            registry.register_lines(held)

        assert (row.state, section(row, "learned")) == ("draft", "Dit kon niet worden geteld.")

    def test_what_was_learned_becomes_a_list(self, marieke):
        held = registry.lines_named("evaluations.learned")
        told = [Line(title="Antwoord duurde te lang.", text="Elk idee heeft nu een eigenaar.")]
        registry.register_lines(Lines(code="evaluations.learned", label="Geleerd", tell=lambda _municipality, _period: told))
        try:
            row = made(marieke, figures={})
        finally:
            registry.register_lines(held)

        learned = page_of(row, row.sections.in_order()).learned
        assert [each.items for each in learned.bits] == [[("Antwoord duurde te lang.", "Elk idee heeft nu een eigenaar.")]]

    def test_over_a_change_of_vision_the_goals_are_of_the_last_and_the_change_is_said(self, waterveen, marieke):
        AdoptedVisionFactory(municipality=waterveen, adopted_on=date(2024, 10, 1), goals=[{"text": "Oud doel", "measure": "Wij vragen het."}])
        goals = [
            {"text": "9 van de 10 beloften op tijd", "indicator": "signals.kept", "target": 90},
            {"text": "Vier bijeenkomsten", "indicator": "meetings.held", "target": 4},
            {"text": "Iets dat weg is", "indicator": "weg.code", "target": 1},
            {"text": "Iedereen doet mee", "measure": "Wij vragen het na."},
        ]
        newest = AdoptedVisionFactory(municipality=waterveen, adopted_on=date(2025, 6, 3), goals=goals)
        AdoptedVisionFactory(municipality=waterveen, adopted_on=date(2026, 2, 1), goals=[{"text": "Na de periode", "measure": "Later."}])
        row = made(marieke, figures={"signals.kept": share(38, 44), "meetings.held": number(4)})

        assert row.vision == newest
        assert section(row, "goals") == (
            "Tot 3 juni 2025 gold de visie van 1 oktober 2024. Daarna geldt de visie van 3 juni 2025. De doelen zijn van die visie."
        )
        assert [(each.label, each.text) for each in page_of(row, row.sections.in_order()).all_goals] == [
            ("Aandacht nodig", "9 van de 10 beloften op tijd. Nu: 38 van 44."),
            ("Op koers", "Vier bijeenkomsten. Nu: 4."),
            ("Te weinig gegevens", "Iets dat weg is. Dit is niet gemeten."),
            ("In woorden", "Iedereen doet mee. Wij vragen het na."),
        ]


class TestWriting:
    def test_a_section_in_other_words_keeps_what_the_figures_gave_beside_it(self, client, draft, marieke):
        log_in(client, marieke).post(url("report_section", draft, "trust"), {"title": "Vertrouwen", "text": "Mensen vertrouwen ons meer.", "version": 1})

        page = client.get(url("report_section", draft, "trust"))
        assert draft.sections.get(code="trust").text == "Mensen vertrouwen ons meer."
        assert "Wat de cijfers gaven 3,7 van de 5." in text_of(page)
        assert "In eigen woorden." in text_of(client.get(url("report_detail", draft)))

    def test_of_two_editors_the_second_reads_409_and_keeps_her_text(self, client, draft, marieke, pim):
        acts.rewrite(draft, code="trust", title="Vertrouwen", text="Van Pim.", version=1, by=pim)
        answer = log_in(client, marieke).post(url("report_section", draft, "trust"), {"title": "Vertrouwen", "text": "Van Marieke.", "version": 1})

        assert answer.status_code == 409
        assert "Van Pim." in text_of(answer)
        assert "Van Marieke." in text_of(answer)
        assert draft.sections.get(code="trust").text == "Van Pim."
        assert client.post(url("report_section", draft, "lead"), {"title": "In het kort", "text": "Ander deel.", "version": 1}).status_code == 302

    def test_title_and_question_are_kept_from_two_at_once_too(self, client, draft, marieke, pim):
        acts.change(draft, title="Van Pim", asks="", version=1, by=pim)
        answer = log_in(client, marieke).post(url("report_edit", draft), {"title": "Van Marieke", "asks": "Geld.", "version": 1})

        assert (answer.status_code, Report.objects.get().title) == (409, "Van Pim")
        client.post(url("report_edit", draft), {"title": "Samen", "asks": "Geld.", "version": 2})
        assert (Report.objects.get().title, Report.objects.get().asks) == ("Samen", "Geld.")

    def test_a_claim_that_radicalisation_fell_warns_once_and_then_passes(self, client, draft, marieke):
        posted = {"title": "Vertrouwen", "text": "Er is minder radicalisering in Noord.", "version": 1}
        answer = log_in(client, marieke).post(url("report_section", draft, "trust"), posted)

        assert "Zegt deze tekst dat er minder radicalisering is?" in text_of(answer)
        assert draft.sections.get(code="trust").text == "3,7 van de 5."
        seen = answer.context["form"]["hints_seen"].value()
        assert client.post(url("report_section", draft, "trust"), {**posted, "hints_seen": seen}).status_code == 302

    def test_the_first_page_stays_one_a4_because_its_texts_are_short(self, client, draft, marieke):
        answer = log_in(client, marieke).post(url("report_section", draft, "trust"), {"title": "Vertrouwen", "text": "a" * 601, "version": 1})

        assert answer.status_code == 400
        assert "De eerste bladzijde is één A4: maak dit ten hoogste 600 tekens. Nu zijn het er 601." in text_of(answer)

    def test_a_section_that_is_not_there_is_not_found(self, client, draft, marieke):
        assert log_in(client, marieke).get(url("report_section", draft, "bestaat-niet")).status_code == 404

    def test_offered_it_cannot_be_changed_and_nothing_typed_is_lost(self, client, offered, marieke):
        answer = log_in(client, marieke).post(url("report_section", offered, "trust"), {"title": "Vertrouwen", "text": "Te laat getypt.", "version": 1})

        assert answer.status_code == 409
        assert "Te laat getypt." in text_of(answer)
        assert client.get(url("report_section", offered, "trust")).status_code == 404

    def test_who_only_issues_writes_nothing(self, client, draft, annemarie, femke, robin):
        for member in (annemarie, femke, robin.member):
            log_in(client, member)
            assert client.post(url("report_section", draft, "trust"), {"title": "T", "text": "T", "version": 1}).status_code == 404
            assert client.get(url("report_edit", draft)).status_code == 404


class TestComments:
    def test_a_colleague_says_something_and_who_made_it_hears_so_without_the_words(self, client, draft, annemarie, marieke):
        log_in(client, annemarie).post(url("comment_new", draft), {"text": "Noem de trainingen.", "section": "trust"})

        assert (Comment.objects.get().text, Comment.objects.get().by) == ("Noem de trainingen.", annemarie)
        assert "trainingen" not in " ".join(str(each.__dict__) for each in Message.objects.filter(recipient=marieke))
        assert "Anne-Marie · Vertrouwen Noem de trainingen." in text_of(log_in(client, marieke).get(url("report_detail", draft)))

    def test_sent_twice_it_is_one_and_done_is_said(self, client, draft, annemarie):
        log_in(client, annemarie)
        for _each in range(2):
            client.post(url("comment_new", draft), {"text": "Noem de trainingen.", "submission": "5b4ad1e0-6f0a-4f3e-8d1b-8fbb4b4f2a52"})
        for _each in range(2):
            client.post(reverse("approach:comment_tick", args=[Comment.objects.get().uuid]))

        assert Comment.objects.get().done_at == AT
        assert "Anne-Marie · afgedaan" in text_of(client.get(url("report_detail", draft)))

    def test_who_may_only_read_and_a_neighbour_say_nothing(self, client, draft, femke, neighbour):
        comment = CommentFactory(report=draft)
        for member in (femke, neighbour):
            log_in(client, member)
            assert client.post(url("comment_new", draft), {"text": "Iets."}).status_code == 404
            assert client.post(reverse("approach:comment_tick", args=[comment.uuid])).status_code == 404

    def test_the_page_asks_as_much_for_one_comment_as_for_three(self, client, draft, marieke, django_assert_num_queries):
        log_in(client, marieke)
        CommentFactory(report=draft)
        client.get(url("report_detail", draft))
        with django_assert_num_queries(5):
            client.get(url("report_detail", draft))
        CommentFactory.create_batch(2, report=draft)
        with django_assert_num_queries(5):
            client.get(url("report_detail", draft))


class TestOffering:
    def test_only_others_who_may_issue_can_be_asked(self, client, draft, marieke, annemarie, thijs, femke, neighbour):
        page = log_in(client, marieke).get(url("report_offer", draft))

        assert {name for _uuid, name in page.context["form"].fields["reader"].choices} == {"Anne-Marie", "Thijs"}
        client.post(url("report_offer", draft), {"reader": str(thijs.uuid), "version": 1})
        assert Report.objects.get().state == "offered"

    def test_without_a_colleague_the_page_says_what_to_do(self, client, draft, marieke):
        assert "Niemand anders mag hier verslagen vaststellen." in text_of(log_in(client, marieke).get(url("report_offer", draft)))

    def test_not_to_herself_nor_to_who_may_not(self, draft, marieke, femke, neighbour):
        for reader in (marieke, femke, neighbour):
            with pytest.raises(PermissionDenied):
                acts.offer(draft, reader=reader, version=1, by=marieke, at=AT)

    def test_it_waits_on_today_of_the_second_person(self, client, draft, marieke, thijs):
        acts.offer(draft, reader=thijs, version=1, by=marieke, at=AT)

        assert "Bekijk een verslag voor het naar de raad gaat" in text_of(log_in(client, thijs).get(reverse("home")))

    def test_whoever_takes_over_the_promise_is_not_who_offered_it(self, draft, marieke, thijs, annemarie, femke):
        acts.offer(draft, reader=thijs, version=1, by=marieke, at=AT)
        clock, may_take = Clock.objects.get(kind=deadlines.COMMENT), promises.named(deadlines.COMMENT).may_take

        assert [each.name for each in (marieke, annemarie, femke) if may_take(clock, each)] == ["Anne-Marie"]

    def test_who_offered_it_finds_no_page_to_issue_it(self, client, offered, marieke, thijs):
        assert log_in(client, marieke).get(url("report_issue", offered)).status_code == 404
        assert log_in(client, thijs).get(url("report_issue", offered)).status_code == 200

    def test_who_is_second_to_issue_reads_that_a_colleague_was_first(self, client, offered, thijs, annemarie):
        page = log_in(client, annemarie).get(url("report_issue", offered))
        acts.issue(offered, version=offered.edits, by=thijs, at=AT)
        answer = client.post(url("report_issue", offered), {"version": page.context["form"]["version"].value()})

        assert answer.status_code == 409
        assert "net voor jou gewijzigd, aangeboden, vastgesteld of weggegooid" in text_of(answer)

    def test_what_is_offered_is_not_thrown_away(self, client, offered, marieke):
        assert log_in(client, marieke).get(url("report_discard", offered)).status_code == 404
        assert client.post(url("report_discard", offered)).status_code == 409


class TestIssued:
    def test_the_checksum_can_be_made_again_and_stands_on_the_page(self, client, issued, marieke):
        row = Report.objects.with_all().get()

        assert checksum_of(row) == row.checksum
        assert row.checksum in text_of(log_in(client, marieke).get(url("report_detail", row)))

    def test_a_figure_that_changed_since_stands_beside_what_was_told(self, client, issued, marieke):
        with measuring({"signals.kept": share(39, 44), "keyfigures.active": Figure(value=number(35).value, is_rounded=True)}, codes=CODES[:2]):
            words = text_of(log_in(client, marieke).get(url("report_detail", issued)))

        assert "Beloften over zorgen In het verslag: 38 van 44. Nu: 39 van 44." in words
        assert "Vertrouwen In het verslag: 3,7 van de 5. Nu: Wordt niet meer gemeten." in words
        assert "Actieve sleutelfiguren In het verslag" not in words
        assert Report.objects.get().figures["now"]["signals.kept"]["part"] == 38

    def test_when_nothing_changed_that_is_said_too(self, client, issued, marieke):
        same = {"signals.kept": share(38, 44), "keyfigures.active": Figure(value=number(35).value, is_rounded=True), "evaluations.trust": mean("3.7")}
        with measuring(same, codes=CODES[:3]):
            words = text_of(log_in(client, marieke).get(url("report_detail", issued)))

        assert "elk cijfer is zoals het in het verslag staat" in words

    @pytest.mark.parametrize("kind", FileKind.values)
    def test_each_file_is_given_as_it_was_issued_under_its_number(self, client, issued, femke, kind):
        answer = log_in(client, femke).get(url("report_file", issued, kind))

        assert answer.content == bytes(ReportFile.objects.get(kind=kind).content)
        assert answer["Content-Disposition"] == f'attachment; filename="verslag-2026-1.{kind}"'

    def test_the_files_that_were_issued_tell_its_title_and_no_name_of_who_made_or_issued_it(self, issued, marieke, thijs):
        assert (issued.begun_by.name, issued.issued_by.name) == (marieke.name, thijs.name)
        files = {each.kind: bytes(each.content) for each in ReportFile.objects.all()}
        told = {
            "pdf": words_on(files["pdf"]), "html": files["html"].decode(),
            **{kind: zipfile.ZipFile(BytesIO(files[kind])).read("content.xml").decode() for kind in ("odt", "ods")},
        }

        assert set(told) == set(FileKind.values)
        assert [kind for kind, words in told.items() if marieke.name in words or thijs.name in words] == []
        assert [kind for kind, words in told.items() if "Beloften over zorgen" not in words] == []
        assert "<h1>Wij houden meer beloften</h1>" in told["html"]
        assert ":root { --brand: #0d5c69 }" in told["html"]

    def test_a_file_of_another_kind_or_of_a_draft_is_not_found(self, client, issued, draft, marieke):
        log_in(client, marieke)

        assert client.get(url("report_file", issued, "docx")).status_code == 404
        assert client.get(url("report_file", draft, "pdf")).status_code == 404
        assert client.get(url("report_preview_pdf", issued)).status_code == 404


class TestPublic:
    def test_everybody_reads_it_when_the_public_page_shows_reports(self, client, waterveen, issued):
        PublicPageFactory(municipality=waterveen)
        words = text_of(client.get(reverse("approach:public_report", args=["waterveen", "2026-1"])))

        assert "Wij houden meer beloften" in words
        assert "Dit verslag zegt niet of er minder radicalisering is." in words
        assert "Marieke" not in words
        assert "Thijs" not in words
        assert client.get(reverse("approach:public_report_pdf", args=["waterveen", "2026-1"])).content == bytes(ReportFile.objects.get(kind="pdf").content)
        archive = client.get(reverse("approach:public_reports", args=["waterveen"])).content.decode()
        assert reverse("approach:public_report", args=["waterveen", "2026-1"]) in archive

    @pytest.mark.parametrize("page", [None, {"is_open": False}, {"shows_reports": False}])
    def test_closed_nobody_finds_it(self, client, waterveen, issued, page):
        if page is not None:
            PublicPageFactory(municipality=waterveen, **page)
        for name in ("public_report", "public_report_pdf"):
            assert client.get(reverse(f"approach:{name}", args=["waterveen", "2026-1"])).status_code == 404

    def test_what_was_not_issued_or_is_of_another_municipality_is_not_found(self, client, waterveen, oeverland, offered, issued_elsewhere):
        PublicPageFactory(municipality=waterveen)
        for wanted in ("2026-1", "x"):
            for name in ("public_report", "public_report_pdf"):
                assert client.get(reverse(f"approach:{name}", args=["waterveen", wanted])).status_code == 404


@pytest.fixture
def issued_elsewhere(oeverland):
    row = ReportFactory(municipality=oeverland, offered=True)
    return acts.issue(row, version=row.edits, by=MembershipFactory(team_lead=True, municipality=oeverland), at=AT)


class TestTemplate:
    def posted(self, **changed):
        fields = {f"{what}_{each.code}": str(getattr(each, name)) for each in SHIPPED for what, name in (("title", "title"), ("text", "text"))}
        return {**fields, "version": 0, **changed}

    def test_an_unknown_figure_is_refused_beside_its_field_and_nothing_is_lost(self, client, marieke):
        answer = log_in(client, marieke).post(EDIT_TEMPLATE, self.posted(text_trust="Kijk: {evaluations.trrust}", text_own="Bewaard."))

        assert (answer.status_code, Template.objects.count()) == (400, 0)
        assert answer.context["form"].errors["text_trust"] == [
            "Er is geen cijfer {evaluations.trrust}. Kies er een uit de lijst bovenaan, of laat de accolades weg.",
        ]
        assert "Bewaard." in answer.content.decode()

    def test_the_next_report_is_made_from_the_new_version_and_an_empty_part_is_left_out(self, client, marieke):
        log_in(client, marieke).post(EDIT_TEMPLATE, self.posted(text_trust="Vertrouwen in {municipality}.", text_contact=""))
        row = made(marieke, figures={})

        assert row.template.number == 1
        assert section(row, "trust") == "Vertrouwen in Waterveen."
        assert not row.sections.filter(code="contact").exists()

    def test_ours_can_be_kept_as_it_is(self, client, marieke):
        assert log_in(client, marieke).post(EDIT_TEMPLATE, self.posted()).status_code == 302

    def test_a_figure_that_disappeared_later_is_said_in_the_report(self, marieke):
        templates.publish(parts=[Part(code="own", title="Meer", text="Kijk: {oud.cijfer}")], version=0, by=marieke, at=AT)

        assert section(made(marieke, figures={}), "own") == "Kijk: Het cijfer “oud.cijfer” uit het sjabloon bestaat niet meer."

    def test_a_colleague_who_was_first_is_not_overwritten(self, client, marieke, pim):
        templates.publish(parts=[Part(code="own", title="Meer", text="Van Pim.")], version=0, by=pim, at=AT)
        answer = log_in(client, marieke).post(EDIT_TEMPLATE, self.posted(text_own="Van Marieke."))

        assert (answer.status_code, Template.objects.count()) == (409, 1)
        assert "Van Marieke." in answer.content.decode()

    def test_only_who_writes_on_the_approach(self, client, annemarie, femke):
        for member in (annemarie, femke):
            assert log_in(client, member).get(TEMPLATE).status_code == 404
            assert client.get(EDIT_TEMPLATE).status_code == 404
        with pytest.raises(PermissionDenied):
            templates.publish(parts=[], version=0, by=annemarie, at=AT)

    def test_the_page_asks_as_much_for_one_version_as_for_three(self, client, marieke, django_assert_num_queries):
        log_in(client, marieke)
        templates.publish(parts=[Part(code="own", title="Meer", text="Iets.")], version=0, by=marieke, at=AT)
        client.get(TEMPLATE)
        with django_assert_num_queries(3):
            client.get(TEMPLATE)
        for version in (1, 2):
            templates.publish(parts=[Part(code="own", title="Meer", text="Iets.")], version=version, by=marieke, at=AT)
        with django_assert_num_queries(3):
            client.get(TEMPLATE)


def full(row):
    """As much on the first page as fits in the fields."""
    long = ("Dit is een zin van gewone lengte over het werk. " * 13)[:600].strip()
    row.sections.all().delete()
    for position, each in enumerate(SHIPPED, 1):
        row.sections.create(municipality=row.municipality, code=each.code, position=position, title=str(each.title), made=long, text=long)
    goals = [
        {"text": f"{long[:195]} {each}", "indicator": "signals.kept", "target": "90", "measure": "", "by_date": None, "standing": "attention"}
        for each in range(8)
    ]
    Report.objects.filter(pk=row.pk).update(asks=long, figures={**row.figures, "goals": goals})
    return Report.objects.with_all().get(pk=row.pk)


class TestFiles:
    def test_the_first_page_is_one_a4_however_much_is_written(self, draft):
        row = full(draft)
        pdf = pdf_of(page_of(row, row.sections.in_order()), row)

        first, second = (words_on_page(pdf, page) for page in (1, 2))
        assert "Dit verslag zegt niet of er minder radicalisering is." in first
        assert second.startswith("Bijlage")
        assert facts_of(pdf)["Page size"].endswith("(A4)")

    def test_each_page_says_its_period_and_source(self, draft):
        row = full(draft)
        pdf = pdf_of(page_of(row, row.sections.in_order()), row)

        for page in range(1, int(facts_of(pdf)["Pages"]) + 1):
            words = words_on_page(pdf, page)
            assert "Periode: 1 januari 2025 tot en met 31 december 2025." in words
            assert "Bron: Sleutelfiguren Waterveen" in words

    def test_the_pdf_is_for_everybody_and_for_the_archive(self, issued):
        pdf = bytes(ReportFile.objects.get(kind="pdf").content)

        assert (facts_of(pdf)["Tagged"], facts_of(pdf)["Title"]) == ("yes", "Wij houden meer beloften")
        assert b"pdfuaid:part>1<" in pdf
        assert b"pdfaid:part>2<" in pdf
        assert b"/Lang (nl" in pdf or b"<dc:language><rdf:Bag><rdf:li>nl" in pdf
        assert issued.checksum[:20] in words_on(pdf).replace(" ", "")

    def test_the_text_to_go_on_writing_in_holds_the_same_words(self, draft):
        words = zipfile.ZipFile(BytesIO(odt_of(page_of(draft, draft.sections.in_order()), draft))).read("content.xml").decode()

        for each in ("Wij houden meer beloften", "3,7 van de 5.", "Dit verslag zegt niet of er minder radicalisering is.", "Periode: 1 januari 2025"):
            assert each in words

    def test_the_sheet_holds_each_figure_with_what_it_counts(self, draft):
        words = zipfile.ZipFile(BytesIO(ods_of(draft))).read("content.xml").decode()

        for each in ("signals.kept", "Hoeveel beloften op tijd zijn nagekomen.", "38 van 44", "35 of meer"):
            assert each in words


def words_on_page(pdf, page):
    told = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), "-layout", "-", "-"], input=pdf, check=True, capture_output=True).stdout.decode()
    return " ".join(told.split())


def test_the_preview_shows_the_same_on_the_screen(client, draft, marieke, femke):
    words = text_of(log_in(client, marieke).get(url("report_preview", draft)))

    assert "38 van 44" in words
    assert "Hoeveel beloften op tijd zijn nagekomen." in words
    assert log_in(client, femke).get(url("report_preview", draft)).status_code == 404
