"""Whom an organiser can invite, what goes out, and what does not go out any more."""

import re
from datetime import timedelta

import pytest
import vobject
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from audit.models import Entry
from meetings.actions import NotPossible, answers, invitations, planning
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from notifications.delivery import deliver_waiting
from notifications.models import Message
from tests.factories.accounts import MembershipFactory, log_in
from tests.factories.keyfigures import AT, KeyFigureFactory
from tests.factories.meetings import AttendeeFactory, MeetingFactory

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
PLAN = ("kind", "title", "starts_at", "ends_at", "occasion", "place", "link", "chair", "places", "agenda_closes_on")


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to(AT, tick=False)
    return time_machine


def invite(meeting, *figures, by, at=AT):
    return invitations.invite(meeting, members=[getattr(each, "member", each) for each in figures], by=by, at=at)


def change(meeting, *, by, at=AT, **what):
    meeting.refresh_from_db()
    plan = {name: getattr(meeting, name) for name in PLAN} | what
    planning.change(meeting, by=by, at=at, version=meeting.version, **plan)


def delivered(at=AT + MINUTE):
    before = len(mail.outbox)
    deliver_waiting(at=at)
    return mail.outbox[before:]


def calendar_in(message):
    text = next(each.content for each in message.alternatives if each.mimetype.startswith("text/calendar"))
    return vobject.readOne(text)


def link_in(message):
    return re.search(r"https?://[^/]+(/bijeenkomsten/uitnodiging/\S+)", message.body).group(1)


class TestWhom:
    def test_who_is_paused_ended_or_elsewhere_is_never_invited(self, waterveen, oeverland, marieke, meeting, robin):
        paused, ended = KeyFigureFactory(municipality=waterveen, paused=True), KeyFigureFactory(municipality=waterveen, ended=True)
        elsewhere, interested = KeyFigureFactory(municipality=oeverland), KeyFigureFactory(municipality=waterveen, interested=True)

        assert invite(meeting, robin, paused, ended, elsewhere, interested, by=marieke) == 1
        assert [each.member for each in Attendee.objects.of_meeting(meeting)] == [robin.member]

    def test_officials_and_the_chair_can_be_invited_and_who_reads_the_log_cannot(self, waterveen, marieke, meeting, annemarie, joris):
        officer = MembershipFactory(privacy_officer=True, municipality=waterveen)

        assert invite(meeting, annemarie, joris, officer, by=marieke) == 2

    def test_inviting_twice_is_once(self, marieke, meeting, robin, sam):
        invite(meeting, robin, by=marieke)

        assert invite(meeting, robin, sam, by=marieke) == 1
        assert len(delivered()) == 2

    def test_only_who_organises_here_invites(self, meeting, robin, neighbour, joris, annemarie):
        for other in (neighbour, joris, annemarie, robin.member):
            with pytest.raises(PermissionDenied):
                invite(meeting, robin, by=other)

    def test_not_to_a_meeting_that_began_or_is_cancelled(self, waterveen, marieke, robin):
        for row in (MeetingFactory(municipality=waterveen, over=True), MeetingFactory(municipality=waterveen, cancelled=True)):
            with pytest.raises(NotPossible):
                invite(row, robin, by=marieke)

    def test_the_page_sends_to_who_was_ticked(self, client, marieke, meeting, robin, sam):
        page = reverse("meetings:invite", args=[meeting.uuid])
        response = log_in(client, marieke).post(page, {"key_figures": [str(sam.member.uuid)]})

        assert response.status_code == 302
        assert [each.member.name for each in Attendee.objects.of_meeting(meeting)] == ["Sam"]

    def test_five_hundred_can_be_ticked_at_once(self, client, marieke, meeting, robin):
        page = reverse("meetings:invite", args=[meeting.uuid])
        response = log_in(client, marieke).post(page, {"key_figures": [str(robin.member.uuid)] * 500})

        assert response.status_code == 302
        assert Attendee.objects.of_meeting(meeting).count() == 1

    def test_nobody_or_somebody_else_is_told_beside_the_field(self, client, marieke, meeting, neighbour):
        page = reverse("meetings:invite", args=[meeting.uuid])

        assert "Kies minstens één persoon." in log_in(client, marieke).post(page, {}).content.decode()
        for wrong in (str(neighbour.uuid), "geen-uuid"):
            assert client.post(page, {"officials": [wrong]}).status_code == 400
        assert not Attendee.objects.exists()

    def test_others_do_not_find_the_page(self, client, meeting, joris, neighbour, robin):
        for other in (joris, neighbour, robin.member):
            assert log_in(client, other).get(reverse("meetings:invite", args=[meeting.uuid])).status_code == 404


class TestMail:
    def test_an_invitation_has_a_neutral_subject_a_link_and_a_part_for_the_calendar(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        (message,) = delivered()
        event = calendar_in(message).vevent
        meeting.refresh_from_db()

        assert message.subject == "Er is een nieuw bericht"
        assert not any(words in message.body for words in ("Netwerkbijeenkomst", "De Sluis", "Log in en lees"))
        assert [each.mimetype for each in message.alternatives] == ["text/html", "text/calendar; method=REQUEST"]
        assert [(name, kind) for name, _content, kind in message.attachments] == [("invite.ics", "application/ics")]
        assert event.uid.value == f"{meeting.ical_uid}@localhost"
        assert event.attendee.value == f"mailto:{robin.member.user.email}"
        assert event.attendee.params["RSVP"] == ["FALSE"]

    def test_as_a_mail_the_part_keeps_its_method_and_its_text(self, marieke, meeting, robin):
        Meeting.objects.filter(pk=meeting.pk).update(title="لقاء " + "é" * 110)
        invite(meeting, robin, by=marieke)
        (message,) = delivered()
        (part,) = [each for each in message.message().walk() if each.get_content_type() == "text/calendar"]

        assert part.get_param("method") == "REQUEST"
        assert vobject.readOne(part.get_payload(decode=True).decode()).vevent.summary.value == "لقاء " + "é" * 110

    def test_with_a_mailbox_replies_go_there(self, marieke, meeting, robin, settings):
        settings.REPLY_MAILBOX_URL, settings.REPLY_ADDRESS = "imaps://a:b@mail.example", "antwoord@waterveen.example"
        invite(meeting, robin, by=marieke)
        (message,) = delivered()
        event = calendar_in(message).vevent

        assert event.organizer.value == "mailto:antwoord@waterveen.example"
        assert event.attendee.params["RSVP"] == ["TRUE"]

    def test_a_change_of_place_has_the_next_sequence_and_a_change_of_the_title_is_not_told(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        first = calendar_in(delivered()[0]).vevent
        change(meeting, by=marieke, title="Netwerkbijeenkomst juni")
        nothing = delivered(AT + 2 * MINUTE)
        change(meeting, by=marieke, place="Wijkcentrum")
        second = calendar_in(delivered(AT + 3 * MINUTE)[0]).vevent

        assert nothing == []
        assert (first.sequence.value, second.sequence.value) == ("0", "1")
        assert first.uid.value == second.uid.value
        assert second.location.value == "Wijkcentrum"

    def test_only_the_newest_of_two_changes_is_sent(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        change(meeting, by=marieke, place="Zaal 1")
        change(meeting, by=marieke, place="Zaal 2")
        (message,) = delivered()

        assert calendar_in(message).vevent.location.value == "Zaal 2"
        assert calendar_in(message).vevent.sequence.value == "2"

    def test_a_cancellation_is_told_to_who_heard_of_it(self, marieke, meeting, robin, sam):
        invite(meeting, robin, by=marieke)
        delivered()
        invite(meeting, sam, by=marieke)
        planning.cancel(meeting, by=marieke, at=AT)
        (message,) = delivered(AT + 2 * MINUTE)

        assert message.to == [robin.member.user.email]
        assert calendar_in(message).method.value == "CANCEL"
        assert calendar_in(message).vevent.sequence.value == "1"

    def test_planned_again_it_has_a_new_uid_and_everybody_answers_anew(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        first = calendar_in(delivered()[0]).vevent.uid.value
        answers.write_down(Attendee.objects.get(), answer="yes", by=marieke, at=AT)
        planning.cancel(meeting, by=marieke, at=AT)
        delivered(AT + 2 * MINUTE)
        meeting.refresh_from_db()
        planning.replan(meeting, by=marieke, at=AT, version=meeting.version, **{name: getattr(meeting, name) for name in PLAN})
        (message,) = delivered(AT + 3 * MINUTE)

        assert calendar_in(message).vevent.uid.value != first
        assert calendar_in(message).vevent.sequence.value == "0"
        assert (Attendee.objects.get().answer, Attendee.objects.get().seat) == ("", "")

    def test_nothing_is_sent_of_a_meeting_that_began_meanwhile(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)

        assert delivered(meeting.starts_at) == []
        assert delivered(meeting.starts_at + timedelta(days=1)) == []

    def test_nothing_is_sent_to_who_left_meanwhile(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        type(robin.member).objects.filter(pk=robin.member.pk).update(end_date=AT.date())

        assert delivered() == []

    def test_a_mail_of_another_kind_has_no_calendar(self, marieke, meeting, robin):
        answers.stop_link(AttendeeFactory(meeting=meeting, member=robin.member), at=AT)
        (message,) = delivered()

        assert [each.mimetype for each in message.alternatives] == ["text/html"]
        assert message.attachments == []

    def test_five_hundred_are_invited_in_as_many_statements_as_two(self, waterveen, marieke, meeting, django_assert_num_queries, django_assert_max_num_queries):
        people = MembershipFactory.create_batch(40, municipality=waterveen, team_lead=True)
        with django_assert_max_num_queries(14) as few:
            invite(meeting, *people[:2], by=marieke)
        with django_assert_num_queries(len(few)):
            invite(meeting, *people, by=marieke)


class TestHowItWent:
    def test_the_organiser_sees_how_far_sending_is_and_what_failed(self, client, waterveen, marieke, meeting):
        people = MembershipFactory.create_batch(3, municipality=waterveen, team_lead=True)
        invite(meeting, *people, by=marieke)
        done, _waits, failed = Message.objects.order_by("pk")
        Message.objects.filter(pk=done.pk).update(state="sent", sent_at=AT)
        Message.objects.filter(pk=failed.pk).update(state="failed", last_error="SMTPRecipientsRefused 550")
        page = log_in(client, marieke).get(reverse("meetings:invitee_list", args=[meeting.uuid])).content.decode()

        assert "Van de 3 mails zijn er 1 verstuurd." in page
        assert "Kijk opnieuw hoever het is" in page
        assert "De mail aan 1 persoon is niet aangekomen" in page
        assert page.count("De mail is niet aangekomen") == 1

    def test_a_failed_mail_is_tried_again_for_one_and_for_all(self, client, waterveen, marieke, meeting):
        invite(meeting, *MembershipFactory.create_batch(2, municipality=waterveen, team_lead=True), by=marieke)
        Message.objects.update(state="failed")
        row = Attendee.objects.first()
        log_in(client, marieke).post(reverse("meetings:invitation_again", args=[row.uuid]))

        assert Message.objects.filter(state="waiting").count() == 1
        client.post(reverse("meetings:invitees_again", args=[meeting.uuid]))
        assert Message.objects.filter(state="waiting").count() == 2
        assert len(delivered()) == 2

    def test_what_was_sent_is_not_sent_again(self, client, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        delivered()
        response = log_in(client, marieke).post(reverse("meetings:invitation_again", args=[Attendee.objects.get().uuid]))

        assert response.status_code == 409
        assert delivered(AT + 2 * MINUTE) == []

    @pytest.mark.parametrize("how_many", [1, 3])
    def test_the_list_asks_the_same_number_of_questions(self, client, waterveen, marieke, meeting, how_many, django_assert_num_queries):
        invite(meeting, *MembershipFactory.create_batch(how_many, municipality=waterveen, team_lead=True), by=marieke)
        log_in(client, marieke)
        with django_assert_num_queries(6):
            client.get(reverse("meetings:invitee_list", args=[meeting.uuid]))

    @pytest.mark.parametrize("how_many", [1, 3])
    def test_the_page_of_the_meeting_too(self, client, waterveen, marieke, meeting, how_many, django_assert_num_queries):
        invite(meeting, *MembershipFactory.create_batch(how_many, municipality=waterveen, team_lead=True), by=marieke)
        log_in(client, marieke)
        with django_assert_num_queries(11):
            client.get(reverse("meetings:meeting_detail", args=[meeting.uuid]))

    def test_who_is_invited_is_seen_by_who_organises_or_leads_and_by_nobody_else(self, client, waterveen, marieke, joris, meeting, robin, sam, neighbour):
        row = AttendeeFactory(meeting=meeting, member=sam.member)
        AttendeeFactory(meeting=meeting, member=robin.member)
        Meeting.objects.filter(pk=meeting.pk).update(invited_at=AT)
        other_chair = MembershipFactory(neutral_chair=True, municipality=waterveen)
        pages = [reverse(f"meetings:{name}", args=[meeting.uuid]) for name in ("invitee_list", "needs_list")]
        pages.append(reverse("meetings:invitation_detail", args=[row.uuid]))

        for page in pages:
            assert [log_in(client, each).get(page).status_code for each in (marieke, joris)] == [200, 200]
            assert [log_in(client, each).get(page).status_code for each in (robin.member, sam.member, neighbour, other_chair)] == [404] * 4
        detail = log_in(client, robin.member).get(reverse("meetings:meeting_detail", args=[meeting.uuid])).content.decode()
        assert "Uw uitnodiging" in detail
        assert "Sam" not in detail


class TestTakingBack:
    def test_who_got_the_invitation_hears_and_it_goes_out_of_her_calendar_once(self, marieke, meeting, robin, sam):
        invite(meeting, robin, sam, by=marieke)
        delivered()
        row = Attendee.objects.get(member=robin.member)
        invitations.take_back(row, by=marieke, at=AT + 2 * MINUTE)
        invitations.take_back(row, by=marieke, at=AT + 3 * MINUTE)
        [told] = delivered(AT + 4 * MINUTE)
        calendar = calendar_in(told)

        assert told.to == [robin.member.user.email]
        assert "not meant for you" in told.body or "niet voor u bedoeld" in told.body
        assert calendar.method.value == "CANCEL"
        assert calendar.vevent.uid.value.startswith(str(meeting.ical_uid))
        assert calendar.vevent.attendee.value == f"mailto:{robin.member.user.email}"
        assert not hasattr(calendar.vevent, "status")  # RFC 5546 3.2.5: the meeting itself goes on
        assert [each.member for each in Attendee.objects.of_meeting(meeting)] == [sam.member]
        assert Entry.objects.get(verb="meetings.invitation_taken_back").subject == meeting.uuid
        assert delivered(AT + 5 * MINUTE) == []

    def test_before_anything_was_sent_nothing_is(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        invitations.take_back(Attendee.objects.get(), by=marieke, at=AT)

        assert delivered() == []
        assert not Attendee.objects.exists()

    def test_her_place_goes_to_who_waits(self, marieke, meeting, robin, sam):
        Meeting.objects.filter(pk=meeting.pk).update(places=1)
        invite(meeting, robin, sam, by=marieke)
        first, second = (Attendee.objects.get(member=each.member) for each in (robin, sam))
        for row in (first, second):
            answers.write_down(row, answer="yes", by=marieke, at=AT)
        invitations.take_back(first, by=marieke, at=AT)
        second.refresh_from_db()

        assert second.seat == "place"

    def test_who_is_invited_again_before_the_mail_goes_hears_only_that(self, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        delivered()
        invitations.take_back(Attendee.objects.get(), by=marieke, at=AT + 2 * MINUTE)
        invite(meeting, robin, by=marieke, at=AT + 2 * MINUTE)
        [told] = delivered(AT + 3 * MINUTE)

        assert calendar_in(told).method.value == "REQUEST"

    def test_only_who_organises_and_only_before_it_begins(self, marieke, meeting, robin, neighbour, joris):
        invite(meeting, robin, by=marieke)
        row = Attendee.objects.get()
        for other in (neighbour, joris, robin.member):
            with pytest.raises(PermissionDenied):
                invitations.take_back(row, by=other, at=AT)
        with pytest.raises(NotPossible):
            invitations.take_back(row, by=marieke, at=meeting.starts_at)

        assert Attendee.objects.get() == row

    def test_the_page_asks_first_and_her_link_is_over_then(self, client, marieke, meeting, robin):
        invite(meeting, robin, by=marieke)
        [told] = delivered()
        page = reverse("meetings:invitation_take_back", args=[Attendee.objects.get().uuid])
        log_in(client, marieke)
        asked = client.get(page).content.decode()

        assert "Robin" in asked
        assert Attendee.objects.exists()
        assert client.post(page, follow=True).redirect_chain == [(reverse("meetings:invitee_list", args=[meeting.uuid]), 302)]
        assert client.get(page).status_code == 404
        client.logout()
        assert client.get(link_in(told), follow=True).status_code == 410
