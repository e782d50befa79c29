"""Answers by the link, on the site and by phone; places, and who waits for one."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts import signed_links
from audit.models import Entry
from meetings import invitation_mail
from meetings.actions import NotPossible, answers, invitations
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from notifications.delivery import deliver_waiting
from notifications.models import Message
from tests.factories.accounts import log_in
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.factories.meetings import AttendeeFactory, MeetingFactory

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)
    return time_machine


@pytest.fixture
def meeting(waterveen, marieke, joris):
    """One place, in two weeks."""
    return MeetingFactory(municipality=waterveen, organiser=marieke, chair=joris, invited=True, places=1)


@pytest.fixture
def kim(waterveen, marieke):
    return KeyFigureFactory(municipality=waterveen, contact_person=marieke, member__user__name="Kim")


def invited(meeting, figure, **fields):
    return AttendeeFactory(meeting=meeting, member=figure.member, **fields)


def say(row, answer, *, at=AT):
    return answers.answer_herself(row, answer=answer, by=row.member, at=at)


def seats(meeting):
    return {each.member.name: each.seat for each in Attendee.objects.of_meeting(meeting).for_list()}


def told(figure):
    return Message.objects.filter(recipient=figure.member, kind="meetings.to_invited").count()


def move(row, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    Attendee.objects.filter(pk=row.pk).update(**values)
    connection.check_constraints()


def link(row):
    return f"{reverse('meetings:invitation_link', args=[row.uuid])}?{signed_links.query(row.uuid, purpose=invitation_mail.purpose(row))}"


def page_of(row):
    return reverse("meetings:invitation_answer", args=[row.uuid])


class TestPlaces:
    def test_who_says_yes_first_has_the_place_and_the_next_waits(self, meeting, robin, sam):
        say(invited(meeting, robin), "yes")
        say(invited(meeting, sam), "yes")

        assert seats(meeting) == {"Robin": "place", "Sam": "waiting"}

    def test_without_a_number_of_places_everybody_has_one(self, meeting, robin, sam):
        Meeting.objects.filter(pk=meeting.pk).update(places=None)
        say(invited(meeting, robin), "yes")
        say(invited(meeting, sam), "yes")

        assert seats(meeting) == {"Robin": "place", "Sam": "place"}

    def test_maybe_keeps_no_place(self, meeting, robin, sam):
        say(invited(meeting, robin), "maybe")
        say(invited(meeting, sam), "yes")

        assert seats(meeting) == {"Robin": "", "Sam": "place"}

    def test_a_free_place_goes_to_who_waits_longest_who_is_told_once(self, meeting, robin, sam, kim):
        first, second, third = (invited(meeting, each) for each in (robin, sam, kim))
        say(first, "yes")
        say(third, "yes", at=AT + MINUTE)
        say(second, "yes", at=AT + 2 * MINUTE)
        say(first, "no", at=AT + 3 * MINUTE)

        assert seats(meeting) == {"Robin": "", "Kim": "place", "Sam": "waiting"}
        assert [told(each) for each in (robin, kim, sam)] == [0, 1, 0]

    def test_saying_yes_twice_keeps_her_place_in_the_line(self, meeting, robin, sam, kim):
        rows = [invited(meeting, each) for each in (robin, sam, kim)]
        for minutes, row in enumerate(rows):
            say(row, "yes", at=AT + minutes * MINUTE)
        say(rows[1], "yes", at=AT + 10 * MINUTE)
        say(rows[0], "no", at=AT + 11 * MINUTE)

        assert seats(meeting) == {"Robin": "", "Sam": "place", "Kim": "waiting"}

    def test_who_leaves_the_waiting_list_gets_no_place_later(self, meeting, robin, sam):
        first, second = invited(meeting, robin), invited(meeting, sam)
        say(first, "yes")
        say(second, "yes")
        say(second, "no")
        say(first, "no")

        assert seats(meeting) == {"Robin": "", "Sam": ""}
        assert told(sam) == 0

    def test_more_places_are_filled_at_once_and_fewer_take_nobody_s_place(self, meeting, robin, sam):
        say(invited(meeting, robin), "yes")
        say(invited(meeting, sam), "yes")
        meeting.places = 3
        meeting.save()
        invitations.meeting_changed(meeting, significant=False, at=AT)
        assert seats(meeting) == {"Robin": "place", "Sam": "place"}

        meeting.places = 1
        meeting.save()
        invitations.meeting_changed(meeting, significant=False, at=AT)
        assert seats(meeting) == {"Robin": "place", "Sam": "place"}

    def test_who_takes_part_no_longer_gives_her_place_to_who_waits(self, meeting, robin, sam):
        say(invited(meeting, robin), "yes")
        say(invited(meeting, sam), "yes")
        answers.leave_all(robin.member, frozenset(), None, AT)

        assert seats(meeting) == {"Robin": "", "Sam": "place"}

    def test_a_seat_needs_an_answer_that_comes(self, meeting, robin):
        row = invited(meeting, robin, declines=True)
        for wrong in ({"seat": "place", "seat_since": AT}, {"seat": "waiting"}, {"answer": ""}, {"needs": ["geloof"]}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Attendee.objects.filter(pk=row.pk).update(**wrong)

    def test_an_invitation_stays_in_one_municipality(self, meeting, robin, oeverland):
        row = invited(meeting, robin)

        with pytest.raises(IntegrityError), transaction.atomic():
            move(row, municipality=oeverland)


class TestNotPossible:
    def test_not_when_it_began_or_is_cancelled(self, meeting, robin):
        row = invited(meeting, robin)
        with pytest.raises(NotPossible):
            say(row, "yes", at=meeting.starts_at)
        Meeting.objects.filter(pk=meeting.pk).update(state="cancelled", cancelled_at=AT)
        with pytest.raises(NotPossible):
            say(row, "yes")

    def test_not_for_somebody_else(self, meeting, robin, sam, neighbour, joris):
        row = invited(meeting, robin)
        with pytest.raises(PermissionDenied):
            answers.answer_herself(row, answer="yes", by=sam.member, at=AT)
        for other in (neighbour, joris, sam.member):
            with pytest.raises(PermissionDenied):
                answers.write_down(row, answer="yes", by=other, at=AT)


class TestLink:
    def test_opening_it_answers_nothing(self, client, meeting, robin):
        row = invited(meeting, robin)
        page = client.get(link(row), follow=True)
        client.head(link(row))
        row.refresh_from_db()

        assert row.answer == ""
        assert "Uitnodiging van Waterveen voor Robin" in page.content.decode()
        assert page.redirect_chain == [(page_of(row), 302)]
        assert "Referrer-Policy" in page.headers
        assert "no-store" in page.headers["Cache-Control"]

    @pytest.mark.parametrize(("answer", "sentence"), [("yes", "Uw plek is voor u bewaard"), ("maybe", "U zei misschien"), ("no", "U komt niet")])
    def test_one_button_answers(self, client, meeting, robin, answer, sentence):
        row = invited(meeting, robin)
        client.get(link(row))
        page = client.post(page_of(row), {"answer": answer}, follow=True).content.decode()
        row.refresh_from_db()

        assert (row.answer, row.answered_by, row.answered_at) == (answer, "link", AT)
        assert sentence in page

    def test_it_shows_nothing_of_what_she_needs_and_nobody_else(self, client, meeting, robin, sam):
        row = invited(meeting, robin, comes=True, needs=["access"], food="geen vlees", brings="koekjes")
        invited(meeting, sam)
        page = client.get(link(row), follow=True).content.decode()

        assert not any(words in page for words in ("geen vlees", "koekjes", "zonder trap", "Sam", robin.member.user.email))

    @pytest.mark.parametrize("signature", ["", "?s=", "?s=onzin", "?s=%00", "?x=1"])
    def test_without_a_signature_it_opens_nothing(self, client, meeting, robin, signature):
        row = invited(meeting, robin)

        assert client.get(reverse("meetings:invitation_link", args=[row.uuid]) + signature).status_code == 410
        assert client.get(page_of(row)).status_code == 410
        assert client.post(page_of(row), {"answer": "yes"}).status_code == 410

    def test_a_link_of_one_opens_no_other(self, client, meeting, robin, sam):
        row, other = invited(meeting, robin), invited(meeting, sam)
        client.get(link(row))

        assert client.post(page_of(other), {"answer": "no"}).status_code == 410
        swapped = link(row).replace(str(row.uuid), str(other.uuid))
        assert client.get(swapped).status_code == 410

    def test_it_expires_when_the_meeting_begins(self, client, meeting, robin, now):
        row = invited(meeting, robin)
        client.get(link(row))
        now.move_to(meeting.starts_at, tick=False)

        assert client.get(link(row), follow=True).status_code == 410
        assert client.post(page_of(row), {"answer": "yes"}).status_code == 410

    def test_a_wrong_answer_is_400_and_writes_nothing(self, client, meeting, robin):
        row = invited(meeting, robin)
        client.get(link(row))

        for wrong in ({}, {"answer": "misschien"}, {"answer": "yes\x00"}):
            assert client.post(page_of(row), wrong).status_code == 400
        row.refresh_from_db()
        assert row.answer == ""

    def test_who_stopped_taking_part_answers_no_more(self, client, meeting, robin):
        row = invited(meeting, robin)
        client.get(link(row))
        type(robin.member).objects.filter(pk=robin.member.pk).update(end_date=AT.date())

        assert client.post(page_of(row), {"answer": "yes"}).status_code == 410


class TestThisIsNotMe:
    def test_the_link_stops_and_the_organiser_is_told(self, client, meeting, robin, marieke):
        row = invited(meeting, robin)
        client.get(link(row))
        page = client.post(reverse("meetings:invitation_not_me", args=[row.uuid]))

        assert "Deze link werkt niet meer" in page.content.decode()
        assert client.post(page_of(row), {"answer": "yes"}).status_code == 410
        assert client.get(link(row), follow=True).status_code == 410
        assert Message.objects.get(kind="meetings.to_organiser").recipient == marieke
        detail = log_in(client, marieke).get(reverse("meetings:invitation_detail", args=[row.uuid])).content.decode()
        assert "Iemand anders heeft de link" in detail

    def test_she_herself_still_answers_by_log_in(self, client, meeting, robin):
        row = invited(meeting, robin)
        answers.stop_link(row, at=AT)

        assert say(row, "yes").seat == "place"

    def test_a_new_invitation_has_a_new_link_and_the_old_one_stays_shut(self, client, meeting, robin, marieke):
        row = invited(meeting, robin)
        old = link(row)
        answers.stop_link(row, at=AT)
        log_in(client, marieke).post(reverse("meetings:invitation_again", args=[row.uuid]))
        client.logout()
        deliver_waiting(at=AT + MINUTE)
        new = re.search(r"https?://[^/]+(/bijeenkomsten/uitnodiging/\S+)", mail.outbox[-1].body).group(1)

        assert mail.outbox[-1].to == [robin.member.user.email]
        assert client.get(old).status_code == 410
        assert client.get(new, follow=True).status_code == 200


class TestOnTheSite:
    def test_she_answers_on_the_page_of_the_meeting(self, client, meeting, robin):
        row = invited(meeting, robin)
        log_in(client, robin.member)
        page = client.post(reverse("meetings:meeting_answer", args=[meeting.uuid]), {"answer": "yes"}, follow=True).content.decode()
        row.refresh_from_db()

        assert (row.answer, row.answered_by) == ("yes", "site")
        assert "Uw plek is voor u bewaard" in page

    def test_who_waits_reads_her_place_in_the_line(self, client, meeting, robin, sam, kim):
        for minutes, figure in enumerate((robin, sam, kim)):
            say(invited(meeting, figure), "yes", at=AT + minutes * MINUTE)
        page = log_in(client, kim.member).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode()

        assert "nummer 2 op de wachtlijst" in page

    def test_who_is_not_invited_finds_nothing_to_answer(self, client, meeting, sam, neighbour):
        for other in (sam.member, neighbour):
            assert log_in(client, other).post(reverse("meetings:meeting_answer", args=[meeting.uuid]), {"answer": "yes"}).status_code == 404
            assert client.get(reverse("meetings:own_needs", args=[meeting.uuid])).status_code == 404

    def test_too_late_is_409_on_the_page_as_it_is(self, client, meeting, robin, now):
        row = invited(meeting, robin)
        now.move_to(meeting.starts_at, tick=False)
        response = log_in(client, robin.member).post(reverse("meetings:meeting_answer", args=[meeting.uuid]), {"answer": "yes"})

        assert response.status_code == 409
        assert "Antwoorden kan niet meer" in response.content.decode()
        row.refresh_from_db()
        assert row.answer == ""

    def test_the_organiser_writes_down_who_phoned(self, client, meeting, robin, marieke, joris):
        row = invited(meeting, robin)
        page = reverse("meetings:invitation_detail", args=[row.uuid])
        assert log_in(client, marieke).post(page, {"answer": "yes"}).status_code == 302
        row.refresh_from_db()

        assert (row.answer, row.answered_by, row.seat) == ("yes", "phone", "place")
        assert client.post(page, {}).status_code == 400
        assert log_in(client, joris).post(page, {"answer": "no"}).status_code == 403


class TestNeeds:
    def test_she_tells_what_she_needs_and_takes_it_out_again(self, client, meeting, robin):
        row = invited(meeting, robin, comes=True)
        page = reverse("meetings:own_needs", args=[meeting.uuid])
        log_in(client, robin.member).post(page, {"needs": ["travel", "child_care"], "food": "geen vlees", "brings": "koekjes"})
        row.refresh_from_db()
        assert (row.needs, row.food, row.brings) == (["child_care", "travel"], "geen vlees", "koekjes")

        client.post(page, {})
        row.refresh_from_db()
        assert (row.needs, row.food, row.brings) == ([], "", "")

    def test_what_is_wrong_is_told_beside_the_field_and_nothing_is_lost(self, client, meeting, robin):
        invited(meeting, robin, comes=True)
        page = reverse("meetings:own_needs", args=[meeting.uuid])
        response = log_in(client, robin.member).post(page, {"needs": ["geloof"], "food": "x" * 101, "brings": "koekjes"})

        assert response.status_code == 400
        assert "koekjes" in response.content.decode()
        assert Attendee.objects.get().needs == []

    def test_the_organiser_sees_counts_and_reading_names_is_logged(self, client, meeting, robin, sam, kim, marieke):
        Meeting.objects.filter(pk=meeting.pk).update(places=None)
        invited(meeting, robin, comes=True, needs=["access"], food="geen vlees")
        invited(meeting, sam, comes=True, needs=["access", "travel"])
        invited(meeting, kim, declines=True, needs=["interpreter"], food="noten")
        page = log_in(client, marieke).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode()
        before = Entry.objects.filter(verb="meetings.needs_read").count()
        lines = client.get(reverse("meetings:needs_list", args=[meeting.uuid]))

        assert ": 2" in page
        assert "Robin" not in page
        assert "geen vlees" not in page
        assert [(line.count, line.who) for line in lines.context["lines"]] == [(2, "Robin en Sam"), (1, "Sam")]
        assert "noten" not in lines.content.decode()
        assert (before, Entry.objects.filter(verb="meetings.needs_read").count()) == (0, 1)


class TestWords:
    def test_a_key_figure_reads_u_and_who_works_here_je(self, client, meeting, robin, pim):
        for person in (robin.member, pim):
            AttendeeFactory(meeting=meeting, member=person)
        hers, his = (log_in(client, person).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode() for person in (robin.member, pim))

        assert "Uw uitnodiging" in hers
        assert "Komt u?" in hers
        assert "Zeg wat u nodig hebt" not in hers  # she did not say that she comes
        assert "Jouw uitnodiging" in his
        assert "Kom je?" in his
        assert "Komt u?" not in his

    def test_of_a_cancelled_meeting_nobody_comes(self, client, waterveen, marieke, robin):
        meeting = MeetingFactory(municipality=waterveen, organiser=marieke, invited=True, cancelled=True)
        AttendeeFactory(meeting=meeting, member=robin.member, comes=True)
        page = log_in(client, marieke).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode()

        assert "1 persoon was uitgenodigd." in page
        assert "1 persoon komt" not in page
