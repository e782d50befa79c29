from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from meetings.actions import NotPossible
from meetings.actions import poll as actions
from meetings.actions.poll import ChangedMeanwhile
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollInvitee, PollOption
from notifications.models import Message
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.factories.meetings import DatePollFactory, PollInviteeFactory
from tests.meetings.polls import DAY, FIRST, LAST_DAY, SECOND, THIRD, answered, answers_of, changed, made, mails, row, told


def move(rows, **values):
    """The keys to a municipality are checked at the end of a transaction."""
    rows.objects.update(**values)
    connection.check_constraints()


class TestMaking:
    def test_who_is_asked_and_the_chair_get_a_mail_and_nobody_else(self, marieke, joris, robin, sam, annemarie):
        poll = made(marieke, robin.member, annemarie, chair=joris, required=[annemarie])

        assert [(each.member, each.is_required) for each in poll.invitees.order_by("member")] == sorted(
            [(robin.member, False), (annemarie, True), (joris, False)], key=lambda pair: pair[0].pk,
        )
        assert sorted(each.pk for each in told("poll_asked")) == sorted([robin.member.pk, annemarie.pk, joris.pk])
        assert [(each.starts_at, each.ends_at) for each in poll.options.all()] == [FIRST, SECOND]
        assert (poll.organiser, poll.state, poll.version) == (marieke, "open", 1)
        assert not Meeting.objects.exists()
        assert not Clock.objects.exists()

    def test_sending_it_twice_is_one_poll_and_one_mail_each(self, marieke, robin):
        number = uuid4()

        first, second = (made(marieke, robin.member, submission=number) for _time in range(2))

        assert first == second
        assert len(mails()) == 1

    def test_the_number_of_a_form_of_somebody_else_opens_nothing(self, marieke, pim, robin):
        number = uuid4()
        made(marieke, robin.member, submission=number)

        with pytest.raises(PermissionDenied):
            made(pim, robin.member, submission=number)

    def test_who_is_paused_or_works_elsewhere_is_left_out_and_a_poll_without_anybody_is_not_made(self, waterveen, marieke, robin, neighbour):
        paused = KeyFigureFactory(municipality=waterveen, stage="paused").member

        assert [each.member for each in made(marieke, robin.member, paused, neighbour).invitees.all()] == [robin.member]
        with pytest.raises(NotPossible), transaction.atomic():
            made(marieke, paused)
        assert DatePoll.objects.count() == 1

    def test_only_who_organises_asks_and_only_with_a_chair_of_her_own_municipality(self, marieke, joris, robin, annemarie, oeverland):
        for member in (joris, robin.member, annemarie):
            with pytest.raises(PermissionDenied):
                made(member, robin.member)
        for chair in (annemarie, MembershipFactory(neutral_chair=True, municipality=oeverland)):
            with pytest.raises(PermissionDenied):
                made(marieke, robin.member, chair=chair)

    def test_dates_or_a_last_day_that_are_over_are_refused(self, marieke, robin):
        with pytest.raises(NotPossible):
            made(marieke, robin.member, dates=[(AT - DAY, AT), SECOND])
        with pytest.raises(NotPossible):
            made(marieke, robin.member, last_day=TODAY - DAY)

    def test_500_people_cost_as_many_statements_as_three(self, waterveen, marieke, django_assert_num_queries):
        people = [KeyFigureFactory(municipality=waterveen).member for _each in range(3)]
        with django_assert_num_queries(11):
            made(marieke, *people)
        people += [KeyFigureFactory(municipality=waterveen).member for _each in range(60)]
        with django_assert_num_queries(11):
            made(marieke, *people)


class TestChanging:
    def test_a_new_date_keeps_answers_and_tells_only_who_answered(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")

        changed(poll, marieke, robin.member, sam.member, dates=[FIRST, SECOND, THIRD])

        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]
        assert (row(poll, robin.member).must_look_again, row(poll, sam.member).must_look_again) == (True, False)
        assert told("poll_asked") == [robin.member, sam.member, robin.member]

    def test_of_a_date_that_goes_only_who_could_come_hears_and_she_need_not_answer_again(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member, dates=[FIRST, SECOND, THIRD])
        answered(poll, robin.member, "yes", "no", "no")
        answered(poll, sam.member, "no", "yes", "yes")

        changed(poll, marieke, robin.member, sam.member, dates=[SECOND, THIRD])

        assert told("poll_asked")[2:] == [robin.member]
        assert not row(poll, robin.member).must_look_again
        assert answers_of(poll, sam.member) == [(SECOND[0], "yes"), (THIRD[0], "yes")]

    def test_a_date_that_moves_an_hour_is_another_date(self, marieke, robin):
        poll = made(marieke, robin.member)
        answered(poll, robin.member, "yes", "if_needed")
        later = tuple(moment + timedelta(hours=1) for moment in FIRST)

        changed(poll, marieke, robin.member, dates=[later, SECOND])

        assert answers_of(poll, robin.member) == [(SECOND[0], "if_needed")]
        assert row(poll, robin.member).must_look_again

    def test_another_title_or_last_day_is_told_to_nobody(self, marieke, robin):
        poll = made(marieke, robin.member)
        answered(poll, robin.member, "yes", "yes")
        count = len(mails())

        row_now = changed(poll, marieke, robin.member, title="Najaar", last_day=LAST_DAY + DAY)

        assert (row_now.title, row_now.version) == ("Najaar", 2)
        assert len(mails()) == count

    def test_who_is_added_is_asked_and_who_goes_is_not_reminded_any_more(self, marieke, robin, sam):
        poll = made(marieke, robin.member)

        changed(poll, marieke, sam.member)

        assert [each.member for each in poll.invitees.all()] == [sam.member]
        assert told("poll_asked") == [sam.member]

    def test_two_who_change_it_do_not_overwrite_each_other_and_the_same_twice_is_once(self, marieke, pim, robin):
        poll = made(marieke, robin.member)
        changed(poll, pim, robin.member, title="Van Pim", version=1)
        changed(poll, pim, robin.member, title="Van Pim", version=1)

        with pytest.raises(ChangedMeanwhile):
            changed(poll, marieke, robin.member, title="Van Marieke", version=1)

        poll.refresh_from_db()
        assert (poll.title, poll.version) == ("Van Pim", 2)

    def test_what_was_stopped_does_not_change_and_others_change_nothing(self, marieke, joris, robin, neighbour):
        poll = made(marieke, robin.member)
        for member in (joris, robin.member, neighbour):
            with pytest.raises(PermissionDenied):
                changed(poll, member, robin.member)
            with pytest.raises(PermissionDenied):
                actions.stop(poll, by=member, at=AT)
            with pytest.raises(PermissionDenied):
                actions.choose(poll.options.first(), by=member, at=AT, place="De Sluis")
        actions.stop(poll, by=marieke, at=AT)
        with pytest.raises(NotPossible):
            changed(poll, marieke, robin.member)


class TestStopping:
    def test_who_heard_of_it_hears_that_it_stops_and_who_did_not_yet_hears_nothing(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        Message.objects.filter(recipient=robin.member).update(state="sent", sent_at=AT)

        for _time in range(2):
            actions.stop(poll, by=marieke, at=AT + DAY)

        assert told("to_invited") == [robin.member]
        assert told("poll_asked") == [robin.member]
        poll.refresh_from_db()
        assert (poll.state, poll.ended_at) == ("stopped", AT + DAY)


class TestChoosing:
    def test_the_date_becomes_the_meeting_and_who_was_asked_is_invited(self, marieke, joris, robin, sam):
        poll = made(marieke, robin.member, sam.member, chair=joris, required=[sam.member], occasion="incident")
        for member in (robin.member, sam.member, joris):
            answered(poll, member, "no", "yes")
        option = poll.options.last()

        meeting = actions.choose(option, by=marieke, at=AT + DAY, place="Het Anker")

        assert (meeting.title, meeting.kind, meeting.occasion, meeting.chair, meeting.organiser) == ("Zomer", "network", "incident", joris, marieke)
        assert (meeting.starts_at, meeting.ends_at, meeting.place) == (*SECOND, "Het Anker")
        people = Attendee.objects.filter(meeting=meeting).values_list("member", "is_required")
        assert sorted(people) == sorted([(robin.member.pk, False), (sam.member.pk, True), (joris.pk, False)])
        assert sorted(each.pk for each in told("invited")) == sorted([robin.member.pk, sam.member.pk, joris.pk])
        poll.refresh_from_db()
        assert (poll.state, poll.meeting, poll.ended_at) == ("chosen", meeting, AT + DAY)
        assert Clock.objects.get(subject=poll.uuid).kept_at == AT + DAY

    def test_choosing_the_same_date_twice_is_one_meeting_and_another_date_is_refused(self, marieke, robin):
        poll = made(marieke, robin.member)
        first, second = poll.options.all()

        assert actions.choose(first, by=marieke, at=AT, place="De Sluis") == actions.choose(first, by=marieke, at=AT, place="De Sluis")
        with pytest.raises(NotPossible):
            actions.choose(second, by=marieke, at=AT, place="De Sluis")
        assert Meeting.objects.count() == 1

    def test_a_date_that_is_over_is_not_chosen_and_a_chair_who_left_leads_nothing(self, marieke, joris, robin):
        poll = made(marieke, robin.member, chair=joris)
        with pytest.raises(NotPossible), transaction.atomic():
            actions.choose(poll.options.first(), by=marieke, at=FIRST[0], place="De Sluis")
        type(joris).objects.filter(pk=joris.pk).update(end_date=TODAY)

        assert actions.choose(poll.options.first(), by=marieke, at=AT, place="De Sluis").chair is None

    def test_a_date_that_a_colleague_took_away_is_not_chosen(self, marieke, robin):
        poll = made(marieke, robin.member)
        option = poll.options.first()
        changed(poll, marieke, robin.member, dates=[SECOND, THIRD])

        with pytest.raises(NotPossible):
            actions.choose(option, by=marieke, at=AT, place="De Sluis")


class TestConstraints:
    def test_people_of_another_municipality_do_not_fit(self, waterveen, oeverland):
        poll = DatePollFactory(municipality=waterveen)
        elsewhere = MembershipFactory(coordinator=True, municipality=oeverland)
        PollInviteeFactory(poll=poll)
        for rows, broken in ((DatePoll, {"organiser": elsewhere}), (DatePoll, {"chair": elsewhere}), (PollInvitee, {"member": elsewhere})):
            with pytest.raises(IntegrityError), transaction.atomic():
                move(rows, **broken)

    @pytest.mark.parametrize(
        ("model", "broken"),
        [
            (DatePoll, {"state": "stopped"}), (DatePoll, {"ended_at": AT}), (PollOption, {"ends_at": FIRST[0]}), (PollInvitee, {"answered_at": AT}),
            (PollInvitee, {"answered_by": "link"}), (PollOption, {"starts_at": SECOND[0], "ends_at": SECOND[1]}),
        ],
    )
    def test_what_cannot_be_is_refused(self, marieke, robin, model, broken):
        made(marieke, robin.member)

        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=model.objects.first().pk).update(**broken)
