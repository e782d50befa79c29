"""What an official does for an initiative is a promise with a day, to who filed the idea."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from initiatives.actions import Meanwhile, NotPossible
from initiatives.actions import task as acts
from initiatives.models.task import Task
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.initiatives import InitiativeFactory
from tests.factories.keyfigures import AT
from tests.threads import at_once

WHAT, DAY = "De vergunning aanvragen", date(2026, 6, 30)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def running(robin, marieke):
    return InitiativeFactory(owner=marieke, proposer=robin.member, running=True)


def made(initiative, by, *, owner=None, submission=None):
    return acts.make(initiative, what=WHAT, owner=owner or by, due_on=DAY, submission=submission or uuid4(), by=by, at=AT)


def url(row, name="detail"):
    return reverse(f"initiatives:task_{name}", args=[row.uuid])


def test_its_owner_owes_it_to_who_filed_the_idea_by_its_day_and_hears_so(running, robin, marieke, pim):
    row = made(running, marieke, owner=pim)

    clock = Clock.objects.open().get()
    assert (clock.kind, clock.subject, clock.owner, clock.waiter, clock.due_at.date()) == ("initiatives.task", row.uuid, pim, robin.member, DAY)
    assert Message.objects.get().recipient == pim


def test_she_reads_on_her_start_page_what_we_do_and_by_when(client, running, robin, marieke):
    row = made(running, marieke)
    page = log_in(client, robin.member).get(reverse("home")).content.decode()

    assert "Wij doen iets voor uw idee" in page
    assert url(row) in page
    assert WHAT in client.get(url(row)).content.decode()
    assert "uiterlijk dinsdag 30\N{NO-BREAK SPACE}juni" in client.get(url(row)).content.decode().lower()


def test_the_form_puts_it_on_the_list_and_refuses_a_day_that_is_over(client, running, marieke):
    new, given = reverse("initiatives:task_new", args=[running.uuid]), {"what": WHAT, "owner": str(marieke.uuid), "submission": str(uuid4())}
    she = log_in(client, marieke)

    refused = she.post(new, {**given, "due_on": "2026-06-08"})
    assert refused.status_code == 400
    assert WHAT in refused.content.decode()
    assert "2026-07-07" in she.get(new).content.decode()  # twenty working days
    assert she.post(new, {**given, "due_on": "2026-06-30"}).status_code == 302
    assert she.post(new, {**given, "due_on": "2026-06-30"}).status_code == 302
    assert Task.objects.count() == 1


def test_done_keeps_the_promise(client, running, marieke):
    row = made(running, marieke)
    log_in(client, marieke).post(url(row, "done"))

    assert Clock.objects.get().kept_at == AT
    assert "Gedaan op dinsdag 9\N{NO-BREAK SPACE}juni" in client.get(url(row)).content.decode()


def test_dropped_with_a_reason_that_the_network_reads(client, running, marieke, pim, sam):
    row = made(running, marieke, owner=pim)
    assert log_in(client, marieke).post(url(row, "drop"), {"because": ""}).status_code == 400
    client.post(url(row, "drop"), {"because": "De vergunning is niet nodig."})

    assert not Clock.objects.open().exists()
    assert Message.objects.filter(recipient=pim).count() == 2  # that it is hers, and that it is dropped
    assert "De vergunning is niet nodig." in log_in(client, sam.member).get(url(row)).content.decode()


def test_given_to_a_colleague_by_the_same_day(running, marieke, pim):
    row = acts.give(made(running, marieke), owner=pim, by=marieke, at=AT)

    clock = Clock.objects.open().get()
    assert (row.owner, clock.owner, clock.due_at.date()) == (pim, pim, DAY)


def test_late_it_reads_so_to_both(client, time_machine, running, robin, marieke):
    row = made(running, marieke)
    time_machine.move_to(AT + timedelta(days=30), tick=False)

    for reader in (robin.member, marieke):
        assert "Te laat" in log_in(client, reader).get(url(row)).content.decode()


def test_not_before_the_yes_nor_after_the_end(robin, marieke):
    for other in ({}, {"answered": True, "state": "stopped", "ended_at": AT}):
        with pytest.raises(Meanwhile):
            made(InitiativeFactory(owner=marieke, proposer=robin.member, **other), marieke)


def test_who_may_not(client, waterveen, running, marieke, robin, sam, neighbour):
    row, thijs = made(running, marieke), MembershipFactory(policy_adviser=True, municipality=waterveen)
    for by in (robin.member, sam.member, neighbour, thijs):
        with pytest.raises(PermissionDenied):
            acts.finish(row, by=by, at=AT)
        assert log_in(client, by).post(url(row, "done")).status_code == 404
    for owner in (thijs, neighbour):
        with pytest.raises(PermissionDenied):
            made(running, marieke, owner=owner)
    assert log_in(client, neighbour).get(url(row)).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_end_it_at_once_end_it_once(running, marieke, pim):
    row = made(running, marieke)
    results = at_once(lambda: acts.finish(row, by=marieke, at=AT), lambda: acts.drop(row, because="Niet nodig.", by=pim, at=AT))

    assert sorted(isinstance(each, NotPossible) for each in results) == [False, True]
