from datetime import timedelta

import pytest
import vobject
from django.core.cache import cache
from django.urls import reverse

from accounts import signed_links
from meetings.actions import feed as actions
from meetings.models.attendance import CalendarFeed
from meetings.models.meeting import Meeting
from meetings.presentation.feed import address_of
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT
from tests.factories.meetings import AttendeeFactory, MeetingFactory

pytestmark = pytest.mark.django_db
PAGE = reverse("meetings:feed_page")


@pytest.fixture(autouse=True)
def now(time_machine):
    cache.clear()
    time_machine.move_to(AT, tick=False)


@pytest.fixture
def feed(robin):
    return actions.renew(robin.member, at=AT)


def path(feed):
    return address_of(feed).text.removeprefix("http://localhost:8000")


def titles(client, feed):
    calendar = vobject.readOne(client.get(path(feed)).content.decode())
    return [each.summary.value for each in getattr(calendar, "vevent_list", [])]


def invited(figure, title, **fields):
    attendee = {name: fields.pop(name) for name in ("comes", "declines", "waits") if name in fields}
    return AttendeeFactory(meeting=MeetingFactory(municipality=figure.municipality, title=title, **{"invited": True, **fields}), member=figure.member, **attendee)


def test_it_holds_her_meetings_and_nobody_else_s(client, feed, robin, sam):
    invited(robin, "Later", starts_at=AT + timedelta(days=9), comes=True)
    invited(robin, "Eerst", starts_at=AT + timedelta(days=2))
    invited(robin, "Nee gezegd", declines=True)
    invited(robin, "Afgezegd", cancelled=True)
    invited(robin, "Nog niet gestuurd", invited=False)
    invited(robin, "Lang geleden", starts_at=AT - timedelta(days=100))
    invited(sam, "Van Sam", comes=True)

    assert titles(client, feed) == ["Eerst", "Later"]


def test_it_says_title_time_place_and_link_and_no_more(client, feed, robin, marieke):
    row = invited(robin, "Zomer", comes=True)
    type(row).objects.update(food="geen vlees", needs=["access"])
    text = client.get(path(feed)).content.decode()

    assert "SUMMARY:Zomer" in text
    assert not any(words in text for words in ("Robin", robin.member.user.email, "geen vlees", "ATTENDEE", "ORGANIZER", "DESCRIPTION", row.meeting.organiser.name))


def test_what_did_not_change_is_not_sent_again(client, feed, robin):
    row = invited(robin, "Zomer")
    first = client.get(path(feed))
    same = client.get(path(feed), headers={"If-None-Match": first["ETag"]})
    Meeting.objects.filter(pk=row.meeting_id).update(place="Elders", sequence=1)
    other = client.get(path(feed), headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, same.status_code, other.status_code) == (200, 304, 200)
    assert same.content == b""
    assert first["Cache-Control"] == "private, max-age=900"
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert client.head(path(feed)).status_code == 200
    assert client.post(path(feed)).status_code == 405


def test_a_new_address_stops_the_old_one(client, feed, robin):
    old = path(feed)
    log_in(client, robin.member).post(reverse("meetings:feed_renew"))
    new = path(CalendarFeed.objects.get())
    client.logout()

    assert old != new
    assert [client.get(each).status_code for each in (old, new)] == [404, 200]


def test_stopped_it_is_gone(client, feed, robin):
    log_in(client, robin.member).post(reverse("meetings:feed_stop"))

    assert client.get(path(feed)).status_code == 404
    assert "Maak mijn adres" in client.get(PAGE).content.decode()


@pytest.mark.parametrize("signature", ["x", "x" * 43, "%00", "..%2f"])
def test_the_uuid_alone_opens_nothing(client, feed, signature):
    assert client.get(f"/agenda/{feed.uuid}/{signature}/bijeenkomsten.ics").status_code == 404
    other = signed_links.signature(feed.uuid, purpose="iets.anders")
    assert client.get(reverse("meetings:feed", args=[feed.uuid, other])).status_code == 404


def test_who_left_or_takes_no_part_any_more_has_no_calendar(client, feed, robin):
    member = type(robin.member).objects.filter(pk=robin.member.pk)
    member.update(end_date=AT.date())
    assert client.get(path(feed)).status_code == 404

    member.update(end_date=None, roles=["privacy_officer"])
    assert client.get(path(feed)).status_code == 404


def test_a_program_that_asks_without_end_waits(client, feed):
    answers = [client.get(path(feed)).status_code for _each in range(61)]

    assert answers[:60] == [200] * 60
    assert answers[60] == 429


@pytest.mark.parametrize("how_many", [1, 3])
def test_it_asks_the_same_number_of_questions(client, feed, robin, how_many, django_assert_num_queries):
    for number in range(how_many):
        invited(robin, f"Dag {number}")
    with django_assert_num_queries(2):
        client.get(path(feed))


def test_she_makes_it_herself_and_reads_how(client, robin):
    page = log_in(client, robin.member).get(PAGE).content.decode()
    assert "webcal://" not in page

    client.post(reverse("meetings:feed_renew"))
    page = client.get(PAGE).content.decode()
    assert "webcal://localhost:8000/agenda/" in page
    assert path(CalendarFeed.objects.get()) in page


def test_who_cannot_be_invited_does_not_find_the_page(client, waterveen):
    officer = MembershipFactory(privacy_officer=True, municipality=waterveen)

    assert log_in(client, officer).get(PAGE).status_code == 404
