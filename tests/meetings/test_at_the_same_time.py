"""Two real threads, each with a connection of its own, held back until both are ready."""

from functools import partial
from uuid import uuid4

import pytest

from meetings.actions import answers, invitations, planning
from meetings.actions.planning import ChangedMeanwhile
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from notifications.models import Message
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, MeetingFactory
from tests.meetings.test_planning import of, what
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def marieke():
    return MembershipFactory(coordinator=True, municipality=MunicipalityFactory(name="Waterveen", slug="waterveen"))


def test_a_form_that_is_sent_twice_at_once_is_one_meeting(marieke):
    number = uuid4()

    at_once(*[lambda: planning.plan(by=marieke, at=AT, submission=number, **what())] * 2)

    assert Meeting.objects.count() == 1


def test_of_two_who_change_it_at_once_one_is_told(marieke):
    meeting = MeetingFactory(municipality=marieke.municipality, organiser=marieke)

    def change(**other):
        try:
            planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, **other))
        except ChangedMeanwhile:
            return "told"
        return "kept"

    assert sorted(at_once(lambda: change(place="Het Anker"), lambda: change(title="Najaar"))) == ["kept", "told"]
    meeting.refresh_from_db()
    assert meeting.version == 2


def test_two_who_take_the_last_place_at_once_one_gets_it_and_the_other_waits(marieke):
    meeting = MeetingFactory(municipality=marieke.municipality, organiser=marieke, invited=True, places=1)
    rows = [AttendeeFactory(meeting=meeting) for _each in range(2)]

    at_once(*[partial(answers.answer_herself, row, answer="yes", by=row.member, at=AT) for row in rows])

    assert sorted(Attendee.objects.values_list("seat", flat=True)) == ["place", "waiting"]


def test_who_leaves_while_another_says_yes_leaves_no_place_empty(marieke):
    meeting = MeetingFactory(municipality=marieke.municipality, organiser=marieke, invited=True, places=1)
    first, second = AttendeeFactory(meeting=meeting, comes=True), AttendeeFactory(meeting=meeting)

    at_once(
        partial(answers.answer_herself, first, answer="no", by=first.member, at=AT),
        partial(answers.answer_herself, second, answer="yes", by=second.member, at=AT),
    )

    assert Attendee.objects.get(seat="place") == second


def test_two_who_invite_at_once_invite_everybody_once(marieke):
    meeting = MeetingFactory(municipality=marieke.municipality, organiser=marieke)
    people = [MembershipFactory(municipality=marieke.municipality, team_lead=True) for _each in range(3)]

    counts = at_once(*[lambda: invitations.invite(meeting, members=people, by=marieke, at=AT)] * 2)

    assert sorted(counts) == [0, 3]
    assert Message.objects.count() == 3
