from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from approach.actions import goal as goals
from approach.actions import vision as acts
from approach.marks import mark_of
from approach.models.vision import Goal, Vision
from approach.steps import NUMBERS, step
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.approach import GoalFactory, VisionFactory, adopted_vision
from tests.factories.keyfigures import AT, TODAY

OVERVIEW, BEGIN, COMPARE = (reverse(f"approach:vision_{name}") for name in ("overview", "begin", "compare"))
MINE, THEIRS = "Wat ik typte.", "Wat een collega typte."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def url(name, row, *args):
    return reverse(f"approach:vision_{name}", args=[row.uuid, *args])


def seen(row, number):
    row = Vision.objects.get(pk=row.pk)
    return mark_of({name: getattr(row, name) for name in step(number).fields})


def text_of(answer):
    return " ".join(answer.content.decode().split())


def adoption(row, **other):
    version = Vision.objects.get(pk=row.pk).edits
    return {"adopted_by": "council", "adopted_on": "2026-06-09", "document_number": "2026-40", "review_on": "2028-06-09", "version": version, **other}


class TestWriting:
    def test_she_writes_step_by_step_and_each_is_kept(self, client, thijs):
        answer = log_in(client, thijs).post(BEGIN)
        row = Vision.objects.get()
        assert (answer.status_code, answer.url) == (302, url("step", row, 1))
        page = client.get(answer.url)
        assert "stap 1 van 7" in text_of(page)

        answer = client.post(url("step", row, 1), {"problem": MINE, "seen": seen(row, 1), "then": "next"})

        assert (answer.status_code, answer.url) == (302, url("step", row, 2))
        assert Vision.objects.get().problem == MINE
        assert MINE in text_of(client.get(url("step", row, 1)))
        assert client.post(BEGIN).url == url("step", row, 2)  # she goes on where something is missing

    def test_from_all_answers_to_one_and_back(self, client, draft, thijs):
        page = log_in(client, thijs).get(url("check", draft))
        assert "Is dit jullie visie?" in text_of(page)
        there = url("step", draft, 4) + "?wijzig"
        assert there in text_of(page)

        answer = client.post(there, {"who": MINE, "organisations": ["youth", "sport"], "organisations_do": "", "seen": seen(draft, 4), "then": "next"})

        assert answer.url == url("check", draft)
        assert (Vision.objects.get().who, Vision.objects.get().organisations) == (MINE, ["youth", "sport"])

    def test_what_is_missing_stands_on_top_with_a_way_to_it(self, client, waterveen, thijs):
        row = VisionFactory(municipality=waterveen, written_by=thijs, limits="")

        page = text_of(log_in(client, thijs).get(url("check", row)))

        assert "Dit is er tot nu toe" in page
        for number in (6, 7):
            assert url("step", row, number) + "?wijzig" in page

    def test_examples_of_limits_come_below_hers_and_save_nothing(self, client, waterveen, thijs):
        row = VisionFactory(municipality=waterveen, written_by=thijs, limits="")

        page = log_in(client, thijs).post(url("step", row, 7), {"limits": MINE, "links": "", "seen": seen(row, 7), "then": "examples"})

        assert page.status_code == 200
        assert page.context["form"]["limits"].value().startswith(MINE + "\nWij vragen nooit")
        assert Vision.objects.get().limits == ""

    def test_a_name_is_asked_about_once(self, client, draft, thijs):
        given = {"problem": "Wij hoorden van mevrouw Jansen dat het misgaat.", "seen": seen(draft, 1), "then": "next"}
        page = log_in(client, thijs).post(url("step", draft, 1), given)
        assert (page.status_code, "Staat er in deze tekst een naam van iemand?" in text_of(page)) == (200, True)

        assert client.post(url("step", draft, 1), {**given, "hints_seen": "problem:person"}).status_code == 302

    @pytest.mark.parametrize(
        "number, wrong", [(1, {"problem": "a" * 3001}), (3, {"form": "club", "form_because": ""}), (4, {"who": "", "organisations": ["sect"], "organisations_do": ""})],
    )
    def test_what_is_wrong_is_kept_on_the_page_and_not_in_the_vision(self, client, draft, thijs, number, wrong):
        answer = log_in(client, thijs).post(url("step", draft, number), {**wrong, "seen": seen(draft, number)})

        assert (answer.status_code, Vision.objects.get().edits) == (400, 1)
        assert client.get(url("step", draft, 8)).status_code == 404

    def test_who_comes_second_reads_both_texts_and_chooses(self, client, draft, thijs, marieke):
        before = seen(draft, 1)
        acts.save(draft, number=1, values={"problem": THEIRS}, seen=before, by=marieke)
        given = {"problem": MINE, "seen": before, "then": "next"}

        late = log_in(client, thijs).post(url("step", draft, 1), given)

        assert late.status_code == 409
        assert late.context["differences"] == [{"label": "Het probleem", "theirs": THEIRS, "yours": MINE}]
        assert MINE in text_of(late)
        assert client.post(url("step", draft, 1), {**given, "seen": seen(draft, 1)}).status_code == 302
        assert Vision.objects.get().problem == MINE

    def test_what_she_typed_in_a_draft_that_is_gone_or_adopted_is_not_lost(self, client, draft, thijs, marieke):
        mark, address = seen(draft, 1), url("step", draft, 1)
        acts.adopt(draft, by=marieke, at=AT, **{**adoption(draft), "adopted_on": TODAY, "review_on": date(2028, 1, 1)})
        late = log_in(client, thijs).post(address, {"problem": MINE, "seen": mark})
        assert (late.status_code, MINE in text_of(late)) == (409, True)
        assert client.get(address).url == url("detail", draft)

        second = acts.begin(by=thijs, at=AT)
        mark, address = seen(second, 1), url("step", second, 1)
        acts.discard(second, version=second.edits, by=marieke)
        late = client.post(address, {"problem": MINE, "seen": mark})
        assert (late.status_code, MINE in text_of(late)) == (409, True)
        assert client.get(address).status_code == 404


class TestSubGoals:
    def given(self, **other):
        return {"text": "De visie is jong.", "target": "24", "by_date": "2027-01-01", "submission": str(uuid4()), "seen": "", **other}

    def test_she_chooses_a_figure_and_reads_what_it_counts(self, client, draft, thijs):
        page = text_of(log_in(client, thijs).get(url("goal_choose", draft)))
        assert "Hele maanden sinds de dag" in page
        assert "Dit is een aantal maanden. Lager is beter. Ons voorstel: ten hoogste 24 maanden." in page
        there = url("goal_new", draft) + "?cijfer=approach.vision_months"
        assert there in page
        form = text_of(client.get(there))
        assert "Hele maanden sinds de dag" in form
        assert "Hoeveel ten hoogste?" in form

        given = self.given()
        for _each in range(2):
            assert client.post(there, given).url == url("step", draft, 6)

        row = Goal.objects.get(text="De visie is jong.")
        assert (row.indicator, row.target, row.by_date, row.measure, row.position) == ("approach.vision_months", 24, date(2027, 1, 1), "", 2)
        assert "ten hoogste 24 maanden" in text_of(client.get(url("step", draft, 6)))

    def test_of_what_is_yes_or_no_no_number_is_asked(self, client, draft, thijs):
        there = url("goal_new", draft) + "?cijfer=approach.vision_complete"
        given = self.given()
        del given["target"]
        assert 'name="target"' not in text_of(log_in(client, thijs).get(there))
        assert client.post(there, given).status_code == 302

        assert Goal.objects.get(indicator="approach.vision_complete").target == 1
        assert "Doel: ja." in text_of(client.get(url("check", draft)))

    def test_in_an_own_way_needs_words_and_no_number(self, client, draft, thijs):
        there = url("goal_new", draft) + "?cijfer="
        given = self.given(target="")
        assert log_in(client, thijs).post(there, given).status_code == 400
        assert client.post(there, {**given, "measure": "Wij vragen het op de markt."}).status_code == 302

        row = Goal.objects.get(text="De visie is jong.")
        assert (row.indicator, row.measure, row.target) == ("", "Wij vragen het op de markt.", None)

    @pytest.mark.parametrize("wrong", [{"text": ""}, {"target": ""}, {"target": "veel"}, {"target": "-1"}, {"by_date": ""}, {"by_date": "2020-01-01"}])
    def test_what_is_wrong_stands_beside_the_field(self, client, draft, thijs, wrong):
        answer = log_in(client, thijs).post(url("goal_new", draft) + "?cijfer=approach.vision_months", self.given(**wrong))

        assert (answer.status_code, Goal.objects.count()) == (400, 1)

    def test_a_comma_is_fine(self, client, draft, thijs):
        log_in(client, thijs).post(url("goal_new", draft) + "?cijfer=approach.vision_months", self.given(target="7,5"))

        assert str(Goal.objects.get(text="De visie is jong.").target) == "7.5"

    def test_she_changes_another_figure_and_takes_one_away(self, client, draft, thijs):
        row = Goal.objects.get()
        change, away = url("goal_change", draft, row.identity), url("goal_remove", draft, row.identity)
        page = text_of(log_in(client, thijs).get(change))
        assert url("goal_choose", draft) + f"?doel={row.identity}" in page
        assert change + "?cijfer=approach.vision_months" in text_of(client.get(url("goal_choose", draft) + f"?doel={row.identity}"))
        assert client.post(change + "?cijfer=approach.vision_months", self.given(seen=goals.seen_of(row))).status_code == 302
        row.refresh_from_db()
        assert (row.indicator, row.measure) == ("approach.vision_months", "")

        assert "Wil je dit subdoel weghalen?" in text_of(client.get(away))
        assert client.post(away, {"seen": "anders"}).status_code == 409
        assert client.post(away, {"seen": goals.seen_of(row)}).status_code == 302
        assert not Goal.objects.exists()

    def test_a_colleague_who_was_first_is_shown_and_hers_is_kept(self, client, draft, thijs, marieke):
        row = Goal.objects.get()
        change, before = url("goal_change", draft, row.identity), goals.seen_of(row)
        goals.change(draft, identity=row.identity, values={**goals.values_of(row), "text": THEIRS}, seen=before, by=marieke)

        late = log_in(client, thijs).post(change, self.given(text=MINE, measure="Zelf.", seen=before))

        page = text_of(late)
        assert (late.status_code, MINE in page, THEIRS in page) == (409, True, True)
        Goal.objects.all().delete()
        gone = client.post(change, self.given(text=MINE, measure="Zelf."))
        assert (gone.status_code, MINE in text_of(gone)) == (409, True)

    def test_she_puts_them_in_another_order(self, client, draft, thijs):
        second = GoalFactory(vision=draft, text="Tweede.")

        assert log_in(client, thijs).post(url("goal_move", draft, second.identity), {"heen": "omhoog"}).status_code == 302

        assert Goal.objects.of(draft).first() == second

    def test_a_figure_that_nobody_knows_becomes_an_own_way(self, client, draft, thijs):
        page = log_in(client, thijs).get(url("goal_new", draft) + "?cijfer=geen.cijfer")

        assert (page.status_code, 'name="measure"' in text_of(page)) == (200, True)


class TestAdopting:
    def test_she_is_asked_once_more_and_then_it_is_in_force(self, client, draft, thijs):
        address = url("adopt", draft)
        form = log_in(client, thijs).get(address)
        assert form.context["form"]["review_on"].value() == date(2028, 6, 9)
        sure = client.post(address, adoption(draft))
        assert (sure.status_code, "Is versie 1 vastgesteld?" in text_of(sure), Vision.objects.get().state) == (200, True, "draft")

        answer = client.post(address, adoption(draft, zeker="ja"))

        assert (answer.status_code, answer.url) == (302, url("detail", draft))
        page = text_of(client.get(OVERVIEW))
        assert "Versie 1 van de visie geldt" in page
        assert "Vastgesteld op 9 juni door de raad, document 2026-40." in page.replace("\xa0", " ")

    def test_what_is_missing_is_told_in_place_of_the_form(self, client, waterveen, thijs):
        row = VisionFactory(municipality=waterveen, written_by=thijs, problem="")

        page = text_of(log_in(client, thijs).get(url("adopt", row)))

        assert "De visie kan nog niet worden vastgesteld" in page
        assert 'name="adopted_on"' not in page
        late = client.post(url("adopt", row), adoption(row, zeker="ja"))
        assert (late.status_code, "Er ontbreekt nog iets, bij: Het probleem, Subdoelen." in text_of(late)) == (409, True)

    @pytest.mark.parametrize("wrong", [{"adopted_on": "2026-06-10"}, {"adopted_on": ""}, {"adopted_by": "king"}, {"review_on": "2026-06-09"}, {"document_number": "1" * 61}])
    def test_what_is_wrong_stands_beside_the_field(self, client, draft, thijs, wrong):
        for sure in ({}, {"zeker": "ja"}):
            assert log_in(client, thijs).post(url("adopt", draft), {**adoption(draft, **wrong), **sure}).status_code == 400

        assert Vision.objects.get().state == "draft"

    def test_who_read_an_older_text_reads_again_and_types_nothing_twice(self, client, draft, thijs, marieke):
        given = adoption(draft, zeker="ja")
        acts.save(draft, number=1, values={"problem": THEIRS}, seen=seen(draft, 1), by=marieke)

        late = log_in(client, thijs).post(url("adopt", draft), given)

        assert (late.status_code, 'value="2026-40"' in text_of(late)) == (409, True)
        assert client.post(url("adopt", draft), {**given, "version": "2"}).status_code == 302

    def test_it_can_be_thrown_away_after_a_question(self, client, draft, thijs):
        page = text_of(log_in(client, thijs).get(url("discard", draft)))
        assert "Wil je het concept van versie 1 weggooien?" in page
        assert client.post(url("discard", draft), {"version": "9"}).status_code == 409
        assert client.post(url("discard", draft), {"version": "1"}).url == OVERVIEW

        assert not Vision.objects.exists()
        assert "Er is nog geen visie" in text_of(client.get(OVERVIEW))


class TestLookingAgain:
    @pytest.fixture
    def held(self, draft, thijs):
        return acts.adopt(draft, by=thijs, at=AT, **{**adoption(draft), "adopted_on": TODAY, "review_on": date(2028, 6, 9)})

    def test_it_waits_on_the_start_page_when_its_day_comes(self, client, held, thijs, time_machine):
        time_machine.move_to(AT.replace(year=2028), tick=False)

        start = log_in(client, thijs).get("/").content.decode()

        assert url("review", held) in start
        assert "Versie 1" in start
        assert held.problem not in start

    def test_it_stays_or_moves_with_the_day_shown(self, client, held, thijs):
        page = text_of(log_in(client, thijs).get(url("review", held)))
        assert "uiterlijk vrijdag 9 juni 2028 opnieuw bekeken" in page.replace("\xa0", " ")
        assert client.post(url("move", held), {"review_on": "2028-09-01", "seen": "2028-06-09"}).url == OVERVIEW
        assert client.post(url("keep", held), {"review_on": "2029-09-01", "seen": "2028-06-09"}).status_code == 409
        assert client.post(url("keep", held), {"review_on": "2029-09-01", "seen": "2028-09-01"}).status_code == 302

        assert (Vision.objects.get().review_on, Clock.objects.open().get().due_at.date()) == (date(2029, 9, 1), date(2029, 9, 1))

    @pytest.mark.parametrize("wrong", ["", "2026-06-09", "2040-01-01"])
    def test_a_day_that_is_not_possible_is_refused_beside_the_field(self, client, held, thijs, wrong):
        for name in ("keep", "move"):
            assert log_in(client, thijs).post(url(name, held), {"review_on": wrong, "seen": "2028-06-09"}).status_code == 400

    def test_late_is_told_to_everybody_who_reads_it(self, client, held, femke, time_machine):
        time_machine.move_to(AT.replace(year=2028, month=7), tick=False)

        assert "Te laat: de visie had uiterlijk 9 juni opnieuw bekeken moeten zijn." in text_of(log_in(client, femke).get(OVERVIEW)).replace("\xa0", " ")


class TestWhoReads:
    def test_a_draft_is_for_who_writes(self, client, draft, annemarie, femke, robin, neighbour):
        GoalFactory(vision=draft)
        goal = Goal.objects.first()
        private = [url(name, draft) for name in ("check", "adopt", "discard", "pdf", "goal_choose", "goal_new")]
        private += [url("step", draft, number) for number in NUMBERS] + [url("goal_change", draft, goal.identity), url("goal_remove", draft, goal.identity)]
        for reader in (annemarie, femke, robin.member, neighbour):
            log_in(client, reader)
            assert [client.get(address).status_code for address in private] == [404] * len(private), reader
        assert draft.problem not in text_of(log_in(client, femke).get(OVERVIEW))

    def test_what_was_adopted_is_read_by_the_board_and_changed_by_nobody(self, client, waterveen, annemarie, femke, robin, neighbour):
        row = adopted_vision(waterveen)
        for reader in (annemarie, femke):
            page = text_of(log_in(client, reader).get(OVERVIEW))
            assert (row.problem in page, "Nieuwe versie beginnen" in page, "Opnieuw bekijken" in page) == (True, False, False)
            assert client.get(url("detail", row)).status_code == 200
            assert client.get(url("pdf", row))["Content-Disposition"] == 'attachment; filename="visie-versie-1.pdf"'
            for name in ("review", "keep", "move"):
                assert client.post(url(name, row)).status_code in {404, 405}
            assert client.post(BEGIN).status_code == 404
        for reader in (robin.member, neighbour, MembershipFactory(official=True, municipality=waterveen)):
            assert log_in(client, reader).get(url("detail", row)).status_code == 404

    def test_two_versions_stand_beside_each_other(self, client, waterveen, thijs, femke):
        adopted_vision(waterveen, problem="Ruzie op straat.", adopted_on=date(2025, 1, 1))
        adopted_vision(waterveen, problem="Ruzie op internet.")
        VisionFactory(municipality=waterveen, written_by=thijs, problem="Ruzie.")

        page = text_of(log_in(client, femke).get(COMPARE))
        assert "Wat er veranderde van versie 1 naar versie 2" in page
        assert "straat." in page
        for other in ("?van=1&tot=3", "?van=9&tot=1", "?van=2&tot=2", "?van=x"):
            assert "Kies twee versies" in text_of(client.get(COMPARE + other))
        assert "van versie 1 naar versie 3" in text_of(log_in(client, thijs).get(COMPARE + "?van=3&tot=1"))

    def test_without_versions_there_is_nothing_to_compare(self, client, femke):
        assert "er valt nog niets te vergelijken" in text_of(log_in(client, femke).get(COMPARE))
        assert "Er is nog geen visie" in text_of(client.get(OVERVIEW))


@pytest.mark.parametrize("number", [1, 3])
def test_the_overview_asks_as_many_statements_for_one_and_three_versions_and_sub_goals(client, waterveen, femke, number, django_assert_num_queries):
    for _each in range(number):
        adopted_vision(waterveen, goals=number)
    log_in(client, femke).get(OVERVIEW)

    with django_assert_num_queries(5):
        client.get(OVERVIEW)


@pytest.mark.parametrize("number", [1, 3])
def test_the_answers_of_a_draft_ask_as_many_statements_for_one_and_three_sub_goals(client, draft, thijs, number, django_assert_num_queries):
    for _each in range(number - 1):
        GoalFactory(vision=draft)
    log_in(client, thijs).get(url("check", draft))

    with django_assert_num_queries(4):
        client.get(url("check", draft))
