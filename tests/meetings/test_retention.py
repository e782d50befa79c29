"""The last day on which something of meetings is there, and the first on which it is gone; by hand, by the term of each municipality."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from audit.models import Entry
from keyfigures.actions import erasing as retention
from meetings.actions import erasing
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollInvitee, PollOption
from meetings.models.pulse import PulseEnvelope
from meetings.models.report import Correction
from meetings.models.tension import Tension, TensionCall
from terms.models import Clock
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, NetworkSettingsFactory
from tests.factories.meetings import (
    ActionPointFactory,
    AgendaItemFactory,
    AttendeeFactory,
    CorrectionFactory,
    DatePollFactory,
    IndependenceDeclarationFactory,
    MeetingFactory,
    PollInviteeFactory,
    PollOptionFactory,
    TensionCallFactory,
    TensionFactory,
)
from tests.meetings.test_planning import STARTS

DAY = timedelta(days=1)
LAST, GONE = datetime(2028, 6, 21, 10, tzinfo=UTC), datetime(2028, 6, 22, 10, tzinfo=UTC)  # 730 days after 23 June 2026


def a_meeting(waterveen):
    """With all that hangs on it."""
    meeting = MeetingFactory(municipality=waterveen, invited=True)
    AttendeeFactory(meeting=meeting)
    item = AgendaItemFactory(meeting=meeting)
    ActionPointFactory(meeting=meeting, item=item)
    CorrectionFactory(item=item)
    return meeting


def a_poll(waterveen):
    poll = DatePollFactory(municipality=waterveen, state="chosen", ended_at=AT, meeting=MeetingFactory(municipality=waterveen))
    PollInviteeFactory(poll=poll)
    PollOptionFactory(poll=poll)
    return poll


def a_stopped_poll(waterveen):
    return DatePollFactory(municipality=waterveen, state="stopped", ended_at=STARTS)


def a_forgotten_poll(waterveen):
    return DatePollFactory(municipality=waterveen, made_at=STARTS)


def a_tension(waterveen):
    tension = TensionFactory(municipality=waterveen, phase="over", ended_at=STARTS)
    TensionCallFactory(tension=tension)
    return tension


@pytest.mark.parametrize("make", [a_meeting, a_poll, a_stopped_poll, a_forgotten_poll, a_tension])
def test_what_is_kept_is_there_on_its_last_day_and_gone_on_the_next(waterveen, make):
    row = make(waterveen)

    retention.erase_expired(at=LAST)
    assert type(row).objects.filter(pk=row.pk).exists()
    retention.erase_expired(at=GONE)
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_all_that_hangs_on_a_meeting_and_a_poll_goes_with_it(waterveen):
    a_meeting(waterveen)
    a_poll(waterveen)
    a_tension(waterveen)

    retention.erase_expired(at=GONE)

    for model in (Meeting, Attendee, AgendaItem, ActionPoint, Correction, PulseEnvelope, DatePoll, PollInvitee, PollOption, Tension, TensionCall):
        assert not model.objects.exists(), model


def test_a_declaration_stays_two_years_after_its_year(waterveen):
    IndependenceDeclarationFactory(municipality=waterveen, year=2026)

    retention.erase_expired(at=datetime(2028, 12, 29, 12, tzinfo=UTC))
    assert IndependenceDeclaration.objects.exists()
    retention.erase_expired(at=datetime(2028, 12, 30, 12, tzinfo=UTC))
    assert not IndependenceDeclaration.objects.exists()


def test_a_municipality_can_make_the_term_shorter_and_another_keeps_its_own(waterveen, oeverland):
    NetworkSettingsFactory(municipality=waterveen, keep_contact_days=30)
    for municipality in (waterveen, oeverland):
        MeetingFactory(municipality=municipality)

    retention.erase_expired(at=datetime(2026, 7, 23, 10, tzinfo=UTC))

    assert [meeting.municipality for meeting in Meeting.objects.all()] == [oeverland]


def test_a_meeting_that_goes_leaves_promises_without_a_subject_and_a_proof_without_content(waterveen, marieke):
    meeting = a_meeting(waterveen)
    item = AgendaItem.objects.get()
    subjects = [meeting.uuid, item.uuid, ActionPoint.objects.get().uuid, Correction.objects.get().uuid]
    for subject in subjects:
        Clock.objects.create(
            municipality=waterveen, kind="meetings.point_answer", subject=subject, owner=marieke, waiter=item.proposed_by, promised_at=AT, working_days=20, due_at=AT + DAY,
        )

    retention.erase_expired(at=GONE)

    proof = Entry.objects.get(subject_kind="meetings.meeting")
    assert (proof.verb, proof.numbers, proof.municipality, proof.subject) == ("keyfigures.erased", {"rows": 1}, waterveen, None)
    assert not Clock.objects.filter(subject__in=subjects).exists()
    assert set(Clock.objects.values_list("waiter", "ended_at")) == {(None, GONE)}


def test_more_than_one_batch_goes_and_each_is_proven(waterveen):
    MeetingFactory.create_batch(erasing.BATCH + 1, municipality=waterveen)

    retention.erase_expired(at=GONE)

    assert not Meeting.objects.exists()
    assert sorted(entry.numbers["rows"] for entry in Entry.objects.filter(subject_kind="meetings.meeting")) == [1, erasing.BATCH]


class TestWhatPeopleNeeded:
    @pytest.fixture
    def attendee(self, waterveen):
        meeting = MeetingFactory(municipality=waterveen, invited=True)
        AttendeeFactory(meeting=meeting)
        return AttendeeFactory(meeting=meeting, comes=True, needs=["access"], food="geen noten", brings="soep")

    def needs(self, attendee):
        attendee.refresh_from_db()
        return (attendee.needs, attendee.food, attendee.brings)

    def test_it_is_there_on_the_evening_itself_and_gone_on_the_day_after(self, attendee):
        assert erasing.erase_needs(at=datetime(2026, 6, 23, 21, 59, tzinfo=UTC)) == 0  # one minute before midnight in Amsterdam
        assert self.needs(attendee) == (["access"], "geen noten", "soep")

        assert erasing.erase_needs(at=datetime(2026, 6, 23, 22, 0, tzinfo=UTC)) == 1
        assert self.needs(attendee) == ([], "", "")
        assert attendee.answer == "yes"

    def test_the_proof_says_of_how_many_and_nothing_else(self, attendee):
        erasing.erase_needs(at=GONE)
        erasing.erase_needs(at=GONE)

        proof = Entry.objects.get(verb="meetings.needs_erased")
        assert (proof.numbers, proof.subject, proof.actor) == ({"rows": 1}, None, None)

    def test_a_meeting_after_midnight_waits_a_day_longer(self, attendee):
        Meeting.objects.update(ends_at=datetime(2026, 6, 23, 23, 0, tzinfo=UTC))

        assert erasing.erase_needs(at=datetime(2026, 6, 24, 20, tzinfo=UTC)) == 0
        assert erasing.erase_needs(at=datetime(2026, 6, 24, 22, tzinfo=UTC)) == 1

    def test_a_cancelled_meeting_is_no_exception_and_many_are_done_in_batches(self, attendee, waterveen):
        Meeting.objects.update(state="cancelled", cancelled_at=AT)
        MeetingFactory.create_batch(erasing.BATCH, municipality=waterveen)

        assert erasing.erase_needs(at=GONE) == 1
        assert not Meeting.objects.filter(needs_erased_at=None).exists()


class TestThePageOfThePrivacyOfficer:
    def test_it_shows_what_goes_and_the_proof_of_what_went(self, client, waterveen, time_machine):
        time_machine.move_to(datetime(2028, 6, 1, 10, tzinfo=UTC), tick=False)
        AttendeeFactory(meeting=MeetingFactory(municipality=waterveen, invited=True), needs=["access"])
        erasing.erase_needs(at=datetime(2026, 6, 24, 10, tzinfo=UTC))
        coming = {each.title: (each.count, each.first_on) for each in retention.coming(waterveen, today=date(2028, 6, 1))}

        page = log_in(client, MembershipFactory(privacy_officer=True, municipality=waterveen)).get(reverse("keyfigures:retention_list")).content.decode()

        assert coming["Bijeenkomsten, met wie er kwam en het verslag"] == (1, date(2028, 6, 22))
        assert "Bijeenkomsten, met wie er kwam en het verslag" in page
        assert "Gewist wat mensen nodig hadden voor een bijeenkomst" in page
