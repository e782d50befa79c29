from datetime import date

import pytest

from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll
from sleutelfiguren import handover
from terms.handover import parts_of
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT
from tests.factories.meetings import DatePollFactory, MeetingFactory


@pytest.fixture
def hers(waterveen, marieke):
    """Of Marieke: one to come, one whose report can be corrected, an open poll; and what needs nobody any more."""
    here = {"municipality": waterveen, "organiser": marieke}
    for more in ({}, {"closed": True}, {"fixed": True}, {"cancelled": True}):
        MeetingFactory(**here, **more)
    DatePollFactory(**here)
    DatePollFactory(**here, state="stopped", ended_at=AT)


def held_by(member):
    return (sorted(Meeting.objects.filter(organiser=member).values_list("state", flat=True)), DatePoll.objects.filter(organiser=member).count())


def test_meetings_that_go_on_and_open_polls_go_to_a_colleague(hers, marieke, pim):
    assert [(part.label, part.number) for part in parts_of(marieke)] == [("Bijeenkomsten als organisator", 2), ("Datumprikkers", 1)]

    given = handover.hand_over(marieke, to=pim, by=marieke, at=AT)

    assert given == 3
    assert held_by(pim) == (["closed", "planned"], 1)
    assert held_by(marieke) == (["cancelled", "fixed"], 1)


def test_who_does_not_organise_does_not_get_them(hers, marieke, annemarie, joris):
    for colleague in (annemarie, joris):
        with pytest.raises(handover.NothingToHandOver):
            handover.hand_over(marieke, to=colleague, by=marieke, at=AT)


def test_the_meetings_of_another_stay_hers(hers, waterveen, marieke, pim):
    other = MembershipFactory(coordinator=True, municipality=waterveen)
    MeetingFactory(municipality=waterveen, organiser=other)

    handover.hand_over(marieke, to=pim, by=marieke, at=AT)

    assert held_by(other) == (["planned"], 0)


def test_when_her_end_comes_they_go_by_themselves(hers, marieke, pim):
    type(marieke).objects.filter(pk=marieke.pk).update(end_date=date(2026, 6, 9))

    assert handover.hand_over_what_was_left(at=AT) == 1
    assert held_by(pim) == (["closed", "planned"], 1)
