"""Pages around a report that are only there while it is written or can be corrected: axe, at a desk and zoomed in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.e2e.visitors import DESK
from tests.factories.accounts import MembershipFactory
from tests.factories.meetings import ActionPointFactory, AgendaItemFactory, AttendeeFactory, CorrectionFactory, MeetingFactory

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]
ZOOMED = {"width": 320, "height": 640}


@pytest.fixture
def addresses(waterveen, marieke, robin):
    """By who opens them: of one meeting that is over, and one whose report can be corrected."""
    chair, at = MembershipFactory(neutral_chair=True, municipality=waterveen, user__name="Joris"), timezone.now()
    here = {"municipality": waterveen, "organiser": marieke, "chair": chair}
    when = {"starts_at": at - timedelta(days=3), "invited_at": at - timedelta(days=30)}
    over = MeetingFactory(**here, **when)
    closed = MeetingFactory(**here, **when, state="closed", closed_at=at, correct_until=timezone.localdate(at) + timedelta(days=9))
    for meeting in (over, closed):
        AttendeeFactory(meeting=meeting, member=robin.member, comes=True, was_present=True)
        item = AgendaItemFactory(meeting=meeting, proposed_by=robin.member, said="Het is donker.", agreed="Wij kijken ernaar.")
        ActionPointFactory(meeting=meeting, item=item, owner=robin.member, accepted_at=None)
    correction = CorrectionFactory(item=item)
    to = lambda name, row: reverse(f"meetings:{name}", args=[row.uuid])  # noqa: E731  short, as the list below
    return {
        chair: [to("report_edit", over), to("report_check", over), to("correction_decide", correction)],
        marieke: [to("point_answer", item)],
        robin.member: [to("report_detail", closed), to("meeting_detail", closed), to("correction_new", item), to("point_result", item)],
    }


def test_pages_of_a_report(enter, addresses):
    faults = []
    for member, paths in addresses.items():
        she = enter(member, screen=DESK)
        for path in paths:
            she.page.set_viewport_size(DESK)
            she.page.goto(she.base + path)
            for screen in (DESK, ZOOMED):
                she.page.set_viewport_size(screen)
                faults += [f"{path}: {fault}" for fault in she.faults()]

    assert not faults, "\n".join(faults)
