from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from indicators.registry import Period
from meetings import deadlines, figures
from meetings.actions import NotPossible
from meetings.actions import point as acts
from meetings.models.agenda import AgendaItem
from meetings.querysets.shares import Share
from notifications.models import Message
from terms import clocks
from terms.clocks import NewPromise
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, MeetingFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
DONE = "De lamp hangt er sinds maandag."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def closed(waterveen, marieke, joris, robin, sam):
    """Robin was there, Sam was not."""
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, closed=True)
    AttendeeFactory(meeting=meeting, member=robin.member, comes=True, was_present=True)
    AttendeeFactory(meeting=meeting, member=sam.member, was_present=False)
    return meeting


@pytest.fixture
def item(closed, robin):
    return owed(AgendaItemFactory(meeting=closed, proposed_by=robin.member, said="Het park is donker."), at=AT)


def owed(item, *, at):
    new = NewPromise(kind=deadlines.POINT_ANSWER, subject=item.uuid, owner=item.meeting.organiser, waiter=item.proposed_by)
    clocks.start_all([new], municipality=item.municipality, at=at)
    return item


def page_of(client, member, item):
    return log_in(client, member).get(reverse("meetings:point_result", args=[item.uuid])).content.decode()


class TestAnswering:
    def test_the_promise_is_kept_and_who_proposed_it_hears_so(self, item, marieke, robin):
        acts.answer(item, by=marieke, at=AT, text=DONE)

        row = AgendaItem.objects.get(pk=item.pk)
        assert (row.answer, row.answered_by, row.answered_at) == (DONE, marieke, AT)
        assert Clock.objects.about(item.uuid).get().kept_at == AT
        assert list(Message.objects.values_list("recipient", "path")) == [(robin.member.pk, f"/bijeenkomsten/punten/{item.uuid}/gedaan/")]

    def test_it_is_told_once(self, item, marieke, pim):
        acts.answer(item, by=marieke, at=AT, text=DONE)

        with pytest.raises(NotPossible):
            acts.answer(item, by=pim, at=AT, text="Niets.")

    @pytest.mark.parametrize("wrong", [{"was_taken": False}, {"withdrawn_at": AT}])
    def test_not_of_what_was_not_dealt_with(self, closed, marieke, wrong):
        with pytest.raises(NotPossible):
            acts.answer(AgendaItemFactory(meeting=closed, **wrong), by=marieke, at=AT, text=DONE)

    def test_not_before_the_report_is_there(self, waterveen, marieke):
        with pytest.raises(NotPossible):
            acts.answer(AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, over=True)), by=marieke, at=AT, text=DONE)

    def test_others_tell_nothing(self, client, item, robin, joris, neighbour, annemarie):
        for by in (robin.member, joris, neighbour, annemarie):
            with pytest.raises(PermissionDenied):
                acts.answer(item, by=by, at=AT, text=DONE)
            assert log_in(client, by).post(reverse("meetings:point_answer", args=[item.uuid]), {"text": DONE}).status_code == 404

    def test_an_answer_says_something(self, item):
        for wrong in ({"answer": DONE}, {"answered_at": AT}):
            with pytest.raises(IntegrityError), transaction.atomic():
                AgendaItem.objects.filter(pk=item.pk).update(**wrong)


@pytest.mark.django_db(transaction=True)
def test_two_who_tell_it_at_the_same_moment_tell_it_once(waterveen, marieke, pim):
    item = owed(AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, organiser=marieke, closed=True)), at=AT)

    results = at_once(*(lambda by=by: acts.answer(item, by=by, at=AT, text=DONE) for by in (marieke, pim)))

    assert sorted(type(each).__name__ for each in results) == ["AgendaItem", "NotPossible"]


class TestWhoReadsIt:
    def test_who_proposed_it_reads_by_when_she_hears(self, client, item, robin):
        assert "U hoort uiterlijk dinsdag 7\N{NO-BREAK SPACE}juli wat wij met uw punt doen" in page_of(client, robin.member, item)

    def test_everybody_who_was_invited_reads_the_answer_later_too(self, client, time_machine, item, marieke, robin, sam):
        acts.answer(item, by=marieke, at=AT + DAYS, text=DONE)
        time_machine.move_to(AT + 300 * DAYS)

        assert "Dit is er gedaan met uw punt" in page_of(client, robin.member, item)
        for member in (robin.member, sam.member):
            page = page_of(client, member, item)
            assert DONE in page
            assert "Beloofd: uiterlijk dinsdag 7\N{NO-BREAK SPACE}juli" in page

    def test_late_stays_visible(self, client, time_machine, item, marieke, sam):
        time_machine.move_to(AT + 30 * DAYS)
        assert "Te laat: beloofd voor dinsdag 7\N{NO-BREAK SPACE}juli" in log_in(client, sam.member).get(
            reverse("meetings:report_detail", args=[item.meeting.uuid]),
        ).content.decode()
        acts.answer(item, by=marieke, at=AT + 30 * DAYS, text=DONE)

        assert "2 werkdagen te laat" in page_of(client, sam.member, item)

    def test_nobody_else_finds_it(self, client, waterveen, item, neighbour, annemarie):
        stranger, other_chair = KeyFigureFactory(municipality=waterveen).member, MembershipFactory(neutral_chair=True, municipality=waterveen)
        for member in (neighbour, annemarie, stranger, other_chair):
            assert log_in(client, member).get(reverse("meetings:point_result", args=[item.uuid])).status_code == 404

    def test_a_colleague_was_first_and_what_she_typed_is_shown(self, client, item, marieke, pim):
        acts.answer(item, by=marieke, at=AT, text=DONE)
        answer = log_in(client, pim).post(reverse("meetings:point_answer", args=[item.uuid]), {"text": "Mijn tekst."})

        assert answer.status_code == 409
        assert "Mijn tekst." in answer.content.decode()
        assert DONE in answer.content.decode()

    def test_empty_is_wrong_and_religion_is_asked_about_once(self, client, item, marieke):
        address = reverse("meetings:point_answer", args=[item.uuid])
        log_in(client, marieke)

        assert client.get(address).status_code == 200
        assert client.post(address, {"text": ""}).status_code == 400
        assert client.post(address, {"text": "Wij spraken de imam."}).status_code == 200
        assert client.post(address, {"text": "Wij spraken de imam.", "hints_seen": "text:religion"}).status_code == 302


def test_share_answered_in_time(waterveen, marieke, neighbour, closed):
    items = [owed(AgendaItemFactory(meeting=closed), at=at) for at in (AT - 60 * DAYS, AT - 60 * DAYS, AT - 60 * DAYS, AT - DAYS, AT - 500 * DAYS)]
    for item, at in ((items[0], AT - 50 * DAYS), (items[1], AT - DAYS), (items[4], AT - 490 * DAYS)):
        acts.answer(item, by=marieke, at=at, text=DONE)
    elsewhere = owed(AgendaItemFactory(meeting=MeetingFactory(municipality=neighbour.municipality, closed=True)), at=AT - 60 * DAYS)
    clocks.keep(elsewhere.uuid, at=AT - 59 * DAYS, kinds=[deadlines.POINT_ANSWER])

    # One in time, one too late, one that is late now; one is not due yet, one was answered long before.
    assert figures.counted(waterveen, Period.year_until(TODAY)).answered == Share(part=1, of=3)
