from datetime import timedelta

import pytest
from django.urls import reverse

from meetings.actions import planning
from meetings.deadlines import NEW_CHAIR
from meetings.models.meeting import Meeting
from meetings.tasks import seek_chairs
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, TODAY
from tests.factories.meetings import AttendeeFactory, IndependenceDeclarationFactory, MeetingFactory


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


def leaves(member, *, day=TODAY):
    member.end_date = day
    member.save(update_fields=["end_date"])


def sought():
    return list(Clock.objects.open().filter(kind=NEW_CHAIR).values_list("subject", "owner"))


def change(meeting, *, by, **what):
    row = Meeting.objects.with_people().get(pk=meeting.pk)
    names = ("kind", "title", "occasion", "starts_at", "ends_at", "place", "link", "chair", "places", "agenda_closes_on")
    planning.change(row, by=by, at=AT, version=row.version, **{**{name: getattr(row, name) for name in names}, **what})


class TestTheOrganiser:
    def test_is_told_once_when_the_chair_left(self, meeting, marieke, joris):
        leaves(joris)

        seek_chairs()
        seek_chairs()

        assert sought() == [(meeting.uuid, marieke.pk)]
        assert list(Message.objects.values_list("recipient", flat=True)) == [marieke.pk]

    def test_also_when_the_chair_leaves_before_the_day_of_the_meeting(self, meeting, joris):
        leaves(joris, day=TODAY + timedelta(days=14))  # the day of the meeting itself: until, not including

        seek_chairs()

        assert len(sought()) == 1

    def test_also_when_the_chair_is_no_chair_any_more(self, meeting, joris):
        joris.roles = ["policy_adviser"]
        joris.save(update_fields=["roles"])

        seek_chairs()

        assert len(sought()) == 1

    @pytest.mark.parametrize("what", [{"cancelled": True}, {"over": True}, {"chair": None}])
    def test_not_of_what_is_cancelled_or_over_or_has_no_chair(self, waterveen, joris, what):
        MeetingFactory(**{"municipality": waterveen, "chair": joris, **what})
        leaves(joris)

        seek_chairs()

        assert sought() == []

    def test_not_while_the_chair_still_works_here_on_the_day(self, meeting, joris):
        leaves(joris, day=TODAY + timedelta(days=15))

        seek_chairs()

        assert sought() == []

    def test_another_chair_keeps_the_promise(self, waterveen, meeting, marieke, joris):
        leaves(joris)
        seek_chairs()

        change(meeting, by=marieke, chair=MembershipFactory(neutral_chair=True, municipality=waterveen))

        assert Clock.objects.get(kind=NEW_CHAIR).kept_at == AT
        seek_chairs()
        assert sought() == []

    def test_so_does_leading_it_herself(self, meeting, marieke, joris):
        leaves(joris)
        seek_chairs()

        change(meeting, by=marieke, chair=None)

        assert Clock.objects.get(kind=NEW_CHAIR).kept_at == AT

    def test_another_title_does_not(self, meeting, marieke, joris):
        leaves(joris, day=TODAY + timedelta(days=10))
        seek_chairs()

        change(meeting, by=marieke, title="Netwerkbijeenkomst najaar")

        assert len(sought()) == 1

    def test_nothing_is_promised_any_more_when_the_chair_comes_back(self, meeting, joris):
        leaves(joris)
        seek_chairs()
        leaves(joris, day=None)

        seek_chairs()

        assert sought() == []
        assert Clock.objects.get(kind=NEW_CHAIR).kept_at is None


class TestPages:
    def test_it_stands_on_her_start_page_and_on_the_page_of_the_meeting(self, client, meeting, marieke, joris):
        leaves(joris)
        seek_chairs()

        assert "Een bijeenkomst heeft geen voorzitter meer" in log_in(client, marieke).get("/").content.decode()
        page = client.get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode()
        assert "Joris kan deze bijeenkomst niet meer leiden" in page
        assert "Kies wie de bijeenkomst leidt" in page

    def test_who_is_invited_does_not_read_that_somebody_leads_who_does_not(self, client, waterveen, marieke, joris, robin):
        ahead = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True)
        AttendeeFactory(meeting=ahead, member=robin.member)
        IndependenceDeclarationFactory(chair=joris)
        leaves(joris)

        page = log_in(client, robin.member).get(reverse("meetings:meeting_detail", args=[ahead.uuid])).content.decode()

        assert "Joris" not in page
        assert "Werkt niet voor de gemeente" not in page
        assert "Kies wie de bijeenkomst leidt" not in page
