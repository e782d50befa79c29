from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from audit.models import Entry
from evaluations.actions import NotPossible
from evaluations.actions import improvement as acts
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Response
from evaluations.presentation import improvement as words_of
from notifications.models import Message
from sleutelfiguren import handover
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.evaluations import EvaluationFactory, GuestFactory, ImprovementFactory
from tests.factories.keyfigures import AT, TODAY
from tests.threads import at_once

DAYS = timedelta(days=1)
WHAT, WHY, BECAME = "Wij bellen binnen een week terug.", "Zeven van de tien hoorden te laat iets.", "Sinds mei belt iemand elke vrijdag."
LIST = reverse("evaluations:improvement_list")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def closed(waterveen, marieke):
    return EvaluationFactory(municipality=waterveen, owner=marieke, closed=True)


def begun(evaluation, *, owner, by, **other):
    given = {"what": WHAT, "why": WHY, "identity": None, "due_on": TODAY + 30 * DAYS, "submission": uuid4(), "at": AT, **other}
    return acts.begin(evaluation, owner=owner, by=by, **given)


def fresh(row):
    return Improvement.objects.get(pk=row.pk)


def forced(row, **wrong):
    Improvement.objects.filter(pk=row.pk).update(**wrong)
    connection.check_constraints()


def first_question(evaluation):
    return acts.questions_of(evaluation)[0]


class TestBeginning:
    def test_the_owner_owes_it_by_its_day_and_hears_so(self, closed, marieke, annemarie):
        row = begun(closed, owner=annemarie, by=marieke, identity=first_question(closed).identity)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.subject, clock.owner, clock.due_at.date()) == ("evaluations.improvement", row.uuid, annemarie, TODAY + 30 * DAYS)
        assert list(Message.objects.values_list("recipient", "kind")) == [(annemarie.pk, "evaluations.to_official")]

    def test_who_does_it_herself_gets_no_mail_about_it(self, closed, marieke):
        begun(closed, owner=marieke, by=marieke)

        assert not Message.objects.exists()

    def test_the_same_form_twice_is_one_improvement_with_one_promise(self, closed, marieke):
        number = uuid4()
        for _each in range(2):
            begun(closed, owner=marieke, by=marieke, submission=number)

        assert (Improvement.objects.count(), Clock.objects.count()) == (1, 1)

    def test_a_survey_brings_nothing_before_it_is_closed_and_a_cancelled_one_never(self, waterveen, marieke, survey):
        cancelled = EvaluationFactory(municipality=waterveen, owner=marieke, state="cancelled", cancelled_at=AT)
        for evaluation in (survey, cancelled):
            with pytest.raises(NotPossible):
                begun(evaluation, owner=marieke, by=marieke)

    def test_who_evaluates_a_plan_together_agrees_improvements_while_it_is_open(self, waterveen, marieke):
        begun(EvaluationFactory(municipality=waterveen, owner=marieke, kind="plan", opened=True), owner=marieke, by=marieke)

        assert Improvement.objects.count() == 1

    def test_only_who_plans_evaluations_begins_one(self, closed, marieke, annemarie, thijs, joris, robin, neighbour):
        for by in (annemarie, thijs, joris, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                begun(closed, owner=marieke, by=by)

    def test_the_owner_works_here_and_reads_results(self, waterveen, closed, marieke, robin, joris, neighbour):
        gone = MembershipFactory(team_lead=True, municipality=waterveen, end_date=TODAY)
        for owner in (robin.member, joris, neighbour, gone):
            with pytest.raises(PermissionDenied):
                begun(closed, owner=owner, by=marieke)

    def test_it_follows_only_from_a_question_that_was_asked(self, closed, marieke):
        with pytest.raises(PermissionDenied):
            begun(closed, owner=marieke, by=marieke, identity=uuid4())


class TestChanging:
    def test_another_day_moves_the_promise(self, closed, marieke):
        row = begun(closed, owner=marieke, by=marieke)
        acts.change(row, what="Anders.", why=WHY, identity=None, due_on=TODAY + 9 * DAYS, version=1, by=marieke, at=AT)

        assert (fresh(row).what, fresh(row).edits, Clock.objects.get().due_at.date()) == ("Anders.", 2, TODAY + 9 * DAYS)

    def test_who_looked_at_an_older_version_overwrites_nothing(self, closed, marieke, pim):
        row = begun(closed, owner=marieke, by=marieke)
        acts.change(row, what="Van Pim.", why=WHY, identity=None, due_on=row.due_on, version=1, by=pim, at=AT)
        with pytest.raises(NotPossible):
            acts.change(row, what="Van Marieke.", why=WHY, identity=None, due_on=row.due_on, version=1, by=marieke, at=AT)

        assert fresh(row).what == "Van Pim."

    def test_what_the_network_read_keeps_its_words_but_its_day_can_move(self, waterveen, marieke):
        shared = EvaluationFactory(municipality=waterveen, owner=marieke, closed=True, state="shared", shared_at=AT)
        row = begun(shared, owner=marieke, by=marieke)
        Improvement.objects.update(is_told=True)
        with pytest.raises(NotPossible):
            acts.change(row, what="Anders.", why=WHY, identity=None, due_on=row.due_on, version=1, by=marieke, at=AT)

        acts.change(row, why=WHY, identity=None, due_on=TODAY + 40 * DAYS, version=1, by=marieke, at=AT)

        assert (fresh(row).what, fresh(row).due_on) == (WHAT, TODAY + 40 * DAYS)

    def test_who_looks_at_what_will_be_told_looks_again_after_a_change(self, closed, marieke):
        row = begun(closed, owner=marieke, by=marieke)
        Improvement.objects.update(is_told=True)
        acts.change(row, what="Anders.", why=WHY, identity=None, due_on=row.due_on, version=1, by=marieke, at=AT)
        closed.refresh_from_db()

        assert closed.edits == 2

    def test_who_does_it_gives_it_on_and_changes_no_words(self, closed, marieke, annemarie, thijs):
        row = begun(closed, owner=annemarie, by=marieke)
        with pytest.raises(PermissionDenied):
            acts.change(row, what="Anders.", why=WHY, identity=None, due_on=row.due_on, version=1, by=annemarie, at=AT)
        with pytest.raises(PermissionDenied):
            acts.give(row, owner=marieke, by=thijs, at=AT)
        acts.give(row, owner=thijs, by=annemarie, at=AT)

        assert (fresh(row).owner, Clock.objects.open().get().owner) == (thijs, thijs)
        assert Message.objects.filter(recipient=thijs).count() == 1


class TestEnding:
    def test_done_keeps_the_promise_and_says_what_became_of_it(self, closed, marieke, annemarie):
        row = begun(closed, owner=annemarie, by=marieke)
        acts.finish(row, outcome=BECAME, by=annemarie, at=AT + DAYS)

        assert (fresh(row).state, fresh(row).outcome, fresh(row).ended_at) == ("done", BECAME, AT + DAYS)
        assert Clock.objects.get().kept_at == AT + DAYS

    def test_dropped_ends_the_promise_and_who_would_do_it_hears_so(self, closed, marieke, annemarie):
        row = begun(closed, owner=annemarie, by=marieke)
        acts.drop(row, outcome="Er is geen geld voor.", by=marieke, at=AT)

        clock = Clock.objects.get()
        assert (fresh(row).state, clock.kept_at, clock.ended_at) == ("dropped", None, AT)
        assert Message.objects.filter(recipient=annemarie).count() == 2

    def test_nothing_happens_to_it_any_more(self, closed, marieke, annemarie):
        row = begun(closed, owner=marieke, by=marieke)
        acts.finish(row, outcome=BECAME, by=marieke, at=AT)
        for late in (
            lambda: acts.finish(row, outcome="Anders.", by=marieke, at=AT),
            lambda: acts.drop(row, outcome="Anders.", by=marieke, at=AT),
            lambda: acts.give(row, owner=annemarie, by=marieke, at=AT),
            lambda: acts.change(row, what="Anders.", why=WHY, identity=None, due_on=row.due_on, version=2, by=marieke, at=AT),
        ):
            with pytest.raises(NotPossible):
                late()

        assert fresh(row).outcome == BECAME

    def test_others_end_nothing(self, closed, marieke, annemarie, thijs, joris, robin, neighbour):
        row = begun(closed, owner=annemarie, by=marieke)
        for by in (thijs, joris, robin.member, neighbour):
            for act in (acts.finish, acts.drop):
                with pytest.raises(PermissionDenied):
                    act(row, outcome=BECAME, by=by, at=AT)

    def test_what_ended_says_what_became_of_it(self, closed):
        row = ImprovementFactory(evaluation=closed)
        for wrong in ({"state": "done", "ended_at": AT}, {"state": "dropped", "outcome": BECAME}, {"ended_at": AT, "outcome": BECAME}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Improvement.objects.filter(pk=row.pk).update(**wrong)

    def test_owner_and_evaluation_are_of_one_municipality(self, closed, neighbour):
        row = ImprovementFactory(evaluation=closed)
        other = EvaluationFactory(municipality=neighbour.municipality, owner=neighbour, closed=True)
        for wrong in ({"owner": neighbour}, {"evaluation": other}):
            with pytest.raises(IntegrityError), transaction.atomic():
                forced(row, **wrong)

    def test_who_leaves_hands_hers_over(self, closed, marieke, annemarie, pim):
        row = begun(closed, owner=pim, by=marieke)
        handover.hand_over(pim, to=marieke, by=annemarie, at=AT)

        assert (fresh(row).owner, Clock.objects.open().get().owner) == (marieke, marieke)


@pytest.mark.django_db(transaction=True)
def test_two_ends_of_one_improvement_at_the_same_moment_leave_one(waterveen, marieke, pim):
    row = begun(EvaluationFactory(municipality=waterveen, owner=marieke, closed=True), owner=marieke, by=marieke)

    ends = at_once(lambda: acts.finish(row, outcome=BECAME, by=marieke, at=AT), lambda: acts.drop(row, outcome="Geen geld.", by=pim, at=AT))

    assert sum(isinstance(each, NotPossible) for each in ends) == 1
    clock, state = Clock.objects.get(), fresh(row).state
    assert (clock.kept_at, clock.ended_at) == ((AT, None) if state == "done" else (None, AT))


class TestPages:
    def url(self, name, row):
        return reverse(f"evaluations:improvement_{name}", args=[row.uuid])

    def given(self, owner, **other):
        return {"what": WHAT, "why": WHY, "identity": "", "owner": str(owner.uuid), "due_on": "2026-07-01"} | other

    def test_she_writes_one_down_and_it_waits_on_the_start_page_of_its_owner(self, client, closed, marieke, annemarie):
        question = first_question(closed)
        address = self.url("new", closed)
        page = log_in(client, marieke).get(f"{address}?vraag={question.identity}").content.decode()
        assert f'<option value="{question.identity}" selected>' in page
        answer = client.post(address, self.given(annemarie, identity=str(question.identity)))

        row = Improvement.objects.get()
        assert (answer.status_code, answer.url, row.identity) == (302, self.url("detail", row), question.identity)
        assert "Afspraken komen wij na." in client.get(answer.url).content.decode()
        start = log_in(client, annemarie).get("/").content.decode()
        assert self.url("detail", row) in start
        assert WHAT not in start

    def test_it_begins_at_a_question_of_the_result(self, client, closed, marieke, thijs):
        Evaluation.objects.update(counted_at=AT)
        for group in ("key_figures", "officials"):
            Response.objects.create(evaluation=closed, group=group, asked=9, answered=8)
        address = f"{self.url('new', closed)}?vraag={first_question(closed).identity}"

        assert address in log_in(client, marieke).get(reverse("evaluations:result", args=[closed.uuid])).content.decode()
        assert address not in log_in(client, thijs).get(reverse("evaluations:result", args=[closed.uuid])).content.decode()

    def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(self, client, closed, marieke):
        address = self.url("new", closed)
        answer = log_in(client, marieke).post(address, {**self.given(marieke), "why": "", "due_on": "2020-01-01", "owner": "x"})

        page = answer.content.decode()
        assert (answer.status_code, WHAT in page, Improvement.objects.count()) == (400, True, 0)
        assert "Kies een dag van" in page

    def test_a_name_is_asked_about_once(self, client, closed, marieke):
        address, given = self.url("new", closed), self.given(marieke, why="Wij hoorden van mevrouw Jansen dat zij wacht.")
        page = log_in(client, marieke).post(address, given)
        assert (page.status_code, "Staat er in deze tekst een naam van iemand?" in page.content.decode()) == (200, True)

        assert client.post(address, {**given, "hints_seen": "why:person"}).status_code == 302

    def test_above_five_open_ones_the_page_warns(self, client, closed, marieke):
        warning = "Meer dan 5 verbeteracties tegelijk"
        for _each in range(4):
            ImprovementFactory(evaluation=closed)
        assert warning not in log_in(client, marieke).get(self.url("new", closed)).content.decode()
        ImprovementFactory(evaluation=closed)
        assert warning in client.get(self.url("new", closed)).content.decode()
        assert warning not in client.get(LIST).content.decode()
        ImprovementFactory(evaluation=closed)
        assert warning in client.get(LIST).content.decode()

    def test_its_owner_ticks_it_off(self, client, closed, marieke, annemarie):
        row = begun(closed, owner=annemarie, by=marieke)
        assert log_in(client, annemarie).post(self.url("done", row), {"outcome": ""}).status_code == 400
        assert client.post(self.url("done", row), {"outcome": BECAME}).status_code == 302

        assert BECAME in client.get(self.url("detail", row)).content.decode()
        late = client.post(self.url("drop", row), {"outcome": "Te laat bedacht."})
        assert (late.status_code, "Te laat bedacht." in late.content.decode()) == (409, True)

    def test_the_coordinator_changes_gives_and_drops_it(self, client, closed, marieke, annemarie):
        row = begun(closed, owner=marieke, by=marieke)
        log_in(client, marieke)
        change = {"what": "Anders.", "why": WHY, "identity": "", "due_on": "2026-07-02", "version": "1"}
        assert client.post(self.url("change", row), change).status_code == 302
        late = client.post(self.url("change", row), {**change, "what": "Nog anders."})
        page = late.content.decode()
        assert (late.status_code, "Nog anders." in page, 'name="version" value="2"' in page) == (409, True, True)
        assert client.post(self.url("change", row), {**change, "due_on": ""}).status_code == 400
        assert client.post(self.url("give", row), {"owner": "x"}).status_code == 400
        assert client.post(self.url("give", row), {"owner": str(annemarie.uuid)}).status_code == 302
        assert client.post(self.url("drop", row), {"outcome": "Geen geld."}).status_code == 302

        assert "Niet gedaan" in client.get(LIST + "?toon=niet").content.decode()
        assert client.get(self.url("change", row)).status_code == 200

    def test_who_reads_results_reads_it_and_does_nothing_with_it(self, client, closed, marieke, thijs):
        row = begun(closed, owner=marieke, by=marieke)
        page = log_in(client, thijs).get(self.url("detail", row)).content.decode()

        assert (WHAT in page, "<form" in page.split("<main")[1]) == (True, False)
        for name in ("change", "give", "done", "drop"):
            assert client.post(self.url(name, row), {"outcome": BECAME}).status_code == 404

    def test_nobody_else_finds_it(self, client, closed, marieke, robin, joris, neighbour, esther):
        row = begun(closed, owner=marieke, by=marieke)
        GuestFactory(evaluation=closed, member=esther)
        for member in (robin.member, joris, neighbour, esther):
            log_in(client, member)
            for name in ("detail", "change"):
                assert client.get(self.url(name, row)).status_code == 404
            for name in ("give", "done", "drop"):
                assert client.post(self.url(name, row), {"outcome": BECAME}).status_code == 404
            assert client.get(self.url("new", closed)).status_code == 404
            assert WHAT not in client.get(LIST).content.decode()

    def test_the_list_tells_how_many_are_open_and_turns_its_pages(self, client, closed, marieke):
        for _each in range(26):
            ImprovementFactory(evaluation=closed)
        page = log_in(client, marieke).get(LIST).content.decode()

        assert "26 verbeteracties staan open" in page
        assert page.count(WHAT) == 25
        assert "?na=" in page

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, closed, marieke, number, django_assert_num_queries):
        for _each in range(number):
            ImprovementFactory(evaluation=closed)
        log_in(client, marieke).get(LIST)

        with django_assert_num_queries(4):  # session, person with member, improvements, how many are open
            client.get(LIST)

    @pytest.mark.parametrize("number", [1, 3])
    def test_its_part_of_the_page_of_an_evaluation_costs_the_same_for_one_and_three(self, closed, marieke, number, django_assert_num_queries):
        earlier = EvaluationFactory(municipality=closed.municipality, kind="plan", closed=True)
        for _each in range(number):
            ImprovementFactory(evaluation=closed)
            ImprovementFactory(evaluation=earlier)

        with django_assert_num_queries(3):  # of this one, still open of others, how many are open
            part = words_of.section(closed, reader=marieke, at=AT)
        assert (len(part.rows), len(part.before)) == (number, number)

    def test_the_log_holds_no_words_of_it(self, closed, marieke):
        acts.finish(begun(closed, owner=marieke, by=marieke), outcome=BECAME, by=marieke, at=AT)

        assert not Entry.objects.filter(reason__contains="bel").exists()
