from datetime import timedelta

import pytest
from django.core import mail

from meetings.actions import planning
from meetings.models.attendance import Attendee
from meetings.reminders import queue_reminders
from notifications.delivery import deliver_waiting
from notifications.models import Message, Preference
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, MeetingFactory
from tests.meetings.test_planning import of

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def meeting(waterveen, marieke):
    return MeetingFactory(municipality=waterveen, organiser=marieke, invited=True)


@pytest.fixture
def row(meeting, robin):
    return AttendeeFactory(meeting=meeting, member=robin.member, comes=True)


def rungs():
    return sorted(key.rsplit(":", 1)[1] for key in Message.objects.filter(kind="meetings.reminder").values_list("key", flat=True))


def run(meeting, before):
    return queue_reminders(at=meeting.starts_at - before)


def test_a_week_and_a_day_before_once_each_however_often_it_runs(row, meeting):
    assert run(meeting, 8 * DAY) == 0
    assert [run(meeting, 7 * DAY - hours * HOUR) for hours in range(3)] == [1, 0, 0]
    assert run(meeting, 2 * DAY) == 0
    assert [run(meeting, DAY - hours * HOUR) for hours in range(3)] == [1, 0, 0]
    assert run(meeting, -HOUR) == 0
    assert rungs() == ["day", "week"]


def test_a_run_that_was_missed_is_made_good(row, meeting):
    assert run(meeting, 5 * DAY) == 1
    assert run(meeting, 10 * HOUR) == 1


@pytest.mark.parametrize("how", ["declines", "waits"])
def test_who_has_no_place_is_not_reminded(meeting, robin, sam, how):
    AttendeeFactory(meeting=meeting, member=robin.member, **{how: True})
    AttendeeFactory(meeting=meeting, member=sam.member)

    assert run(meeting, 7 * DAY) == 0


def test_who_said_yes_three_days_before_is_reminded_the_day_before_only(row, meeting):
    Attendee.objects.filter(pk=row.pk).update(seat_since=meeting.starts_at - 5 * DAY)

    assert [run(meeting, 4.5 * DAY), run(meeting, DAY)] == [0, 1]


def test_when_it_moves_she_is_reminded_of_the_new_day_and_not_of_the_old_one(row, meeting, marieke):
    run(meeting, 7 * DAY)
    old = meeting.starts_at
    planning.change(meeting, by=marieke, at=AT, version=1, **of(meeting, starts_at=old + 14 * DAY, ends_at=old + 14 * DAY + HOUR))
    deliver_waiting(at=old - 6 * DAY)
    meeting.refresh_from_db()

    assert not any("Binnenkort" in message.body for message in mail.outbox)
    assert [run(meeting, 21 * DAY), run(meeting, 7 * DAY), run(meeting, DAY)] == [0, 1, 1]
    assert rungs() == ["day", "week", "week"]


@pytest.mark.parametrize("meanwhile", [{"seat": "", "seat_since": None, "answer": "no"}, None])
def test_who_gave_her_place_back_or_whose_meeting_is_off_is_not_reminded(row, meeting, marieke, meanwhile):
    run(meeting, 7 * DAY)
    if meanwhile:
        Attendee.objects.filter(pk=row.pk).update(**meanwhile)
    else:
        planning.cancel(meeting, by=marieke, at=AT)
    deliver_waiting(at=meeting.starts_at - 6 * DAY)

    assert mail.outbox == []


def test_not_when_the_mail_comes_only_after_it_began(row, meeting):
    run(meeting, DAY)
    deliver_waiting(at=meeting.starts_at + HOUR)

    assert mail.outbox == []


def test_by_her_preference(row, meeting, robin):
    Preference.objects.create(member=robin.member, frequency="necessary")
    run(meeting, 7 * DAY)
    deliver_waiting(at=meeting.starts_at - 6 * DAY)

    assert mail.outbox == []


def test_the_mail_says_nothing_of_what_and_where(row, meeting):
    run(meeting, 7 * DAY)
    deliver_waiting(at=meeting.starts_at - 6 * DAY)
    (message,) = mail.outbox

    assert "Binnenkort is er een bijeenkomst" in message.body
    assert not any(words in message.body for words in ("Netwerk", "De Sluis", "23 juni"))
    assert [each.mimetype for each in message.alternatives] == ["text/html"]


@pytest.mark.parametrize("how_many", [1, 3])
def test_it_asks_the_same_number_of_questions_for_one_as_for_three(meeting, waterveen, how_many, django_assert_num_queries):
    for _each in range(how_many):
        AttendeeFactory(meeting=meeting, comes=True)
    with django_assert_num_queries(8):
        run(meeting, 7 * DAY)
