"""An initiative is prepared, runs, is done or stops; who filed it hears of each step, and the network reads it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from initiatives.actions import Meanwhile, NotPossible, step
from initiatives.actions import task as tasks
from initiatives.course import NEXT, goes_on_as
from initiatives.kinds import State
from initiatives.models.initiative import Initiative, Step
from initiatives.models.task import Task
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import log_in
from tests.factories.initiatives import InitiativeFactory, TaskFactory
from tests.factories.keyfigures import AT
from tests.threads import at_once

SAID, BROUGHT = "De eerste avond is op 3 juli.", "Buren die elkaar nooit spraken, eten nu samen."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def idea(robin, marieke):
    return InitiativeFactory(owner=marieke, proposer=robin.member, answered=True)


@pytest.fixture
def running(robin, marieke):
    return InitiativeFactory(owner=marieke, proposer=robin.member, running=True)


def fresh(row):
    return Initiative.objects.get(pk=row.pk)


def go_on(row, by, state="running", *, version=None):
    return step.go_on(fresh(row), state=state, text=SAID, version=version or fresh(row).edits, by=by, at=AT)


def finish(row, by, *, people_reached=40):
    return step.finish(fresh(row), brought=BROUGHT, people_reached=people_reached, version=fresh(row).edits, by=by, at=AT)


def stop(row, by):
    return step.stop(fresh(row), text="Er kwam niemand.", version=fresh(row).edits, by=by, at=AT)


def url(row, name):
    return reverse(f"initiatives:step_{name}", args=[row.uuid])


def told(member):
    return list(Message.objects.filter(recipient=member).values_list("kind", flat=True))


def page_of(client, reader, row):
    return log_in(client, reader).get(reverse("initiatives:initiative_detail", args=[row.uuid])).content.decode()


def test_what_is_over_goes_nowhere_and_running_may_go_back_to_preparing():
    assert (NEXT[State.DONE], NEXT[State.STOPPED]) == ((), ())
    assert goes_on_as(State.RUNNING) == [State.PREPARED]
    assert goes_on_as(State.IDEA) == [State.PREPARED, State.RUNNING]


class TestGoingOn:
    def test_each_step_stands_on_the_page_and_is_told_to_who_filed_it(self, client, idea, robin, sam, marieke):
        go_on(idea, marieke, "prepared")
        go_on(idea, marieke, "running")

        assert [(each.state, each.text, each.by) for each in Step.objects.all()] == [("prepared", SAID, marieke), ("running", SAID, marieke)]
        assert told(robin.member) == ["initiatives.to_network"] * 2
        page = page_of(client, sam.member, idea)
        assert "Dit loopt nu" in page
        assert page.count(SAID) == 3  # the head of the page, and both steps

    def test_not_to_a_state_that_does_not_follow(self, idea, running, marieke):
        for row, state in ((idea, "done"), (running, "running"), (running, "idea")):
            with pytest.raises(Meanwhile):
                go_on(row, marieke, state)

    def test_not_without_a_yes(self, robin, marieke):
        with pytest.raises(Meanwhile):
            go_on(InitiativeFactory(owner=marieke, proposer=robin.member), marieke)

    def test_who_comes_second_reads_so_with_her_text_in_its_place(self, client, idea, marieke, pim):
        go_on(idea, pim, "prepared")
        page = log_in(client, marieke).post(url(idea, "go_on"), {"state": "running", "text": "Wij beginnen.", "version": "1"})

        assert page.status_code == 409
        assert "Wij beginnen." in page.content.decode()
        assert fresh(idea).state == "prepared"

    def test_others_take_no_step(self, client, idea, robin, sam, neighbour):
        for by in (robin.member, sam.member, neighbour):
            for act in (go_on, stop):
                with pytest.raises(PermissionDenied):
                    act(idea, by)
            assert log_in(client, by).post(url(idea, "go_on"), {"state": "running", "version": "1"}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_two_who_end_it_at_once_end_it_once(running, marieke, pim):
    results = at_once(lambda: finish(running, marieke), lambda: stop(running, pim))

    assert sorted(isinstance(each, NotPossible) for each in results) == [False, True]
    assert Step.objects.count() == 1


class TestFinishing:
    def test_what_it_brought_and_how_many_people_are_read_by_the_network(self, client, running, sam, marieke):
        row = finish(running, marieke)

        assert (row.state, row.ended_at) == ("done", AT)
        page = page_of(client, sam.member, row)
        assert BROUGHT in page
        assert "Er deden ongeveer 40 mensen mee." in page

    def test_how_many_people_may_be_unknown_but_not_what_it_brought(self, client, running, marieke):
        answer = log_in(client, marieke).post(url(running, "finish"), {"brought": " ", "people_reached": "veel", "version": "1"})
        assert answer.status_code == 400
        with pytest.raises(IntegrityError), transaction.atomic():
            Initiative.objects.filter(pk=running.pk).update(state="done", ended_at=AT, brought="")
        assert finish(running, marieke, people_reached=None).people_reached is None

    def test_not_while_a_task_is_open(self, running, marieke):
        task = TaskFactory(initiative=running)
        with pytest.raises(NotPossible, match="taken"):
            finish(running, marieke)
        tasks.finish(task, by=marieke, at=AT)

        assert finish(running, marieke).state == "done"

    def test_from_an_idea_it_is_not_done_at_once(self, idea, marieke):
        with pytest.raises(Meanwhile):
            finish(idea, marieke)


class TestStopping:
    def test_the_reason_is_read_and_nobody_owes_its_tasks_any_more(self, client, running, sam, marieke):
        task = tasks.make(running, what="Zaal zoeken", owner=marieke, due_on=AT.date(), submission="0d9ad3de-3c5b-4c4b-9f0a-1f9d7a9f2a10", by=marieke, at=AT)
        row = stop(running, marieke)

        assert (row.state, row.ended_at) == ("stopped", AT)
        assert Task.objects.get(pk=task.pk).dropped_because == "Het initiatief is gestopt."
        assert not Clock.objects.open().exists()
        page = page_of(client, sam.member, row)
        assert "Dit is gestopt" in page
        assert "Er kwam niemand." in page

    def test_without_a_reason_it_does_not_stop(self, client, running, marieke):
        assert log_in(client, marieke).post(url(running, "stop"), {"text": "", "version": "1"}).status_code == 400
        assert fresh(running).state == "running"
