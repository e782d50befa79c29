"""The page of all lessons, one lesson, and what a municipality decides about it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.urls import reverse

from approach import lesson_states
from approach.actions import lesson as actions
from approach.lessons import LESSONS, lesson_named
from approach.models.lesson import LessonSetting
from approach.presentation import lesson as words_of
from indicators import registry
from indicators.registry import NOTHING_YET, TOO_FEW, Line, Lines, number, share
from tests.approach.measured import NO, measuring
from tests.factories.accounts import MembershipFactory, MunicipalityFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.lessons import freeze
from tests.threads import at_once

LIST = reverse("approach:lesson_list")
TRUST, CONTACT = lesson_named("trust"), lesson_named("contact")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def url(name, code="contact"):
    return reverse(f"approach:lesson_{name}", args=[code])


def page_of(client, member, figures=(), **kwargs):
    with measuring(figures, **kwargs):
        return log_in(client, member).get(LIST).context["page"]


def row(page, title):
    return next(row for group in page.groups for row in group.rows if str(row.title) == title)


class TestPage:
    def test_its_heading_is_the_answer_and_its_lead_the_one_thing_to_begin_with(self, client, marieke):
        figures = {"keyfigures.procedure": NO, "keyfigures.contact": share(1, 2), "evaluations.respect": TOO_FEW, "evaluations.trust": ValueError()}

        page = page_of(client, marieke, figures, default="well")

        assert page.title == "Dertien van de zeventien lessen zijn op koers"
        assert page.lead == (
            "Begin bij één ding: bespreek vooraf wat je doet als samenwerken niet meer past. Er staat nog niets over in de afspraken. Regel dit voordat het nodig is."
        )
        assert [(each.number, each.label) for each in page.counts] == [
            (13, "op koers"), (1, "aandacht nodig"), (1, "nog niet begonnen"), (1, "te weinig gegevens"), (1, "kon niet worden geteld"),
        ]

    def test_there_is_one_primary_button_that_of_the_first_lesson_to_do(self, client, marieke):
        figures = {"keyfigures.procedure": NO, "keyfigures.contact": share(1, 2)}
        page = page_of(client, marieke, figures, default="well")
        kinds = {row.next.label: row.next.kind for group in page.groups for row in group.rows if row.next is not None and row.next.kind != "link"}

        assert kinds == {"Schrijf de tekst": "primary", "Bel iemand": "secondary"}

    def test_a_policy_adviser_begins_with_what_she_can_do_herself_and_reads_whose_the_others_are(self, client, thijs):
        page = page_of(client, thijs, {"keyfigures.procedure": NO, "approach.vision_months": number(30)}, default="well")

        assert page.lead.startswith("Begin bij één les: een heldere visie.")
        told = row(page, "Wat als samenwerken niet meer past?").next
        assert (told.url, told.who) == ("", "de coördinator")

    def test_a_row_tells_the_figure_its_definition_threshold_period_and_trend(self, client, waterveen, marieke):
        freeze(waterveen, "keyfigures.contact", 70, 75, 80, 86)
        told = row(page_of(client, marieke, {"keyfigures.contact": share(48, 53)}, default="well"), "Contact als er niets aan de hand is")

        assert (told.state, told.value) == ("Op koers", "48 van de 53")
        assert told.about == ["Zo telt keyfigures.contact.", "Grens: 90 procent. Jaar tot en met 9\xa0juni.", "Stijgt, 4 kwartalen"]
        assert len(told.spark.points) == 4

    @pytest.mark.parametrize(
        ("code", "figure", "value", "threshold", "title"),
        [
            ("evaluations.trust", registry.Figure(value=Decimal("3.7")), "3,7 van de 5", "Grens: 3,5 van de 5", "Bouwen aan vertrouwen"),
            ("approach.vision_months", number(8), "8 maanden", "Grens: hoogstens 24 maanden", "Een heldere visie"),
            ("approach.mandate", number(1), "Ja", "Grens: ja", "Steun van college en raad"),
            ("keyfigures.procedure", NO, "Nee", "Grens: ja", "Wat als samenwerken niet meer past?"),
            ("meetings.held", number(4), "4", "Grens: 2", "Bijeenkomsten met een neutrale voorzitter"),
            ("keyfigures.joined", registry.Figure(value=Decimal(10), is_rounded=True), "10 of meer", "Grens: 2", "Steeds nieuwe mensen vinden"),
            ("evaluations.respect", TOO_FEW, "Te weinig", "Grens: 3,5 van de 5", "Goede omgang, en elke vorm van extremisme"),
            ("evaluations.respect", ValueError(), "Kon niet worden geteld", "Grens: 3,5 van de 5", "Goede omgang, en elke vorm van extremisme"),
        ],
    )
    def test_a_value_reads_as_words_of_its_kind(self, client, marieke, code, figure, value, threshold, title):
        told = row(page_of(client, marieke, {code: figure}, default="well"), title)

        assert told.value == value
        assert told.about[1].startswith(f"{threshold}.")

    def test_a_figure_that_fails_is_told_and_the_page_is_there(self, client, marieke):
        told = row(page_of(client, marieke, {"evaluations.trust": ValueError("kapot")}, default="well"), "Bouwen aan vertrouwen")

        assert told.state == "Kon niet worden geteld"
        assert "kapot" not in client.get(LIST).content.decode()

    def test_when_all_is_well_there_is_no_button_and_it_says_so(self, client, marieke):
        page = page_of(client, marieke, default="well")

        assert page.title == "Alle lessen zijn op koers"
        assert {row.next.kind for group in page.groups for row in group.rows if row.next is not None} == {"link"}

    def test_it_knows_nothing_of_another_municipality(self, client, waterveen, marieke, neighbour):
        freeze(waterveen, "keyfigures.contact", 70, 80, 90)
        actions.set_aside(CONTACT, aside_because="Geheim van Waterveen", aside_until=date(2026, 9, 1), version=0, by=marieke, at=AT)

        page = page_of(client, neighbour, default="well")

        assert row(page, "Contact als er niets aan de hand is").spark is None
        assert page.title == "Alle lessen zijn op koers"
        with measuring(default="well"):
            assert "Geheim" not in client.get(url("detail")).content.decode()

    @pytest.mark.parametrize("role", ["coordinator", "policy_adviser", "team_lead", "board"])
    def test_who_works_on_the_approach_sees_it(self, client, waterveen, role):
        member = MembershipFactory(municipality=waterveen, roles=[role])

        with measuring():
            assert log_in(client, member).get(LIST).status_code == 200
            assert client.get(url("detail")).status_code == 200

    @pytest.mark.parametrize("role", ["key_figure", "report_official", "neutral_chair", "privacy_officer", "administrator"])
    def test_to_others_it_does_not_exist(self, client, waterveen, role):
        log_in(client, MembershipFactory(municipality=waterveen, roles=[role]))

        assert [client.get(each).status_code for each in (LIST, url("detail"), url("settings"))] == [404, 404, 404]

    def test_the_mayor_decides_nothing(self, client, waterveen, femke):
        log_in(client, femke)

        with measuring():
            assert "Verander de grens" not in client.get(url("detail")).content.decode()
            assert client.get(url("settings")).status_code == 404
            assert client.post(url("threshold"), {"threshold": "1", "version": 0}).status_code == 404

    def test_a_lesson_that_does_not_exist_is_not_found(self, client, marieke):
        assert log_in(client, marieke).get(url("detail", "niets")).status_code == 404

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, waterveen, marieke, rows, django_assert_num_queries):
        for lesson in LESSONS[:rows]:
            freeze(waterveen, lesson.main, *range(rows))
            actions.set_threshold(lesson, threshold=Decimal(1), version=0, by=marieke, at=AT)
        log_in(client, marieke)
        with measuring(default="well"):
            client.get(LIST)
            # Session, memberships, settings and frozen figures; and a savepoint around each of 37 figures, begun and released.
            with django_assert_num_queries(4 + 2 * len(registry.all_indicators())):
                client.get(LIST)


class TestNewMunicipality:
    def test_with_no_row_at_all_it_is_the_checklist_of_what_to_do_first(self, client, waterveen, marieke):
        page = page_of(client, marieke)

        assert page.title == "Hier begin je"
        assert page.lead == "Begin bij één ding: schrijf op waarom je met sleutelfiguren werkt. Volg daarna de lijst van boven naar beneden."
        assert [str(group.title) for group in page.groups] == ["Eerst: voordat je iemand vraagt", "Dan: zodra er mensen meedoen", "Daarna: als het loopt"]
        assert [str(row.title) for row in page.groups[0].rows] == ["Een heldere visie", "Steun van college en raad", "Wat als samenwerken niet meer past?"]
        assert [(each.number, each.label) for each in page.counts] == [(17, "nog niet begonnen")]

    def test_the_figures_that_the_apps_count_themselves_make_nothing_green_of_no_rows(self, client, waterveen, marieke):
        page = log_in(client, marieke).get(LIST).context["page"]

        assert page.is_new
        assert {row.status for group in page.groups for row in group.rows} <= {"none", "few"}


class TestAside:
    def test_it_is_shown_with_its_reason_and_day_and_never_as_on_course(self, client, marieke):
        actions.set_aside(CONTACT, aside_because="We beginnen pas in de herfst", aside_until=date(2026, 9, 1), version=0, by=marieke, at=AT)

        page = page_of(client, marieke, default="well")
        told = row(page, "Contact als er niets aan de hand is")

        assert page.title == "Zestien van de zeventien lessen zijn op koers"
        assert (told.status, told.state, told.next) == ("aside", "Opzij gezet", None)
        assert told.words == "We beginnen pas in de herfst. Op 1\xa0september kijken we er opnieuw naar."
        assert [(each.number, each.label) for each in page.counts] == [(16, "op koers"), (1, "opzij gezet")]

    def test_on_its_day_it_counts_again_by_itself_and_waits_on_vandaag(self, client, waterveen, marieke, thijs, annemarie, neighbour, time_machine):
        actions.set_aside(CONTACT, aside_because="Later", aside_until=date(2026, 9, 1), version=0, by=marieke, at=AT)
        time_machine.move_to(datetime(2026, 8, 31, 12, tzinfo=UTC), tick=False)
        assert "Opzij gezet tot" not in log_in(client, marieke).get("/").content.decode()

        time_machine.move_to(datetime(2026, 9, 1, 12, tzinfo=UTC), tick=False)

        for member, told in ((marieke, True), (thijs, True), (annemarie, False), (neighbour, False)):
            assert ("Opzij gezet tot" in log_in(client, member).get("/").content.decode()) is told, member
        assert row(page_of(client, marieke, default="well"), "Contact als er niets aan de hand is").state == "Op koers"

    def test_once_somebody_decides_again_vandaag_is_silent(self, client, marieke, time_machine):
        actions.set_aside(CONTACT, aside_because="Later", aside_until=date(2026, 9, 1), version=0, by=marieke, at=AT)
        time_machine.move_to(datetime(2026, 9, 1, 12, tzinfo=UTC), tick=False)
        actions.take_up(CONTACT, version=1, by=marieke, at=datetime(2026, 9, 1, 12, tzinfo=UTC))

        assert "Opzij gezet tot" not in log_in(client, marieke).get("/").content.decode()

    @pytest.mark.parametrize(
        ("because", "until", "error"),
        [
            ("", TODAY + timedelta(days=30), "Schrijf"),
            ("Later", "", "Kies een dag"),
            ("Later", TODAY, "Kies een dag van"),
            ("Later", TODAY + timedelta(days=366), "Kies een dag van"),
        ],
    )
    def test_without_a_reason_or_a_day_within_a_year_nothing_is_set_aside(self, client, marieke, because, until, error):
        with measuring():
            page = log_in(client, marieke).post(url("aside"), {"aside_because": because, "aside_until": until, "version": 0})

        assert page.status_code == 400
        assert error in page.content.decode()
        assert not LessonSetting.objects.exists()

    def test_the_action_itself_keeps_to_a_year_too(self, marieke):
        with pytest.raises(actions.NotPossible):
            actions.set_aside(CONTACT, aside_because="Later", aside_until=TODAY + timedelta(days=366), version=0, by=marieke, at=AT)

    def test_it_is_set_aside_and_taken_up_from_its_page(self, client, marieke):
        log_in(client, marieke)
        with measuring(default="well"):
            client.post(url("aside"), {"aside_because": "Later", "aside_until": "2026-12-01", "version": 0})
            assert LessonSetting.objects.that_hold(marieke.municipality).get().is_aside_on(TODAY)

            assert "Laat weer meetellen" in client.get(url("settings")).content.decode()
            client.post(url("take_up"), {"version": 1})

        assert not LessonSetting.objects.that_hold(marieke.municipality).get().is_aside_on(TODAY)


class TestThreshold:
    def test_an_own_threshold_holds_at_once_and_is_shown_as_such_beside_ours(self, client, marieke):
        figures = {"keyfigures.contact": share(40, 53)}  # 75.5 percent
        with measuring(figures, default="well"):
            page = log_in(client, marieke).post(url("threshold"), {"threshold": "75,0", "version": 0}, follow=True).content.decode()

        assert "75 procent of meer (eigen grens; ons voorstel: 90 procent of meer)" in " ".join(page.split())
        told = row(page_of(client, marieke, figures, default="well"), "Contact als er niets aan de hand is")
        assert told.state == "Op koers"
        assert told.about[1].startswith("Grens: 75 procent (eigen grens).")

    def test_back_to_our_proposal(self, client, marieke):
        log_in(client, marieke)
        with measuring({"keyfigures.contact": share(40, 53)}, default="well"):
            client.post(url("threshold"), {"threshold": "75", "version": 0})
            client.post(url("proposal"), {"version": 1})

        assert LessonSetting.objects.that_hold(marieke.municipality).get().threshold is None

    def test_our_number_typed_by_hand_is_our_proposal(self, client, marieke):
        log_in(client, marieke)
        with measuring(default="well"):
            client.post(url("threshold"), {"threshold": "75", "version": 0})
            client.post(url("threshold"), {"threshold": "90", "version": 1})

        assert LessonSetting.objects.that_hold(marieke.municipality).get().threshold is None

    def test_what_changes_nothing_is_no_decision(self, client, marieke):
        log_in(client, marieke)
        with measuring(default="well"):
            answers = [client.post(url(name), {**typed, "version": 0}) for name, typed in (("threshold", {"threshold": "90"}), ("take_up", {}), ("proposal", {}))]

        assert [each.status_code for each in answers] == [302, 302, 302]
        assert not LessonSetting.objects.exists()

    @pytest.mark.parametrize("typed", ["", "veel", "0", "101", "80,55"])
    def test_what_can_be_no_threshold_is_refused_and_stays_in_its_field(self, client, marieke, typed):
        with measuring():
            page = log_in(client, marieke).post(url("threshold"), {"threshold": typed, "version": 0})

        assert page.status_code == 400
        assert page.context["threshold_form"].errors
        assert not typed or f'value="{typed}"' in page.content.decode()

    def test_a_lesson_that_asks_whether_something_is_there_has_no_other_threshold(self, client, marieke):
        with measuring():
            assert log_in(client, marieke).post(url("threshold", "ending"), {"threshold": "1", "version": 0}).status_code == 404
            assert "Daarvoor is er geen andere grens" in client.get(url("settings", "ending")).content.decode()


class TestDeciding:
    def test_the_second_of_two_reads_that_a_colleague_was_first_and_keeps_her_number(self, client, marieke, pim):
        actions.set_threshold(CONTACT, threshold=Decimal(80), version=0, by=pim, at=AT)

        with measuring():
            page = log_in(client, marieke).post(url("threshold"), {"threshold": "75", "version": 0})

        assert page.status_code == 409
        assert 'value="75"' in page.content.decode()
        assert "80 procent of meer (eigen grens)" in page.content.decode()
        assert LessonSetting.objects.get().threshold == 80

    def test_the_same_form_sent_twice_is_one_decision(self, client, marieke):
        log_in(client, marieke)
        with measuring():
            answers = [client.post(url("threshold"), {"threshold": "75", "version": 0}).status_code for _time in range(2)]

        assert answers == [302, 302]
        assert LessonSetting.objects.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_of_two_at_the_same_time_one_holds(self, waterveen, marieke, pim):
        def decide(member, number):
            return lambda: actions.set_threshold(CONTACT, threshold=Decimal(number), version=0, by=member, at=AT)

        results = at_once(decide(marieke, 80), decide(pim, 70))

        assert sorted(type(each).__name__ for each in results) == ["LessonSetting", "Meanwhile"]
        assert LessonSetting.objects.count() == 1

    def test_what_one_decides_about_the_day_leaves_the_threshold_as_it_was(self, marieke, pim):
        actions.set_threshold(CONTACT, threshold=Decimal(80), version=0, by=pim, at=AT)
        actions.set_aside(CONTACT, aside_because="Later", aside_until=date(2026, 9, 1), version=1, by=marieke, at=AT)

        held = LessonSetting.objects.that_hold(marieke.municipality).get()

        assert (held.number, held.threshold, held.aside_because) == (2, 80, "Later")

    def test_who_may_only_read_decides_nothing(self, annemarie):
        with pytest.raises(PermissionDenied):
            actions.set_threshold(CONTACT, threshold=Decimal(1), version=0, by=annemarie, at=AT)

    def test_what_was_decided_is_never_changed(self, marieke):
        row = actions.set_threshold(CONTACT, threshold=Decimal(80), version=0, by=marieke, at=AT)

        with pytest.raises(ProgrammingError), transaction.atomic():
            LessonSetting.objects.filter(pk=row.pk).update(threshold=1)


class TestDetail:
    def test_it_shows_every_figure_with_its_definition_period_threshold_and_reason(self, client, waterveen, marieke):
        figures = {"keyfigures.given": share(48, 53), "keyfigures.training": share(2, 53), "keyfigures.help_in_time": TOO_FEW}
        with measuring(figures, default="well"):
            page = log_in(client, marieke).get(url("detail", "giving"))

        shown = page.context["figures"]
        assert [(each.value, each.state, each.threshold) for each in shown] == [
            ("48 van de 53", "Op koers", "90 procent of meer"), ("2 van de 53", "Aandacht nodig", "90 procent of meer"),
            ("Te weinig", "Te weinig gegevens", "90 procent of meer"),
        ]
        assert {each.reason for each in shown} == {"Omdat het zo is."}
        assert {each.period for each in shown} == {"Jaar tot en met 9\xa0juni"}
        assert [str(each) for each in page.context["missing"]] == ["Weinig mensen volgden een training.", "help in time: te weinig om te tonen."]

    def test_its_trend_stands_as_a_drawing_and_as_a_table(self, client, waterveen, marieke):
        freeze(waterveen, "keyfigures.contact", 70, None, 80, 91)
        with measuring(default="well"):
            page = log_in(client, marieke).get(url("detail")).content.decode()

        cells = [" ".join(each.split(">")[-1].split()) for each in page.split("</td>") if "data-label" in each]
        assert cells == ["70 procent", "Te weinig", "80 procent", "91 procent"]
        assert 'role="img"' in page
        assert "Kwartaal 2 van 2025" in page or "2e kwartaal 2025" in page
        assert "Stijgt, 3 kwartalen" in page

    def test_of_one_quarter_there_is_no_drawing(self, client, waterveen, marieke):
        freeze(waterveen, "keyfigures.contact", 70)
        with measuring(default="well"):
            assert 'role="img"' not in log_in(client, marieke).get(url("detail")).content.decode()

    def test_what_was_decided_stands_there_with_who_and_when_newest_first(self, client, marieke, thijs):
        actions.set_threshold(CONTACT, threshold=Decimal(80), version=0, by=marieke, at=AT - timedelta(days=8))
        actions.set_aside(CONTACT, aside_because="Later", aside_until=date(2026, 9, 1), version=1, by=thijs, at=AT - timedelta(days=7))
        actions.take_up(CONTACT, version=2, by=marieke, at=AT - timedelta(days=1))
        actions.set_threshold(CONTACT, threshold=None, version=3, by=marieke, at=AT)
        with measuring(default="well"):
            history = log_in(client, thijs).get(url("detail")).context["history"]

        assert [(each.what, each.who) for each in history] == [
            ("Weer ons voorstel voor de grens", "Marieke"), ("Telt weer mee", "Marieke"), ("Opzij gezet tot 1\xa0september: Later", "Thijs"),
            ("Grens: 80 procent", "Marieke"),
        ]

    def test_it_tells_in_words_what_another_app_hands_in_and_nothing_when_that_fails(self, client, marieke):
        log_in(client, marieke)
        held = dict(registry._LINES)
        try:
            registry.register_lines(Lines(code="keyfigures.mix", label="Mix", tell=lambda *_asked: [Line(title="Noord", text="Er zijn geen doeners.")]))
            with measuring():
                assert "Er zijn geen doeners." in client.get(url("detail", "people")).content.decode()
            registry.register_lines(Lines(code="keyfigures.mix", label="Mix", tell=lambda *_asked: 1 / 0))
            with measuring():
                assert client.get(url("detail", "people")).status_code == 200
        finally:
            registry._LINES.clear()
            registry._LINES.update(held)

    @pytest.mark.parametrize("code", [each.code for each in LESSONS])
    def test_every_lesson_has_its_page_and_its_settings(self, client, marieke, code):
        log_in(client, marieke)
        with measuring(default="well"):
            assert [client.get(url(name, code)).status_code for name in ("detail", "settings")] == [200, 200]

    @pytest.mark.parametrize("rows", [1, 3])
    def test_the_number_of_statements_does_not_grow(self, client, waterveen, marieke, rows, django_assert_num_queries):
        freeze(waterveen, "keyfigures.contact", *range(rows))
        for version in range(rows):
            actions.set_threshold(CONTACT, threshold=Decimal(version + 1), version=version, by=marieke, at=AT)
        log_in(client, marieke)
        with measuring(default="well"):
            client.get(url("detail"))
            with django_assert_num_queries(5 + 2 * len(CONTACT.codes)):
                client.get(url("detail"))


def test_a_setting_belongs_to_one_municipality(waterveen, marieke):
    actions.set_threshold(TRUST, threshold=Decimal(4), version=0, by=marieke, at=AT)

    assert not LessonSetting.objects.that_hold(MunicipalityFactory()).exists()


def test_a_step_of_which_the_page_is_not_there_is_no_step_and_she_begins_with_the_next(waterveen, marieke):
    """Where a part of the application is still being built."""
    none = {"initiatives.community": NOTHING_YET, "keyfigures.contact": share(2, 53)}
    with measuring(none, default="well"):
        states = lesson_states.all_states(waterveen, today=TODAY)
    nowhere = replace(lesson_named("initiatives").step, route="nowhere:page")
    ours = [replace(each, lesson=replace(each.lesson, step=nowhere, begin=nowhere)) if each.lesson.code == "initiatives" else each for each in states]

    page = words_of.page_of(ours, reader=marieke, today=TODAY)
    rows = {row.title: row.next for group in page.groups for row in group.rows}

    assert rows[lesson_named("initiatives").title] is None
    assert [each.label for each in rows.values() if each is not None and each.kind == "primary"] == [lesson_named("contact").step.label]
