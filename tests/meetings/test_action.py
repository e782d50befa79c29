from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from keyfigures import stages as way
from keyfigures.actions import stages
from meetings.actions import NotPossible
from meetings.actions import action as acts
from meetings.desk import waits_after_a_meeting
from meetings.models.agenda import ActionPoint
from notifications.models import Message
from sleutelfiguren import handover
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.meetings import ActionPointFactory, AttendeeFactory, MeetingFactory
from tests.threads import at_once

DAYS = timedelta(days=1)
TEXT = "De wijkagent vragen naar het licht."


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def closed(waterveen, marieke, joris, robin, sam):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, closed=True)
    for figure in (robin, sam):
        AttendeeFactory(meeting=meeting, member=figure.member, was_present=True)
    return meeting


def asked(meeting, owner):
    """As closing the report leaves it."""
    ActionPointFactory(meeting=meeting, owner=owner, text=TEXT, accepted_at=None)
    acts.begin_all(meeting, at=AT)
    return ActionPoint.objects.get()


def kinds(row):
    return list(Clock.objects.open().about(row.uuid).values_list("kind", flat=True))


def fresh(row):
    return ActionPoint.objects.get(pk=row.pk)


class TestOwner:
    def test_an_official_owes_it_at_once_by_its_day(self, closed, pim):
        row = asked(closed, pim)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.owner, clock.due_at.date(), row.accepted_at) == ("meetings.action_point", pim, TODAY + 14 * DAYS, AT)

    def test_a_key_figure_is_asked_and_owes_nothing(self, closed, robin, marieke):
        row = asked(closed, robin.member)

        assert (row.accepted_at, kinds(row)) == (None, ["meetings.action_owner"])
        assert Clock.objects.open().get().owner == marieke
        assert list(Message.objects.values_list("recipient", flat=True)) == [robin.member.pk]

    def test_after_her_yes_she_owes_it_by_its_day(self, closed, robin):
        row = asked(closed, robin.member)
        acts.accept(row, by=robin.member, at=AT)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.owner, clock.due_at.date()) == ("meetings.action_point", robin.member, TODAY + 14 * DAYS)

    def test_her_no_needs_no_reason_and_goes_back_to_the_organiser(self, closed, robin, marieke):
        row = asked(closed, robin.member)
        acts.decline(row, by=robin.member, at=AT)

        assert (fresh(row).declined_at, kinds(row)) == (AT, ["meetings.action_owner"])
        assert Message.objects.filter(recipient=marieke).count() == 1

    def test_nobody_answers_for_her_and_nobody_answers_twice(self, closed, robin, sam, marieke):
        row = asked(closed, robin.member)
        for by in (sam.member, marieke):
            for answer in (acts.accept, acts.decline):
                with pytest.raises(PermissionDenied):
                    answer(row, by=by, at=AT)
        acts.decline(row, by=robin.member, at=AT)
        with pytest.raises(NotPossible):
            acts.accept(row, by=robin.member, at=AT)

    def test_the_organiser_asks_somebody_else(self, closed, robin, sam, marieke, pim):
        row = asked(closed, robin.member)
        acts.decline(row, by=robin.member, at=AT)
        acts.give(row, owner=sam.member, due_on=TODAY + 20 * DAYS, by=marieke, at=AT + DAYS)
        assert (fresh(row).declined_at, kinds(row)) == (None, ["meetings.action_owner"])

        acts.give(fresh(row), owner=pim, due_on=TODAY + 21 * DAYS, by=marieke, at=AT + 2 * DAYS)

        clock = Clock.objects.open().get()
        assert (clock.kind, clock.owner, clock.due_at.date()) == ("meetings.action_point", pim, TODAY + 21 * DAYS)

    def test_others_give_nothing(self, closed, robin, sam, joris, neighbour):
        row = asked(closed, robin.member)
        for by in (robin.member, sam.member, joris, neighbour):
            with pytest.raises(PermissionDenied):
                acts.give(row, owner=robin.member, due_on=TODAY, by=by, at=AT)

    def test_not_to_somebody_of_another_municipality(self, closed, robin, marieke, neighbour):
        with pytest.raises(PermissionDenied):
            acts.give(asked(closed, robin.member), owner=neighbour, due_on=TODAY, by=marieke, at=AT)

    def test_accepted_and_declined_exclude_each_other_and_only_what_was_accepted_is_done(self, closed, robin):
        row = asked(closed, robin.member)
        for wrong in ({"accepted_at": AT, "declined_at": AT}, {"done_at": AT}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ActionPoint.objects.filter(pk=row.pk).update(**wrong)


class TestDone:
    def test_by_who_does_it_or_by_the_organiser(self, closed, robin, marieke, sam, joris):
        for by in (robin.member, marieke):
            row = asked(closed, robin.member)
            acts.accept(row, by=robin.member, at=AT)
            for other in (sam.member, joris):
                with pytest.raises(PermissionDenied):
                    acts.finish(row, by=other, at=AT)

            acts.finish(row, by=by, at=AT)

            assert kinds(row) == []
            row.delete()


class TestDropping:
    WHY = "De lamp is al gemaakt."

    def test_what_nobody_wants_is_dropped_with_a_reason_and_nothing_rings_any_more(self, closed, robin, marieke):
        row = asked(closed, robin.member)
        acts.decline(row, by=robin.member, at=AT)

        acts.drop(row, because=self.WHY, by=marieke, at=AT + DAYS)

        assert (fresh(row).dropped_at, fresh(row).dropped_because, kinds(row)) == (AT + DAYS, self.WHY, [])
        assert Message.objects.filter(recipient=robin.member).count() == 1  # she said no: only the question

    def test_who_does_it_hears_so_and_has_it_on_her_start_page_no_longer(self, closed, robin, marieke):
        row = asked(closed, robin.member)
        acts.accept(row, by=robin.member, at=AT)

        acts.drop(row, because=self.WHY, by=marieke, at=AT)

        assert Message.objects.filter(recipient=robin.member).count() == 2
        assert waits_after_a_meeting(robin.member, today=TODAY) == []
        assert kinds(row) == []

    def test_nothing_more_happens_with_it(self, closed, robin, sam, marieke):
        row = asked(closed, robin.member)
        acts.drop(row, because=self.WHY, by=marieke, at=AT)
        acts.drop(row, because="Iets anders.", by=marieke, at=AT + DAYS)
        assert (fresh(row).dropped_at, fresh(row).dropped_because) == (AT, self.WHY)
        for late in (
            lambda: acts.accept(row, by=robin.member, at=AT),
            lambda: acts.decline(row, by=robin.member, at=AT),
            lambda: acts.finish(row, by=marieke, at=AT),
            lambda: acts.give(row, owner=sam.member, due_on=TODAY, by=marieke, at=AT),
        ):
            with pytest.raises(NotPossible):
                late()

    def test_only_by_who_organises_and_not_after_it_is_done(self, closed, robin, sam, joris, marieke, neighbour):
        row = asked(closed, robin.member)
        for by in (robin.member, sam.member, joris, neighbour):
            with pytest.raises(PermissionDenied):
                acts.drop(row, because=self.WHY, by=by, at=AT)
        acts.accept(row, by=robin.member, at=AT)
        acts.finish(row, by=robin.member, at=AT)
        with pytest.raises(NotPossible):
            acts.drop(row, because=self.WHY, by=marieke, at=AT)

    def test_a_dropped_one_says_why_and_is_not_done(self, closed, robin):
        row = asked(closed, robin.member)
        for wrong in ({"dropped_at": AT}, {"dropped_because": "x"}, {"dropped_at": AT, "dropped_because": "x", "accepted_at": AT, "done_at": AT}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ActionPoint.objects.filter(pk=row.pk).update(**wrong)

    def test_who_was_invited_reads_why_and_not_who_would_do_it(self, client, closed, robin, sam, marieke):
        row = asked(closed, robin.member)
        address = reverse("meetings:action_drop", args=[row.uuid])
        wrong = log_in(client, marieke).post(address, {"because": ""})
        assert (wrong.status_code, "Schrijf een paar woorden" in wrong.content.decode()) == (400, True)
        assert client.post(address, {"because": self.WHY}).status_code == 302

        page = log_in(client, sam.member).get(reverse("meetings:meeting_detail", args=[closed.uuid])).content.decode()
        assert f"Niemand doet het: {self.WHY}" in page
        assert "Robin" not in page
        assert client.post(address, {"because": self.WHY}).status_code in {403, 404}

    def test_a_reason_that_comes_too_late_is_shown_again(self, client, closed, pim, marieke):
        row = asked(closed, pim)
        acts.finish(row, by=pim, at=AT)

        answer = log_in(client, marieke).post(reverse("meetings:action_drop", args=[row.uuid]), {"because": self.WHY})

        assert (answer.status_code, self.WHY in answer.content.decode()) == (409, True)


class TestEnding:
    def test_what_she_would_do_goes_back_and_nothing_rings_for_her(self, closed, robin, marieke):
        ActionPointFactory(meeting=closed, owner=robin.member, accepted_at=None, text="Nog niet beantwoord.")
        ActionPointFactory(meeting=closed, owner=robin.member, accepted_at=None, text="Zou zij doen.")
        acts.begin_all(closed, at=AT)
        acts.accept(ActionPoint.objects.get(text="Zou zij doen."), by=robin.member, at=AT)

        stages.move(robin, way.END, by=marieke, at=AT, reason="time")

        assert list(ActionPoint.objects.values_list("accepted_at", "declined_at")) == [(None, AT), (None, AT)]
        assert {clock.owner for clock in Clock.objects.open().filter(kind__startswith="meetings.")} == {marieke}

    def test_who_leaves_hands_her_action_points_over(self, closed, pim, marieke, annemarie):
        row = asked(closed, pim)

        handover.hand_over(pim, to=marieke, by=annemarie, at=AT)

        assert fresh(row).owner == marieke
        assert Clock.objects.open().get().owner == marieke


@pytest.mark.django_db(transaction=True)
def test_a_yes_and_another_owner_at_the_same_moment_leave_one_owner(waterveen, marieke, pim, robin):
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, closed=True)
    row = asked(meeting, robin.member)

    at_once(lambda: acts.accept(row, by=robin.member, at=AT), lambda: acts.give(row, owner=pim, due_on=TODAY, by=marieke, at=AT))

    assert [(clock.owner, clock.kind) for clock in Clock.objects.open()] == [(fresh(row).owner, "meetings.action_point")]


class TestPages:
    def test_it_waits_on_her_start_page_without_its_words(self, client, closed, robin, sam):
        row = asked(closed, robin.member)
        page = log_in(client, robin.member).get("/").content.decode()

        assert "Na een bijeenkomst vragen wij of u iets wilt doen" in page
        assert f"/bijeenkomsten/acties/{row.uuid}/" in page
        assert TEXT not in page
        assert waits_after_a_meeting(sam.member, today=TODAY) == []
        client.post(reverse("meetings:action_accept", args=[row.uuid]))
        assert "U doet iets na een bijeenkomst, uiterlijk dinsdag 23\N{NO-BREAK SPACE}juni" in client.get("/").content.decode()

    def test_a_draft_waits_for_nobody(self, client, waterveen, robin):
        row = ActionPointFactory(meeting=MeetingFactory(municipality=waterveen, over=True), owner=robin.member, accepted_at=None)

        assert waits_after_a_meeting(robin.member, today=TODAY) == []
        assert log_in(client, robin.member).get(reverse("meetings:action_detail", args=[row.uuid])).status_code == 404

    def test_she_says_no_with_one_tap_and_the_organiser_finds_somebody(self, client, closed, robin, sam, marieke):
        row = asked(closed, robin.member)
        log_in(client, robin.member).post(reverse("meetings:action_decline", args=[row.uuid]))

        assert "Nog niemand doet dit actiepunt" in log_in(client, marieke).get("/").content.decode()
        page = client.get(reverse("meetings:action_detail", args=[row.uuid])).content.decode()
        assert "Robin doet dit niet. Wie wel?" in page
        data = {"owner": str(sam.member.uuid), "due_on": "2026-07-01"}
        assert client.post(reverse("meetings:action_give", args=[row.uuid]), {**data, "owner": "x"}).status_code == 400
        assert client.post(reverse("meetings:action_give", args=[row.uuid]), data).status_code == 302
        assert fresh(row).owner == sam.member

    def test_others_read_that_a_key_figure_does_it_not_who(self, client, closed, robin, sam, joris):
        acts.accept(asked(closed, robin.member), by=robin.member, at=AT)
        address = reverse("meetings:meeting_detail", args=[closed.uuid])
        page = log_in(client, sam.member).get(address).content.decode()

        assert TEXT in page
        assert "Een sleutelfiguur" in page
        assert "Robin" not in page
        assert "Robin" in log_in(client, joris).get(address).content.decode()

    def test_nobody_else_finds_or_presses_it(self, client, waterveen, closed, robin, sam, neighbour, annemarie):
        row = asked(closed, robin.member)
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for member in (sam.member, neighbour, annemarie, other_chair):
            log_in(client, member)
            assert client.get(reverse("meetings:action_detail", args=[row.uuid])).status_code == 404
            for name in ("accept", "decline", "done", "give", "drop"):
                assert client.post(reverse(f"meetings:action_{name}", args=[row.uuid]), {}).status_code == 404

    def test_what_is_still_open_stands_with_the_preparation_of_the_next_meeting(self, client, waterveen, closed, robin, joris, pim):
        asked(closed, pim)
        ahead = MeetingFactory(municipality=waterveen, chair=joris, invited=True)
        AttendeeFactory(meeting=ahead, member=robin.member)
        address = reverse("meetings:meeting_detail", args=[ahead.uuid])

        assert TEXT in log_in(client, joris).get(address).content.decode()
        assert TEXT not in log_in(client, robin.member).get(address).content.decode()

    def test_too_late_a_second_click_shows_the_page_as_it_is(self, client, closed, robin):
        row = asked(closed, robin.member)
        log_in(client, robin.member).post(reverse("meetings:action_accept", args=[row.uuid]))

        assert client.post(reverse("meetings:action_accept", args=[row.uuid])).status_code == 409
