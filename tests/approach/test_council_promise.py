"""What was promised to college or council: a clock, an owner, and what became of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from approach.actions import NotPossible
from approach.actions import council_promise as acts
from approach.models.support import CouncilPromise
from notifications.models import Message
from terms.models import Clock, Term
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.support import CouncilPromiseFactory, MomentFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
WHAT, BECAME = "De raad leest elk halfjaar hoe het staat.", "De raad kreeg op 1 juni een verslag."
LIST = reverse("approach:promise_list")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def held(waterveen, marieke):
    return MomentFactory(municipality=waterveen, owner=marieke)


def made(moment, *, owner, by, **other):
    return acts.make(moment, owner=owner, by=by, **({"what": WHAT, "due_on": TODAY + 30 * DAYS, "submission": uuid4(), "at": AT} | other))


def url(name, row):
    return reverse(f"approach:promise_{name}", args=[row.uuid])


class TestPromising:
    def test_the_owner_owes_it_by_its_day_and_hears_so(self, held, marieke, annemarie):
        row = made(held, owner=annemarie, by=marieke)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.subject, clock.owner, clock.due_at.date()) == ("approach.council_promise", row.uuid, annemarie, TODAY + 30 * DAYS)
        assert list(Message.objects.values_list("recipient", "kind")) == [(annemarie.pk, "approach.to_official")]

    def test_the_same_form_twice_is_one_promise_with_one_clock(self, held, marieke):
        number = uuid4()
        for _each in range(2):
            made(held, owner=marieke, by=marieke, submission=number)

        assert (CouncilPromise.objects.count(), Clock.objects.count()) == (1, 1)

    def test_nothing_was_promised_at_a_moment_that_was_not_held(self, client, waterveen, marieke):
        ahead = MomentFactory(municipality=waterveen, owner=marieke, planned=True)
        with pytest.raises(NotPossible):
            made(ahead, owner=marieke, by=marieke)

        assert log_in(client, marieke).get(url("new", ahead)).status_code == 404

    def test_only_who_works_on_the_approach_writes_one_down_for_who_works_on_it_too(self, held, marieke, annemarie, femke, robin, neighbour):
        gone = MembershipFactory(coordinator=True, municipality=held.municipality, end_date=TODAY)
        for by in (annemarie, femke, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                made(held, owner=marieke, by=by)
        for owner in (femke, robin.member, neighbour, gone):
            with pytest.raises(PermissionDenied):
                made(held, owner=owner, by=marieke)

    def test_the_day_that_is_proposed_is_the_term_of_the_municipality(self, client, held, marieke):
        Term.objects.create(municipality=held.municipality, kind="approach.council_promise", working_days=5)

        assert 'value="2026-06-16"' in log_in(client, marieke).get(url("new", held)).content.decode()

    def test_she_writes_it_down_and_it_waits_on_the_start_page_of_its_owner(self, client, held, marieke, annemarie):
        given = {"what": WHAT, "owner": str(annemarie.uuid), "due_on": "2026-07-01"}
        assert log_in(client, marieke).post(url("new", held), {**given, "due_on": "2026-06-08"}).status_code == 400
        assert client.post(url("new", held), given).status_code == 302
        start = log_in(client, annemarie).get("/").content.decode()

        assert (url("detail", CouncilPromise.objects.get()) in start, WHAT in start) == (True, False)


class TestEnding:
    def test_kept_with_what_became_of_it(self, client, held, marieke, annemarie):
        row = made(held, owner=annemarie, by=marieke)
        assert log_in(client, annemarie).post(url("keep", row), {"outcome": ""}).status_code == 400
        assert client.post(url("keep", row), {"outcome": BECAME}).status_code == 302

        assert (CouncilPromise.objects.get().state, Clock.objects.get().kept_at) == ("kept", AT)
        late = client.post(url("drop", row), {"outcome": "Te laat bedacht."})
        assert (late.status_code, "Te laat bedacht." in late.content.decode(), BECAME in late.content.decode()) == (409, True, True)

    def test_dropped_with_a_reason_ends_the_clock_and_who_would_do_it_hears_so(self, held, marieke, annemarie):
        row = made(held, owner=annemarie, by=marieke)
        acts.drop(row, outcome="Er is geen geld voor.", by=marieke, at=AT)

        clock = Clock.objects.get()
        assert (CouncilPromise.objects.get().state, clock.kept_at, clock.ended_at) == ("dropped", None, AT)
        assert Message.objects.filter(recipient=annemarie).count() == 2

    def test_a_colleague_gets_it_by_the_same_day(self, client, held, marieke, annemarie, thijs):
        row = made(held, owner=annemarie, by=marieke)
        before = Clock.objects.get().due_at
        assert log_in(client, annemarie).post(url("give", row), {"owner": str(thijs.uuid)}).status_code == 302

        clock = Clock.objects.get()
        assert (CouncilPromise.objects.get().owner, clock.owner, clock.due_at) == (thijs, thijs, before)

    def test_no_page_moves_its_day(self, client, held, marieke):
        page = log_in(client, marieke).get(url("detail", made(held, owner=marieke, by=marieke))).content.decode()

        assert 'name="due_on"' not in page
        assert "De dag blijft zoals beloofd." in page

    def test_others_end_nothing(self, client, held, marieke, annemarie, thijs, femke, robin, neighbour):
        row = made(held, owner=marieke, by=marieke)
        for by in (annemarie, femke, robin.member, neighbour):
            for act in (acts.keep, acts.drop):
                with pytest.raises(PermissionDenied):
                    act(row, outcome=BECAME, by=by, at=AT)
            for name in ("keep", "drop", "give"):
                assert log_in(client, by).post(url(name, row), {"outcome": BECAME}).status_code == 404

    def test_what_ended_says_what_became_of_it(self, held):
        row = CouncilPromiseFactory(moment=held)
        for wrong in ({"state": "kept", "ended_at": AT}, {"state": "dropped", "outcome": BECAME}, {"ended_at": AT, "outcome": BECAME}):
            with pytest.raises(IntegrityError), transaction.atomic():
                CouncilPromise.objects.filter(pk=row.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_two_ends_of_one_promise_at_the_same_moment_leave_one(waterveen, marieke, pim):
    row = made(MomentFactory(municipality=waterveen, owner=marieke), owner=marieke, by=marieke)

    ends = at_once(lambda: acts.keep(row, outcome=BECAME, by=marieke, at=AT), lambda: acts.drop(row, outcome="Geen geld.", by=pim, at=AT))

    assert sum(isinstance(each, NotPossible) for each in ends) == 1
    clock, state = Clock.objects.get(), CouncilPromise.objects.get().state
    assert (clock.kept_at, clock.ended_at) == ((AT, None) if state == "kept" else (None, AT))


class TestReading:
    def test_late_and_kept_in_words(self, client, held, femke):
        row = CouncilPromiseFactory(moment=held, due_on=TODAY - DAYS)
        CouncilPromiseFactory(moment=held, state="kept", outcome=BECAME, ended_at=AT, what="Iets anders.")
        page = log_in(client, femke).get(LIST).content.decode()

        assert ("Te laat: beloofd voor maandag 8\xa0juni" in page, "Iets anders." in page) == (True, False)
        assert "Iets anders." in client.get(LIST + "?toon=gedaan").content.decode()
        assert "<form" not in client.get(url("detail", row)).content.decode().split("<main")[1]

    def test_nobody_of_another_municipality_finds_it(self, client, held, neighbour):
        row = CouncilPromiseFactory(moment=held)

        assert log_in(client, neighbour).get(url("detail", row)).status_code == 404
        assert WHAT not in client.get(LIST).content.decode()

    @pytest.mark.parametrize("number", [1, 3])
    def test_the_list_costs_the_same_for_one_and_three(self, client, held, marieke, number, django_assert_num_queries):
        for _each in range(number):
            CouncilPromiseFactory(moment=held)
        log_in(client, marieke).get(LIST)

        with django_assert_num_queries(3):  # session, person with member, promises
            client.get(LIST)
