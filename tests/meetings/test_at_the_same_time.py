"""Two real threads, each with a connection of its own, held back until both are ready."""

from uuid import uuid4

import pytest

from meetings.actions import planning
from meetings.actions.planning import ChangedMeanwhile
from meetings.models.meeting import Meeting
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.keyfigures import AT
from tests.factories.meetings import MeetingFactory
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
