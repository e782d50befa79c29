"""Read back with another library than the one that writes it."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
import vobject

from meetings.calendar import Entry, Method, People, mail_part, plain, subscription

UID = UUID("3f6f4e7e-0000-4000-8000-000000000000")
SAID = datetime(2026, 6, 9, 8, tzinfo=UTC)
ROBIN = People(organiser="antwoord@waterveen.example", organiser_name="Gemeente Waterveen", attendee="robin@voorbeeld.example", answers_are_read=True)
RIGHT_TO_LEFT = "لقاء الشبكة: الأمان في الحي"
TITLES = ["Netwerkbijeenkomst zomer", RIGHT_TO_LEFT, "é" * 200, "😀" * 100, "a; b, c\\ d: \"e\"", "x" * 200]


def entry(**fields):
    what = {
        "uid": UID, "host": "sleutelfiguren.example", "sequence": 0, "title": "Netwerkbijeenkomst zomer", "place": "Buurthuis De Sluis",
        "starts_at": datetime(2026, 6, 23, 17, 30, tzinfo=UTC), "ends_at": datetime(2026, 6, 23, 19, 30, tzinfo=UTC),
    }
    return Entry(**{**what, **fields})


def text_of(people=ROBIN, *, method=Method.REQUEST, **fields):
    return mail_part(entry(**fields), people, method=method, stamp=SAID)


def read(text):
    return vobject.readOne(text.decode())


class TestInvitation:
    def test_it_says_when_where_from_whom_and_for_whom(self):
        calendar = read(text_of(sequence=3, link="https://overleg.example/kamer?a=1;b=2,3"))
        event = calendar.vevent

        assert (calendar.version.value, calendar.method.value) == ("2.0", "REQUEST")
        assert event.uid.value == f"{UID}@sleutelfiguren.example"
        assert (event.sequence.value, event.status.value) == ("3", "CONFIRMED")
        assert event.dtstart.value == datetime(2026, 6, 23, 17, 30, tzinfo=UTC)
        assert event.dtend.value == datetime(2026, 6, 23, 19, 30, tzinfo=UTC)
        assert event.dtstamp.value == SAID
        assert (event.summary.value, event.location.value) == ("Netwerkbijeenkomst zomer", "Buurthuis De Sluis")
        assert event.url.value == "https://overleg.example/kamer?a=1;b=2,3"
        assert event.organizer.value == "mailto:antwoord@waterveen.example"
        assert event.attendee.value == "mailto:robin@voorbeeld.example"
        assert event.attendee.params["RSVP"] == ["TRUE"]
        assert event.attendee.params["PARTSTAT"] == ["NEEDS-ACTION"]

    def test_it_holds_nothing_else(self):
        event = read(text_of()).vevent

        assert sorted(event.contents) == ["attendee", "dtend", "dtstamp", "dtstart", "location", "organizer", "sequence", "status", "summary", "uid"]
        assert len(event.contents["attendee"]) == 1

    def test_without_a_mailbox_it_asks_for_no_reply(self):
        nobody_reads = People(organiser="geen-antwoord@waterveen.example", organiser_name="Gemeente", attendee="robin@voorbeeld.example")

        assert read(text_of(nobody_reads)).vevent.attendee.params["RSVP"] == ["FALSE"]

    def test_a_meeting_that_is_only_online_is_there(self):
        event = read(text_of(place="", link="https://overleg.example/kamer")).vevent

        assert event.location.value == event.url.value == "https://overleg.example/kamer"

    def test_a_cancellation_has_the_same_uid_and_asks_nothing(self):
        calendar = read(text_of(method=Method.CANCEL, sequence=4))

        assert (calendar.method.value, calendar.vevent.status.value, calendar.vevent.sequence.value) == ("CANCEL", "CANCELLED", "4")
        assert calendar.vevent.uid.value == f"{UID}@sleutelfiguren.example"
        assert calendar.vevent.attendee.params["RSVP"] == ["FALSE"]

    def test_both_sides_of_the_clock_change_are_moments_in_utc(self):
        text = text_of(starts_at=datetime(2026, 10, 24, 22, 30, tzinfo=UTC), ends_at=datetime(2026, 10, 25, 2, 30, tzinfo=UTC)).decode()

        assert "DTSTART:20261024T223000Z" in text
        assert "DTEND:20261025T023000Z" in text


class TestText:
    @pytest.mark.parametrize("title", TITLES)
    def test_any_title_comes_back_as_it_was(self, title):
        assert read(text_of(title=title)).vevent.summary.value == title

    @pytest.mark.parametrize("title", TITLES)
    def test_no_line_is_longer_than_75_octets_and_none_is_cut_within_a_letter(self, title):
        lines = text_of(title=title, place=title).split(b"\r\n")

        assert all(len(line) <= 75 for line in lines)
        assert all(line.decode() or line == b"" for line in lines)
        assert lines[-1] == b""
        assert b"\n" not in b"".join(lines)

    @pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x00", "\x1b", "\x7f"])
    def test_a_title_begins_no_line_of_its_own(self, end):
        text = text_of(title=f"Zomer{end}ATTENDEE:mailto:ander@voorbeeld.example", place=f"Zaal{end}X-A:b").decode()
        event = read(text.encode()).vevent

        assert event.summary.value == "Zomer ATTENDEE:mailto:ander@voorbeeld.example"
        assert event.location.value == "Zaal X-A:b"
        assert len(event.contents["attendee"]) == 1

    def test_what_turns_the_direction_is_left_out_and_a_mark_inside_a_word_stays(self):
        assert plain("Zomer\u202e 02:91\u2066") == "Zomer 02:91"
        assert plain("می\u200cخواهم") == "می\u200cخواهم"

    def test_a_name_of_the_organiser_adds_no_parameter(self):
        people = People(organiser="a@waterveen.example", organiser_name='W";ROLE=CHAIR:x\r\nX:y', attendee="robin@voorbeeld.example")
        organizer = read(text_of(people)).vevent.organizer

        assert organizer.value == "mailto:a@waterveen.example"
        assert "ROLE" not in organizer.params


def test_a_subscription_holds_all_meetings_and_nobody():
    other = UUID("3f6f4e7e-0000-4000-8000-000000000001")
    calendar = read(subscription([entry(), entry(uid=other, title="Training")], name="Bijeenkomsten", stamps=[SAID, SAID]))

    assert [each.summary.value for each in calendar.vevent_list] == ["Netwerkbijeenkomst zomer", "Training"]
    assert calendar.method.value == "PUBLISH"
    assert not any({"attendee", "organizer", "description"} & set(each.contents) for each in calendar.vevent_list)


def test_a_subscription_without_meetings_is_a_calendar_too():
    assert read(subscription([], name="Bijeenkomsten", stamps=[])).name == "VCALENDAR"
