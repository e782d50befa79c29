from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from meetings import agenda
from meetings.actions import NotPossible
from meetings.actions import agenda as acts
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from notifications.models import Message
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AgendaItemFactory, AttendeeFactory, MeetingFactory

SECRET = "Het licht in het park"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def meeting(waterveen, marieke, joris, robin, sam):
    """In two weeks, led by Joris; Robin and Sam are invited."""
    meeting = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True, agenda_closes_on=date(2026, 6, 16))
    for figure in (robin, sam):
        AttendeeFactory(meeting=meeting, member=figure.member)
    return meeting


def propose(meeting, by, *, at=AT, submission=None, title=SECRET):
    return acts.propose(meeting, by=by, at=at, submission=submission or uuid4(), title=title, aim="ask", minutes=10)


def told(member):
    return Message.objects.filter(recipient=member).count()


def order(meeting):
    return list(AgendaItem.objects.of_meeting(meeting).values_list("title", flat=True))


def change(row, **values):
    """The keys to a municipality, and the places, are checked at the end of a transaction."""
    type(row).objects.filter(pk=row.pk).update(**values)
    connection.check_constraints()


class TestRules:
    def test_points_can_be_proposed_until_the_end_of_the_last_day_in_amsterdam(self):
        starts_at = datetime(2026, 6, 23, 17, 30, tzinfo=UTC)
        last_minute, over = datetime(2026, 6, 16, 21, 59, tzinfo=UTC), datetime(2026, 6, 16, 22, 0, tzinfo=UTC)

        assert agenda.is_open(closes_on=date(2026, 6, 16), starts_at=starts_at, at=last_minute)
        assert not agenda.is_open(closes_on=date(2026, 6, 16), starts_at=starts_at, at=over)
        assert agenda.is_open(closes_on=None, starts_at=starts_at, at=starts_at - timedelta(minutes=1))
        assert not agenda.is_open(closes_on=None, starts_at=starts_at, at=starts_at)
        assert not agenda.is_open(closes_on=date(2026, 6, 23), starts_at=starts_at, at=starts_at)

    @pytest.mark.parametrize(
        ("one", "way", "expected"),
        [(3, "up", [1, 3, 2]), (1, "up", [1, 2, 3]), (1, "down", [2, 1, 3]), (3, "down", [1, 2, 3]), (3, "first", [3, 1, 2]), (1, "first", [1, 2, 3])],
    )
    def test_a_point_goes_up_down_or_first_and_stays_within_the_list(self, one, way, expected):
        assert agenda.reordered([1, 2, 3], one, way) == expected

    def test_times_run_on_also_in_the_night_in_which_the_clock_goes_back(self):
        half_past_one = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)

        assert [each.isoformat() for each in agenda.begins(half_past_one, [60, 60, 5])] == [
            "2026-10-24T23:30:00+00:00", "2026-10-25T00:30:00+00:00", "2026-10-25T01:30:00+00:00",
        ]


class TestProposing:
    def test_from_whom_it_comes_follows_from_who_she_is(self, waterveen, meeting, robin, marieke, joris):
        lead = MembershipFactory(team_lead=True, municipality=waterveen)
        both = MembershipFactory(roles=["key_figure", "policy_adviser"], municipality=waterveen)
        guest = MembershipFactory(neutral_chair=True, municipality=waterveen)
        for member in (lead, both, guest):
            AttendeeFactory(meeting=meeting, member=member)

        found = {member.pk: propose(meeting, member).brought_by for member in (robin.member, marieke, joris, lead, both, guest)}

        assert list(found.values()) == ["key_figure", "municipality", "chair", "municipality", "municipality", "chair"]

    def test_the_chair_hears_of_it_once_and_a_second_tap_makes_no_second_point(self, meeting, robin, joris, marieke):
        submission = uuid4()

        first, second = (propose(meeting, robin.member, submission=submission) for _each in range(2))

        assert first == second
        assert (AgendaItem.objects.count(), told(joris), told(marieke), told(robin.member)) == (1, 1, 0, 0)

    def test_without_a_chair_the_organiser_hears_of_it(self, meeting, robin, marieke):
        change(meeting, chair=None)

        propose(meeting, robin.member)

        assert told(marieke) == 1

    def test_the_message_does_not_say_what_it_is_about(self, meeting, robin, joris):
        propose(meeting, robin.member)

        message = Message.objects.get(recipient=joris)
        assert SECRET not in f"{message.key} {message.path} {message.kind}"

    def test_the_form_of_somebody_else_is_not_shown(self, meeting, robin, sam):
        submission = propose(meeting, robin.member).submission

        with pytest.raises(PermissionDenied):
            propose(meeting, sam.member, submission=submission)

    def test_on_the_last_day_it_can_and_the_day_after_only_the_chair_can(self, meeting, robin, marieke, joris):
        last_day, after = datetime(2026, 6, 16, 21, 59, tzinfo=UTC), datetime(2026, 6, 16, 22, 1, tzinfo=UTC)

        propose(meeting, robin.member, at=last_day)
        for member in (robin.member, marieke):
            with pytest.raises(NotPossible, match="Bel Joris"):
                propose(meeting, member, at=after)
        propose(meeting, joris, at=after, title="Van de voorzitter")

        assert order(meeting) == [SECRET, "Van de voorzitter"]

    def test_when_the_chair_left_the_organiser_keeps_the_agenda(self, meeting, marieke, joris):
        change(joris, end_date=date(2026, 6, 10))

        propose(Meeting.objects.get(pk=meeting.pk), marieke, at=datetime(2026, 6, 18, 8, tzinfo=UTC))

        assert order(meeting) == [SECRET]

    @pytest.mark.parametrize("state", ["cancelled", "closed"])
    def test_nothing_comes_on_the_agenda_of_a_meeting_that_is_cancelled_or_closed(self, waterveen, joris, state):
        meeting = MeetingFactory(municipality=waterveen, chair=joris, invited=True, **{state: True})

        with pytest.raises(NotPossible):
            propose(meeting, joris)

    def test_who_is_not_invited_proposes_nothing(self, waterveen, meeting, annemarie, neighbour):
        for member in (annemarie, neighbour, MembershipFactory(neutral_chair=True, municipality=waterveen)):
            with pytest.raises(PermissionDenied):
                propose(meeting, member)
        assert AgendaItem.objects.count() == 0


class TestTakingBack:
    def test_she_takes_her_own_point_back_while_the_agenda_is_open(self, meeting, robin, sam):
        item = propose(meeting, robin.member)

        with pytest.raises(PermissionDenied):
            acts.withdraw(item, by=sam.member, at=AT)
        acts.withdraw(item, by=robin.member, at=AT)
        acts.withdraw(item, by=robin.member, at=AT)

        assert order(meeting) == []

    def test_after_closing_she_cannot(self, meeting, robin):
        item = propose(meeting, robin.member)

        with pytest.raises(NotPossible):
            acts.withdraw(item, by=robin.member, at=datetime(2026, 6, 17, 8, tzinfo=UTC))
        assert order(meeting) == [SECRET]


class TestTheOrder:
    @pytest.fixture
    def points(self, meeting, robin):
        return [propose(meeting, robin.member, title=title) for title in ("een", "twee", "drie")]

    def test_the_chair_puts_points_elsewhere_also_when_one_was_taken_back(self, meeting, points, robin, joris):
        acts.withdraw(points[1], by=robin.member, at=AT)

        acts.move(points[2], way="up", by=joris, at=AT)
        assert order(meeting) == ["drie", "een"]

        propose(meeting, robin.member, title="vier")
        acts.move(AgendaItem.objects.get(title="vier"), way="first", by=joris, at=AT)
        acts.move(points[0], way="up", by=joris, at=AT)
        assert order(meeting) == ["vier", "een", "drie"]

    def test_the_organiser_orders_only_when_there_is_no_chair(self, meeting, points, marieke, pim, robin):
        with pytest.raises(PermissionDenied):
            acts.move(points[2], way="first", by=marieke, at=AT)
        change(meeting, chair=None)
        acts.move(points[2], way="first", by=pim, at=AT)

        with pytest.raises(PermissionDenied):
            acts.move(points[2], way="down", by=robin.member, at=AT)
        assert order(meeting) == ["drie", "een", "twee"]

    def test_a_point_that_is_gone_is_not_put_elsewhere(self, points, robin, joris):
        acts.withdraw(points[1], by=robin.member, at=AT)

        with pytest.raises(NotPossible):
            acts.move(points[1], way="up", by=joris, at=AT)


class TestOffAndLater:
    def test_who_proposed_it_reads_why_it_is_not_on_the_agenda(self, client, meeting, robin, sam, joris):
        item = propose(meeting, robin.member)

        acts.take_off(item, because="Dit besprak de wijkraad al.", by=joris, at=AT)

        page = log_in(client, robin.member).get(reverse("meetings:point_detail", args=[item.uuid])).content.decode()
        assert "Dit punt komt niet op de agenda" in page
        assert "Dit besprak de wijkraad al." in page
        assert (order(meeting), told(robin.member)) == ([], 1)
        assert log_in(client, sam.member).get(reverse("meetings:point_detail", args=[item.uuid])).status_code == 404

    def test_it_comes_last_at_a_later_meeting_and_its_proposer_reads_when(self, client, waterveen, meeting, robin, joris, marieke):
        later = MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, title="Najaar", starts_at=AT + timedelta(days=100))
        AgendaItemFactory(meeting=later, title="Stond er al", position=1)
        item = propose(meeting, robin.member)

        acts.move_on(item, to=later, because="De wethouder is er dan.", by=joris, at=AT)

        assert (order(meeting), order(later), told(robin.member)) == ([], ["Stond er al", SECRET], 1)
        page = log_in(client, robin.member).get(reverse("meetings:point_detail", args=[item.uuid])).content.decode()
        assert "donderdag 17\N{NO-BREAK SPACE}september" in page
        assert "De wethouder is er dan." in page
        assert reverse("meetings:meeting_detail", args=[later.uuid]) not in page

    def test_not_to_a_meeting_of_another_chair_nor_to_one_that_is_over(self, waterveen, meeting, robin, joris):
        item = propose(meeting, robin.member)

        with pytest.raises(PermissionDenied):
            acts.move_on(item, to=MeetingFactory(municipality=waterveen), because="Later.", by=joris, at=AT)
        with pytest.raises(PermissionDenied):
            acts.move_on(item, to=meeting, because="Later.", by=joris, at=AT)
        with pytest.raises(NotPossible):
            acts.move_on(item, to=MeetingFactory(municipality=waterveen, chair=joris, over=True), because="Later.", by=joris, at=AT)
        assert order(meeting) == [SECRET]

    def test_points_of_a_cancelled_meeting_can_go_to_the_next_one(self, waterveen, meeting, robin, joris):
        item = propose(meeting, robin.member)
        later = MeetingFactory(municipality=waterveen, chair=joris, starts_at=AT + timedelta(days=100))
        change(meeting, state="cancelled", cancelled_at=AT)

        acts.move_on(item, to=later, because="De bijeenkomst gaat niet door.", by=joris, at=AT)

        assert order(later) == [SECRET]

    def test_who_took_part_in_a_closed_meeting_keeps_its_points(self, waterveen, joris):
        item = AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, chair=joris, closed=True))

        with pytest.raises(NotPossible):
            acts.take_off(item, because="Weg ermee.", by=joris, at=AT)

    def test_nobody_else_takes_off_or_moves(self, waterveen, meeting, robin, sam, marieke):
        item, later = propose(meeting, robin.member), MeetingFactory(municipality=waterveen, starts_at=AT + timedelta(days=100))

        for member in (robin.member, sam.member, marieke):
            with pytest.raises(PermissionDenied):
                acts.take_off(item, because="Weg ermee.", by=member, at=AT)
            with pytest.raises(PermissionDenied):
                acts.move_on(item, to=later, because="Later.", by=member, at=AT)
        assert order(meeting) == [SECRET]

    def test_a_point_of_somebody_who_left_tells_nobody(self, meeting, robin, joris):
        item = propose(meeting, robin.member)
        change(robin.member, end_date=date(2026, 6, 9))

        acts.take_off(item, because="Dit besprak de wijkraad al.", by=joris, at=AT)

        assert told(robin.member) == 0


class TestTheDatabaseRefuses:
    @pytest.fixture
    def item(self, meeting, robin):
        return propose(meeting, robin.member)

    def test_two_points_at_one_place(self, meeting, item, robin):
        other = propose(meeting, robin.member, title="Ander punt")

        with pytest.raises(IntegrityError), transaction.atomic():
            change(other, position=item.position)

    @pytest.mark.parametrize("values", [{"minutes": 0}, {"minutes": 241}, {"taken_off_because": "Zomaar."}])
    def test_what_makes_no_sense(self, item, values):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(item, **values)

    def test_a_move_without_a_reason(self, meeting, item):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(item, moved_from=meeting)

    def test_a_meeting_of_another_municipality(self, item, oeverland):
        with pytest.raises(IntegrityError), transaction.atomic():
            change(item, moved_from=MeetingFactory(municipality=oeverland), moved_because="Later.")


class TestShareOfKeyFigures:
    def test_of_the_points_of_meetings_that_were_held_in_that_time(self, waterveen, oeverland):
        held = MeetingFactory(municipality=waterveen, over=True)
        for place, side in enumerate(("key_figure", "key_figure", "municipality", "chair"), start=1):
            AgendaItemFactory(meeting=held, brought_by=side, position=place)
        AgendaItemFactory(meeting=held, withdrawn_at=AT, position=9)
        AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, invited=True))
        AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, cancelled=True, starts_at=AT - timedelta(days=3)))
        AgendaItemFactory(meeting=MeetingFactory(municipality=waterveen, over=True, starts_at=AT - timedelta(days=400)))
        AgendaItemFactory(meeting=MeetingFactory(municipality=oeverland, over=True))

        share = AgendaItem.objects.of_held(waterveen, since=AT - timedelta(days=365), until=AT).share_of_key_figures()

        assert (share.part, share.of) == (2, 4)

    def test_of_no_points_it_is_none_of_none(self, waterveen):
        share = AgendaItem.objects.of_held(waterveen, since=AT - timedelta(days=365), until=AT).share_of_key_figures()

        assert (share.part, share.of) == (0, 0)


