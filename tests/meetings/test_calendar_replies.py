"""Replies of calendars, as the programs write them, read from a mailbox by the client of the standard library."""

import logging
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from meetings import tasks
from meetings.actions import answers, planning, replies
from meetings.calendar_replies import reply_in
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, MeetingFactory
from tests.meetings.calendar_samples import SAMPLES, reply
from tests.meetings.imap import mailbox

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
UID = "3f6f4e7e-0000-4000-8000-000000000000"


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(LATER, tick=False)


@pytest.fixture
def meeting(waterveen, marieke):
    return MeetingFactory(municipality=waterveen, organiser=marieke, invited=True, places=1)


@pytest.fixture
def row(meeting, robin):
    return AttendeeFactory(meeting=meeting, member=robin.member)


def says(row, program="google", **how):
    address = how.pop("address", row.member.user.email)
    return reply(program, uid=f"{row.meeting.ical_uid}@localhost", address=address, **how)


def take(*mails, at=LATER):
    return [replies.take(reply_in(each), at=at) for each in mails]


def answer_of(row):
    row.refresh_from_db()
    return row.answer, row.answered_by, row.seat


class TestReading:
    @pytest.mark.parametrize("program", SAMPLES)
    @pytest.mark.parametrize(("partstat", "answer"), [("ACCEPTED", "yes"), ("TENTATIVE", "maybe"), ("DECLINED", "no")])
    def test_each_program_is_understood(self, program, partstat, answer):
        read = reply_in(reply(program, uid=f"{UID}@localhost", address="robin@voorbeeld.example", partstat=partstat, sequence=2))

        assert (str(read.uid), read.attendee, read.sender) == (UID, "robin@voorbeeld.example", "robin@voorbeeld.example")
        assert (read.answer, read.stamp, read.sequence) == (answer, datetime(2026, 6, 9, 8, 5, tzinfo=UTC), 2)

    @pytest.mark.parametrize("program", SAMPLES)
    @pytest.mark.parametrize("uid", ["", "iets@elders.example", f"{UID}", f"{UID}@localhost@elders", "x" * 5000])
    def test_of_another_event_nothing_is_made(self, program, uid):
        assert reply_in(reply(program, uid=uid, address="robin@voorbeeld.example")) is None

    @pytest.mark.parametrize("partstat", ["NEEDS-ACTION", "DELEGATED", "X-ONBEKEND", ""])
    def test_of_another_answer_nothing_is_made(self, partstat):
        assert reply_in(reply("outlook", uid=f"{UID}@localhost", address="robin@voorbeeld.example", partstat=partstat)) is None

    def test_a_request_or_a_counter_proposal_is_no_answer(self):
        mail = reply("apple", uid=f"{UID}@localhost", address="robin@voorbeeld.example")

        assert reply_in(mail.replace(b"METHOD:REPLY", b"METHOD:COUNTER")) is None
        assert reply_in(mail.replace(b"METHOD:REPLY\r\n", b"")) is None

    @pytest.mark.parametrize("cut", range(0, 2000, 97))
    def test_a_mail_that_was_cut_breaks_nothing(self, cut):
        for program in SAMPLES:
            reply_in(reply(program, uid=f"{UID}@localhost", address="robin@voorbeeld.example")[:cut])

    @pytest.mark.parametrize("content", [
        b"", b"\x00\xff\xfe", b"From: \r\n\r\n", b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", b"Content-Type: text/calendar; charset=gibt-es-nicht\r\n\r\nX",
        b"Content-Type: multipart/mixed\r\n\r\nBEGIN:VCALENDAR", b"From: =?utf-8?q?=ff?= <a@b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR",
        b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE:x\r\nDTSTAMP:gisteren\r\nSEQUENCE:een\r\nEND:VEVENT\r\nEND:VCALENDAR",
    ])
    def test_other_mail_is_no_reply(self, content):
        assert reply_in(content) is None

    def test_two_people_in_one_reply_are_nobody(self):
        mail = reply("google", uid=f"{UID}@localhost", address="robin@voorbeeld.example")
        two = mail.replace(b"CREATED:", b"ATTENDEE;PARTSTAT=DECLINED:mailto:sam@voorbeeld.example\r\nCREATED:")

        assert two != mail
        assert reply_in(two.split(b"--000000000000a1\r\nContent-Type: application/ics")[0]) is None


class TestTaking:
    @pytest.mark.parametrize("program", SAMPLES)
    def test_her_answer_is_hers(self, row, program):
        assert take(says(row, program)) == ["taken"]
        assert answer_of(row) == ("yes", "calendar", "place")

    def test_the_same_reply_twice_is_once(self, row):
        assert take(says(row), says(row)) == ["taken", "old"]

    def test_the_newest_counts_in_whatever_order_they_come(self, row):
        first, second = says(row, stamp="20260609T080100Z"), says(row, partstat="DECLINED", stamp="20260609T080200Z")

        assert take(second, first) == ["taken", "old"]
        assert answer_of(row)[0] == "no"

    def test_what_was_said_while_the_mail_was_on_its_way_is_newer(self, row):
        take(says(row, stamp="20260609T080100Z"), at=LATER)

        assert take(says(row, partstat="DECLINED", stamp="20260609T083000Z"), at=LATER + timedelta(minutes=5)) == ["taken"]
        assert answer_of(row)[0] == "no"

    def test_a_reply_of_before_her_own_answer_on_the_site_comes_too_late(self, row):
        answers.answer_herself(row, answer="no", by=row.member, at=LATER)

        assert take(says(row, stamp="20260609T080500Z")) == ["old"]
        assert answer_of(row) == ("no", "site", "")

    def test_a_clock_that_runs_ahead_shuts_nobody_out(self, row):
        take(says(row, stamp="20290101T000000Z"))

        assert take(says(row, partstat="DECLINED", stamp="20260609T100000Z"), at=LATER + timedelta(hours=1)) == ["taken"]

    def test_an_answer_to_the_meeting_as_it_was_does_not_count(self, row):
        Meeting.objects.filter(pk=row.meeting_id).update(sequence=1)

        assert take(says(row, sequence=0), says(row, sequence=1)) == ["old", "taken"]

    def test_large_and_small_letters_are_one_address(self, row):
        assert take(says(row, address=row.member.user.email.upper())) == ["taken"]

    def test_who_has_no_place_waits(self, row, sam):
        AttendeeFactory(meeting=row.meeting, member=sam.member, comes=True)
        take(says(row))

        assert answer_of(row) == ("yes", "calendar", "waiting")


class TestNotTaken:
    def test_from_another_address_it_does_not_count_and_the_organiser_reads_so(self, client, row, sam, marieke):
        assert take(says(row, address="ander@voorbeeld.example"), says(row, sender="ander@voorbeeld.example"), says(row, address=sam.member.user.email)) == [
            "unknown address"] * 3
        assert answer_of(row) == ("", "", "")
        page = log_in(client, marieke).get(reverse("meetings:invitee_list", args=[row.meeting.uuid])).content.decode()
        assert "adres dat niet is uitgenodigd" in page
        assert "ander@voorbeeld.example" not in page

    def test_for_a_meeting_that_began_or_is_cancelled_it_is_over(self, row, marieke):
        assert take(says(row), at=row.meeting.starts_at) == ["over"]
        planning.cancel(row.meeting, by=marieke, at=AT)
        assert take(says(row, sequence=1)) == ["over"]
        assert answer_of(row)[0] == ""

    def test_of_an_unknown_meeting_it_is_not_ours(self, row):
        mail = reply("google", uid=f"{uuid4()}@localhost", address=row.member.user.email)

        assert take(mail) == ["not ours"]

    def test_after_planning_again_the_old_uid_is_unknown(self, row):
        mail = says(row)
        Meeting.objects.filter(pk=row.meeting_id).update(ical_uid=uuid4())

        assert take(mail) == ["not ours"]


class TestMailbox:
    def test_replies_are_taken_and_deleted_and_other_mail_is_left(self, row, settings):
        letter = b"From: buur@voorbeeld.example\r\nSubject: Vraag\r\n\r\nHoe laat begint het?"
        with mailbox(letter, says(row)) as server:
            settings.REPLY_MAILBOX_URL, settings.REPLY_ADDRESS = server.url, "antwoord@waterveen.example"
            tasks.read_calendar_replies()

            assert server.mails == {1: letter}
            assert server.flags[1] == {"\\Seen"}
        assert answer_of(row) == ("yes", "calendar", "place")

    def test_a_second_run_finds_nothing_new(self, row):
        with mailbox(says(row), b"From: x\r\n\r\nbrief") as server:
            assert [replies.read_mailbox(server.url, at=LATER) for _run in range(2)] == [1, 0]

    @pytest.mark.parametrize("wrong", ["antwoord:fout@", "wie:geheim@"])
    def test_a_wrong_password_is_logged_without_it(self, row, caplog, wrong):
        with mailbox(says(row)) as server, caplog.at_level(logging.WARNING):
            assert replies.read_mailbox(server.url.replace("antwoord:geheim@", wrong), at=LATER) == 0
        assert [record.message for record in caplog.records] == ["mailbox for replies not read"]
        assert "fout" not in caplog.text

    def test_no_such_folder_and_no_server_are_logged(self, row, caplog):
        with mailbox(says(row)) as server, caplog.at_level(logging.WARNING):
            replies.read_mailbox(server.url.replace("Antwoorden", "Weg"), at=LATER)
            url = server.url
        replies.read_mailbox(url, at=LATER)
        assert len(caplog.records) == 2
        assert Attendee.objects.get().answer == ""

    def test_without_a_mailbox_nothing_is_read(self, settings):
        settings.REPLY_MAILBOX_URL = ""

        tasks.read_calendar_replies()
