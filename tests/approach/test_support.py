"""The register of support: who decided what, until when, with which money, and when college and council hear of it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.roles import Role
from approach.actions import NotPossible, decision, known_date, moment, portfolio
from approach.actions import budget as budgets
from approach.models.support import Budget, Decision, KnownDate, Moment, PortfolioHolder
from audit.models import Entry
from notifications.models import Message
from sleutelfiguren import handover
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.support import (
    BudgetFactory,
    CouncilPromiseFactory,
    DecisionFactory,
    KnownDateFactory,
    MomentFactory,
    PortfolioHolderFactory,
    support_stands,
)
from tests.threads import at_once

DAY = timedelta(days=1)
PAGE = reverse("approach:support")
SECRET = "De raad stelt het pas in september vast."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def page_of(client, member):
    return log_in(client, member).get(PAGE).content.decode()


def h1_of(page):
    return page.split("<h1")[1].split(">", 1)[1].split("</h1>")[0]


def owned_by(row, member):
    Moment.objects.filter(pk=row.pk).update(owner=member)
    connection.check_constraints()


def decided(by, **other):
    given = {
        "kind": "mandate", "title": "Wij werken met sleutelfiguren.", "body": "council", "decided_on": TODAY - DAY, "document_number": "2026-12",
        "until": None, "submission": uuid4(), "at": AT,
    }
    return decision.record(by=by, **(given | other))


class TestPage:
    def test_a_municipality_that_wrote_nothing_down_reads_what_it_is_for_and_where_to_begin(self, client, marieke):
        page = page_of(client, marieke)

        assert h1_of(page) == "Wie achter de aanpak staat, staat nog nergens"
        assert f'href="{reverse("approach:decision_new")}"' in page.split("</h1>")[1].split("</div>")[0]

    def test_when_nothing_asks_for_attention_it_says_how_it_stands(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)
        page = page_of(client, marieke)

        assert h1_of(page) == "Er is draagvlak"
        for sentence in ("Het besluit geldt tot er een ander besluit is.", "Portefeuillehouder: burgemeester.", "Er is geld tot en met 2027.", "De raad hoort ervan op"):
            assert sentence in page
        assert "Wat vraagt nog meer aandacht?" not in page

    def test_a_decision_that_ends_soon_is_the_title_and_the_button_writes_down_the_next(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)
        Decision.objects.update(until=TODAY + 100 * DAY)
        page = page_of(client, marieke)

        assert h1_of(page) == "Het besluit over de aanpak loopt af op donderdag 17 september".replace("17 ", "17\xa0")
        assert reverse("approach:decision_new") in page.split("</h1>")[1].split("</div>")[0]
        assert page.split("<main")[1].count("utrecht-button-link--html-a") == 1

    def test_money_for_next_year_is_asked_half_a_year_before(self, client, waterveen, marieke, time_machine):
        support_stands(waterveen, owner=marieke)
        Budget.objects.filter(year=2027).delete()
        assert h1_of(page_of(client, marieke)) == "Er is draagvlak"
        time_machine.move_to(AT.replace(month=7, day=6), tick=False)
        page = page_of(client, marieke)

        assert h1_of(page) == "Er is nog geen geld voor 2027"
        assert f"{reverse('approach:budget_new')}?jaar=2027" in page

    def test_what_is_late_comes_before_what_is_missing_and_that_before_what_comes(self, client, waterveen, marieke):
        row = MomentFactory(municipality=waterveen, owner=marieke)
        CouncilPromiseFactory(moment=row, due_on=TODAY - DAY)
        DecisionFactory(municipality=waterveen, written_by=marieke, until=TODAY + 10 * DAY)
        page = page_of(client, marieke)

        places = [page.index(sentence) for sentence in (
            "Eén toezegging aan college of raad is te laat", "Er is nog geen portefeuillehouder", "Er is nog geen geld voor 2026", "Het besluit over de aanpak loopt af op",
        )]
        assert places == sorted(places)

    def test_who_only_reads_sees_the_same_without_buttons(self, client, waterveen, marieke, femke):
        DecisionFactory(municipality=waterveen, written_by=marieke, title=SECRET, until=TODAY + 10 * DAY)
        page = page_of(client, femke)

        assert "Er is nog geen geld voor 2026" in page
        assert SECRET in page
        assert "utrecht-button" not in page.split("<main")[1]
        assert "nieuw/" not in page.split("<main")[1]

    def test_nobody_reads_the_register_of_another_municipality(self, client, waterveen, marieke, neighbour):
        DecisionFactory(municipality=waterveen, written_by=marieke, title=SECRET)
        MomentFactory(municipality=waterveen, owner=marieke, title=SECRET)

        assert SECRET not in page_of(client, neighbour)
        assert SECRET not in client.get(reverse("approach:moment_list") + "?toon=geweest").content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_it_costs_the_same_for_one_and_three_of_everything(self, client, waterveen, marieke, number, django_assert_num_queries):
        for each in range(number):
            DecisionFactory(municipality=waterveen, written_by=marieke)
            PortfolioHolderFactory(municipality=waterveen, since=TODAY - 300 * DAY, until=TODAY - 200 * DAY + each * DAY)
            BudgetFactory(municipality=waterveen, year=2026 + each)
            row = MomentFactory(municipality=waterveen)
            MomentFactory(municipality=waterveen, planned=True)
            CouncilPromiseFactory(moment=row)
            KnownDateFactory(municipality=waterveen, on=TODAY + (100 + each) * DAY)
        log_in(client, marieke).get(PAGE)

        with django_assert_num_queries(10):  # session, person with member, and eight of the register
            client.get(PAGE)

    @pytest.mark.parametrize("role", list(Role))
    def test_who_reads_the_approach_finds_it_and_nobody_else(self, client, waterveen, role):
        reads = role in {Role.COORDINATOR, Role.POLICY_ADVISER, Role.TEAM_LEAD, Role.BOARD}
        writes = role in {Role.COORDINATOR, Role.POLICY_ADVISER}
        log_in(client, MembershipFactory(municipality=waterveen, roles=[role]))
        row = MomentFactory(municipality=waterveen)
        promised = CouncilPromiseFactory(moment=row)
        of_readers = [PAGE, reverse("approach:moment_list"), reverse("approach:promise_list")]
        of_readers += [reverse("approach:moment_detail", args=[row.uuid]), reverse("approach:promise_detail", args=[promised.uuid])]
        of_writers = [reverse(f"approach:{name}") for name in ("decision_new", "portfolio_new", "budget_new", "date_new", "moment_new")]
        of_writers += [reverse(f"approach:{name}", args=[row.uuid]) for name in ("moment_change", "moment_hold", "moment_cancel", "promise_new")]

        assert {client.get(each).status_code for each in of_readers} == {200 if reads else 404}
        assert {client.get(each).status_code for each in of_writers} == {200 if writes else 404}


class TestDecisions:
    def test_the_same_form_twice_is_one_decision(self, marieke):
        number = uuid4()
        for _each in range(2):
            decided(marieke, submission=number)

        assert Decision.objects.count() == 1
        assert Entry.objects.filter(verb="approach.support_changed").count() == 1

    def test_only_who_works_on_the_approach_writes_one_down(self, annemarie, femke, joris, robin):
        for by in (annemarie, femke, joris, robin.member):
            with pytest.raises(PermissionDenied):
                decided(by)

    def test_she_writes_it_down_corrects_and_ends_it(self, client, marieke):
        given = {"kind": "mandate", "title": "Wij werken met sleutelfiguren.", "body": "council", "decided_on": "2026-06-01", "until": "2028-06-01"}
        answer = log_in(client, marieke).post(reverse("approach:decision_new"), given)
        row = Decision.objects.get()
        assert (answer.status_code, answer.url, row.until) == (302, PAGE, date(2028, 6, 1))

        change = reverse("approach:decision_change", args=[row.uuid])
        assert client.post(change, {**given, "title": "Wij gaan door.", "version": "1"}).status_code == 302
        late = client.post(change, {**given, "title": "Van een ander.", "version": "1"})
        assert (late.status_code, "Van een ander." in late.content.decode(), "Wij gaan door." in late.content.decode()) == (409, True, True)
        assert client.post(reverse("approach:decision_end", args=[row.uuid]), {"until": "2026-06-30", "version": "2"}).status_code == 302
        row.refresh_from_db()
        assert (row.title, row.until, row.edits) == ("Wij gaan door.", date(2026, 6, 30), 3)

    def test_a_last_day_before_the_decision_is_refused_beside_the_field_and_nothing_is_lost(self, client, marieke):
        given = {"kind": "mandate", "title": SECRET, "body": "council", "decided_on": "2026-06-01", "until": "2026-05-31"}
        answer = log_in(client, marieke).post(reverse("approach:decision_new"), given)

        assert (answer.status_code, SECRET in answer.content.decode(), Decision.objects.count()) == (400, True, 0)

    def test_a_name_is_asked_about_once(self, client, marieke):
        given = {"kind": "mandate", "title": "Op voorstel van mevrouw Jansen.", "body": "council", "decided_on": "2026-06-01"}
        page = log_in(client, marieke).post(reverse("approach:decision_new"), given)
        assert (page.status_code, "Staat er in deze tekst een naam van iemand?" in page.content.decode()) == (200, True)

        assert client.post(reverse("approach:decision_new"), {**given, "hints_seen": "title:person"}).status_code == 302

    def test_the_log_holds_no_words_of_it(self, marieke):
        decided(marieke, title=SECRET)

        assert not Entry.objects.filter(reason__contains="raad").exists()


class TestPortfolioHolder:
    def test_another_office_takes_over_and_the_one_before_ends_the_day_before(self, client, waterveen, marieke):
        PortfolioHolderFactory(municipality=waterveen)
        answer = log_in(client, marieke).post(reverse("approach:portfolio_new"), {"office": "wethouder zorg", "since": "2026-06-09"})

        assert answer.status_code == 302
        assert list(PortfolioHolder.objects.order_by("since").values_list("office", "until")) == [("burgemeester", TODAY - DAY), ("wethouder zorg", None)]

    def test_the_same_form_twice_is_one_change(self, marieke):
        for _each in range(2):
            portfolio.begin(office="burgemeester", since=TODAY, by=marieke, at=AT)

        assert PortfolioHolder.objects.count() == 1

    def test_none_begins_before_the_one_before(self, client, waterveen, marieke):
        PortfolioHolderFactory(municipality=waterveen, since=TODAY)
        answer = log_in(client, marieke).post(reverse("approach:portfolio_new"), {"office": "wethouder zorg", "since": "2026-06-08"})

        assert (answer.status_code, "wethouder zorg" in answer.content.decode()) == (409, True)

    def test_what_was_written_down_wrongly_is_corrected_but_two_never_answer_at_once(self, client, waterveen, marieke):
        PortfolioHolderFactory(municipality=waterveen, until=TODAY - 10 * DAY)
        row = PortfolioHolderFactory(municipality=waterveen, office="burgemester", since=TODAY - 9 * DAY)
        address = reverse("approach:portfolio_change", args=[row.uuid])
        assert log_in(client, marieke).post(address, {"office": "burgemeester", "since": "2026-05-20", "version": "1"}).status_code == 409
        assert client.post(address, {"office": "burgemeester", "since": "2026-06-01", "version": "1"}).status_code == 302
        row.refresh_from_db()

        assert (row.office, row.since) == ("burgemeester", date(2026, 6, 1))


class TestMoney:
    given = {"amount": "€ 25.000", "spent": "12.500,00", "spent_until": "2026-05-31", "note": "Bijeenkomsten en trainingen"}

    def test_she_fills_in_a_year_as_people_write_amounts(self, client, marieke):
        answer = log_in(client, marieke).post(reverse("approach:budget_new"), {**self.given, "year": "2026"})
        row = Budget.objects.get()

        assert (answer.status_code, row.year, row.amount, row.spent, row.spent_until) == (302, 2026, 25_000, 12_500, date(2026, 5, 31))
        page = client.get(PAGE).content.decode()
        assert "2026: €\xa025.000" in page
        assert "Dat is 50 procent." in page

    @pytest.mark.parametrize("wrong", [
        {"amount": ""}, {"amount": "veel"}, {"amount": "-5"}, {"amount": "200000000"}, {"spent": ""}, {"spent_until": ""}, {"spent_until": "2026-06-10"},
        {"year": "1999"},
    ])
    def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(self, client, marieke, wrong):
        answer = log_in(client, marieke).post(reverse("approach:budget_new"), {**self.given, "year": "2026", **wrong})

        assert (answer.status_code, "Bijeenkomsten en trainingen" in answer.content.decode(), Budget.objects.count()) == (400, True, 0)

    def test_a_year_is_filled_in_once(self, client, waterveen, marieke):
        log_in(client, marieke)
        for status in (302, 302):  # the same form sent twice
            assert client.post(reverse("approach:budget_new"), {**self.given, "year": "2026"}).status_code == status
        assert client.post(reverse("approach:budget_new"), {**self.given, "year": "2026", "amount": "30000"}).status_code == 409
        assert Budget.objects.get().amount == 25_000

    def test_the_second_of_two_editors_reads_what_the_first_did_with_her_own_text_kept(self, client, waterveen, marieke, pim):
        row = BudgetFactory(municipality=waterveen)
        address = reverse("approach:budget_change", args=[row.uuid])
        budgets.change(row, amount=30_000, spent=None, spent_until=None, note="Van Pim", version=1, by=pim, at=AT)
        late = log_in(client, marieke).post(address, {"amount": "20000", "note": "Van Marieke", "version": "1"})
        page = late.content.decode()

        assert (late.status_code, "Van Pim" in page, "Van Marieke" in page, 'name="version" value="2"' in page) == (409, True, True, True)
        assert client.post(address, {"amount": "20000", "note": "Van Marieke", "version": "2"}).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_editors_of_one_budget_at_the_same_moment_leave_one(waterveen, marieke, pim):
    row = BudgetFactory(municipality=waterveen)

    def change(amount, by):
        return lambda: budgets.change(row, amount=amount, spent=None, spent_until=None, note="", version=1, by=by, at=AT)

    ends = at_once(change(1_000, marieke), change(2_000, pim))

    assert sum(isinstance(each, NotPossible) for each in ends) == 1
    assert (Budget.objects.get().edits, Budget.objects.get().amount in {1_000, 2_000}) == (2, True)


@pytest.mark.django_db(transaction=True)
def test_two_offices_at_the_same_moment_leave_one_that_answers(waterveen, marieke, pim):
    at_once(*(lambda by=by, office=office: portfolio.begin(office=office, since=TODAY, by=by, at=AT) for by, office in ((marieke, "burgemeester"), (pim, "wethouder zorg"))))

    assert PortfolioHolder.objects.filter(until=None).count() == 1


class TestKnownDates:
    def test_elections_are_entered_moved_and_done(self, client, marieke):
        log_in(client, marieke)
        assert client.post(reverse("approach:date_new"), {"kind": "elections", "on": "2030-03-20"}).status_code == 302
        row = KnownDate.objects.get()
        move = reverse("approach:date_change", args=[row.uuid])
        assert client.post(move, {"on": "2030-03-27", "version": "1"}).status_code == 302
        row.refresh_from_db()
        assert (row.on, row.moved_from) == (date(2030, 3, 27), date(2030, 3, 20))
        assert "Eerst was het 20\xa0maart\xa02030." in client.get(PAGE).content.decode()

        done = reverse("approach:date_done", args=[row.uuid])
        assert "Dit kun je niet ongedaan maken." in client.get(done).content.decode()
        assert client.post(done, {"version": "2"}).status_code == 302
        assert client.post(done, {"version": "3"}).status_code == 404

    def test_the_same_date_twice_is_one_and_two_become_never_one_by_moving(self, waterveen, marieke):
        first = known_date.add(kind="elections", on=TODAY + DAY, by=marieke, at=AT)
        assert known_date.add(kind="elections", on=TODAY + DAY, by=marieke, at=AT) == first
        known_date.add(kind="elections", on=TODAY + 2 * DAY, by=marieke, at=AT)
        with pytest.raises(NotPossible):
            known_date.move(first, on=TODAY + 2 * DAY, version=1, by=marieke, at=AT)

    def test_the_second_of_two_who_move_it_reads_where_it_went(self, client, waterveen, marieke, pim):
        row = KnownDateFactory(municipality=waterveen, on=date(2030, 3, 20))
        known_date.move(row, on=date(2030, 3, 27), version=1, by=pim, at=AT)
        late = log_in(client, marieke).post(reverse("approach:date_change", args=[row.uuid]), {"on": "2030-04-03", "version": "1"})

        assert (late.status_code, "27\xa0maart\xa02030" in late.content.decode(), "2030-04-03" in late.content.decode()) == (409, True, True)


class TestMoments:
    def given(self, owner, **other):
        return {"body": "council", "title": "Hoe het eerste jaar ging", "planned_on": "2026-09-01", "owner": str(owner.uuid), **other}

    def url(self, name, row):
        return reverse(f"approach:moment_{name}", args=[row.uuid])

    def test_it_is_planned_by_one_and_prepared_by_another_who_hears_so(self, client, marieke, annemarie):
        number = str(uuid4())
        for _each in range(2):
            assert log_in(client, marieke).post(reverse("approach:moment_new"), self.given(annemarie, submission=number)).status_code == 302
        row = Moment.objects.get()

        assert row.owner == annemarie
        assert list(Message.objects.values_list("recipient", "kind")) == [(annemarie.pk, "approach.to_official")]
        assert "Anne-Marie bereidt het voor." in client.get(PAGE).content.decode()

    def test_it_moves_is_held_with_what_was_asked_and_corrected(self, client, waterveen, marieke, annemarie):
        row = MomentFactory(municipality=waterveen, owner=marieke, planned=True)
        log_in(client, marieke)
        assert client.post(self.url("change", row), self.given(annemarie, planned_on="2026-06-09", version="1")).status_code == 302
        assert client.post(self.url("hold", row), {"held_on": "2026-06-10", "asked": SECRET, "version": "2"}).status_code == 400
        assert client.post(self.url("hold", row), {"held_on": "2026-06-09", "asked": SECRET, "version": "2"}).status_code == 302
        page = client.get(self.url("detail", row)).content.decode()
        assert (SECRET in page, reverse("approach:promise_new", args=[row.uuid]) in page) == (True, True)
        assert client.post(self.url("change", row), {"title": "Het jaar", "held_on": "2026-06-08", "asked": "Anders.", "version": "3"}).status_code == 302
        row.refresh_from_db()
        assert (row.title, row.held_on, row.asked) == ("Het jaar", date(2026, 6, 8), "Anders.")
        assert client.post(self.url("hold", row), {"held_on": "2026-06-09", "asked": "Nog eens.", "version": "4"}).status_code == 409

    def test_cancelling_is_asked_on_a_page_of_its_own_and_who_prepares_it_hears_so(self, client, waterveen, marieke, annemarie):
        row = MomentFactory(municipality=waterveen, owner=annemarie, planned=True)
        page = log_in(client, marieke).get(self.url("cancel", row)).content.decode()
        assert "Wil je dit moment afzeggen?" in page
        assert client.post(self.url("cancel", row), {"version": "1"}).status_code == 302
        assert Message.objects.get().recipient == annemarie
        assert "Afgezegd op" in client.get(reverse("approach:moment_list") + "?toon=afgezegd").content.decode()

    def test_the_second_who_writes_down_what_was_asked_loses_nothing(self, client, waterveen, marieke, pim):
        row = MomentFactory(municipality=waterveen, owner=marieke, planned=True, planned_on=TODAY)
        moment.hold(row, held_on=TODAY, asked="Van Pim.", version=1, by=pim, at=AT)
        late = log_in(client, marieke).post(self.url("hold", row), {"held_on": "2026-06-09", "asked": SECRET, "version": "1"})

        assert (late.status_code, SECRET in late.content.decode(), "Van Pim." in late.content.decode()) == (409, True, True)

    def test_who_prepares_it_works_on_the_approach_here(self, marieke, robin, femke, neighbour):
        for owner in (robin.member, femke, neighbour):
            with pytest.raises(PermissionDenied):
                moment.plan(body="council", title="Jaar", planned_on=TODAY, owner=owner, submission=uuid4(), by=marieke, at=AT)

    def test_a_moment_that_is_over_asks_what_came_of_it(self, client, waterveen, marieke):
        support_stands(waterveen, owner=marieke)
        Moment.objects.filter(held_on=None).update(planned_on=TODAY - DAY)

        assert h1_of(page_of(client, marieke)).startswith("Op maandag 8\xa0juni was er een moment met college of raad.")

    def test_owner_is_of_the_municipality(self, waterveen, neighbour):
        row = MomentFactory(municipality=waterveen)
        with pytest.raises(IntegrityError), transaction.atomic():
            owned_by(row, neighbour)

    def test_who_leaves_hands_hers_over_with_what_was_promised(self, waterveen, marieke, pim, annemarie):
        row = MomentFactory(municipality=waterveen, owner=pim, planned=True)
        promised = CouncilPromiseFactory(moment=MomentFactory(municipality=waterveen, owner=pim), owner=pim)
        handover.hand_over(pim, to=marieke, by=annemarie, at=AT)
        row.refresh_from_db()
        promised.refresh_from_db()

        assert (row.owner, promised.owner) == (marieke, marieke)

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, waterveen, marieke, number, django_assert_num_queries):
        for _each in range(number):
            MomentFactory(municipality=waterveen, planned=True)
        address = reverse("approach:moment_list")
        log_in(client, marieke).get(address)

        with django_assert_num_queries(3):  # session, person with member, moments
            client.get(address)


def test_no_clock_runs_for_what_is_only_planned(waterveen, marieke):
    moment.plan(body="council", title="Jaar", planned_on=TODAY + DAY, owner=marieke, submission=uuid4(), by=marieke, at=AT)

    assert not Clock.objects.exists()
