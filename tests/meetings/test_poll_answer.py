from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from accounts import leaving
from meetings.actions import NotPossible, poll_answer, poll_clock
from meetings.actions import poll as actions
from meetings.actions.poll_answer import Closed
from notifications import delivery
from notifications.models import Message
from terms.models import Clock
from tests.factories.keyfigures import AT
from tests.meetings.polls import DAY, FIRST, LAST_DAY, SECOND, THIRD, answered, answers_of, changed, made, row, told

# The last day is 16 June; it ends at 21.59.59 in UTC.
END = datetime(2026, 6, 16, 21, 59, 59, tzinfo=UTC)


class TestAnswering:
    def test_each_date_gets_an_answer_and_it_can_change_until_the_end_of_the_last_day(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")
        answered(poll, robin.member, "if_needed", "no", at=END)

        assert answers_of(poll, robin.member) == [(FIRST[0], "if_needed"), (SECOND[0], "no")]
        assert (row(poll, robin.member).answered_at, row(poll, robin.member).answered_by) == (END, "site")

    def test_after_it_a_clear_sentence_and_nothing_changes(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")

        with pytest.raises(Closed, match="16"):
            answered(poll, robin.member, "no", "no", at=END + timedelta(seconds=1))

        assert answers_of(poll, robin.member) == [(FIRST[0], "yes"), (SECOND[0], "no")]

    def test_a_date_that_came_while_she_was_busy_is_not_answered_by_accident(self, marieke, robin):
        poll = made(marieke, robin.member)
        invitee, before = row(poll, robin.member), list(poll.options.all())
        changed(poll, marieke, robin.member, dates=[SECOND, THIRD])

        with pytest.raises(NotPossible, match="datums"):
            poll_answer.answer_on_site(invitee, by=robin.member, answers=dict.fromkeys(before, "yes"), at=AT)

    def test_nobody_answers_for_somebody_else_but_the_organiser_who_is_phoned(self, marieke, robin, sam, annemarie, neighbour):
        poll = made(marieke, robin.member, annemarie)
        answers = dict.fromkeys(poll.options.all(), "yes")
        with pytest.raises(PermissionDenied):
            poll_answer.answer_on_site(row(poll, robin.member), by=sam.member, answers=answers, at=AT)
        for member in (robin.member, annemarie, neighbour):
            with pytest.raises(PermissionDenied):
                poll_answer.write_down(row(poll, robin.member), by=member, answers=answers, at=AT)

        assert poll_answer.write_down(row(poll, robin.member), by=marieke, answers=answers, at=AT).answered_by == "phone"

    def test_who_left_cannot_answer_by_an_old_link(self, marieke, robin):
        poll = made(marieke, robin.member)
        type(robin.member).objects.filter(pk=robin.member.pk).update(end_date=AT.date())

        with pytest.raises(NotPossible):
            poll_answer.answer_by_link(row(poll, robin.member), answers=dict.fromkeys(poll.options.all(), "yes"), at=AT)


class TestThePromiseToChoose:
    def test_it_starts_when_everybody_answered_and_the_organiser_hears_it_once(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")
        assert told("to_organiser") == []
        answered(poll, sam.member, "yes", "no")
        answered(poll, sam.member, "no", "no", at=AT + DAY)

        assert told("to_organiser") == [marieke]
        clock = Clock.objects.get(subject=poll.uuid)
        assert (clock.owner, clock.promised_at, clock.working_days) == (marieke, AT, 3)

    def test_it_starts_when_the_last_day_is_over_and_only_once(self, marieke, robin):
        poll = made(marieke, robin.member)

        assert [poll_clock.owe_choices(at=moment) for moment in (END, END + timedelta(hours=2), END + timedelta(hours=3))] == [0, 1, 0]
        assert Clock.objects.get(subject=poll.uuid).is_open

    def test_a_date_that_is_added_or_a_later_last_day_stops_it_until_everybody_answered_again(self, marieke, robin):
        poll = made(marieke, robin.member)
        answered(poll, robin.member, "yes", "no")
        poll.refresh_from_db()
        changed(poll, marieke, robin.member, dates=[FIRST, SECOND, THIRD], at=AT + DAY)
        assert not Clock.objects.filter(subject=poll.uuid).open().exists()

        answered(poll, robin.member, "yes", "no", "yes", at=AT + 2 * DAY)

        assert Clock.objects.filter(subject=poll.uuid).open().get().promised_at == AT + 2 * DAY
        assert told("to_organiser") == [marieke, marieke]

    def test_who_is_taken_off_or_leaves_is_not_waited_for(self, marieke, robin, sam, annemarie):
        poll = made(marieke, robin.member, sam.member, annemarie)
        answered(poll, robin.member, "yes", "no")
        changed(poll, marieke, robin.member, sam.member)
        assert told("to_organiser") == []

        leaving.tell(sam.member, still=frozenset(), by=marieke, at=AT)

        assert told("to_organiser") == [marieke]

    def test_stopping_ends_it(self, marieke, robin):
        poll = made(marieke, robin.member)
        answered(poll, robin.member, "yes", "no")

        actions.stop(poll, by=marieke, at=AT)

        assert not Clock.objects.filter(subject=poll.uuid).open().exists()


class TestReminders:
    # More than five days to answer: 48 hours before the end.
    FROM = END - timedelta(hours=48)

    def test_only_who_did_not_answer_is_reminded_once_per_last_day(self, marieke, robin, sam):
        poll = made(marieke, robin.member, sam.member)
        answered(poll, robin.member, "yes", "no")

        assert poll_clock.remind(at=self.FROM - timedelta(seconds=1)) == 0
        for moment in (self.FROM, self.FROM + timedelta(minutes=10), END):
            poll_clock.remind(at=moment)
        assert told("poll_reminded") == [sam.member]
        assert poll_clock.remind(at=END + timedelta(hours=1)) == 0

    def test_a_run_that_was_missed_is_made_good(self, marieke, robin):
        made(marieke, robin.member)

        poll_clock.remind(at=END - timedelta(minutes=1))

        assert told("poll_reminded") == [robin.member]

    def test_when_the_last_day_moves_she_is_reminded_before_that_one(self, marieke, robin):
        poll = made(marieke, robin.member)
        poll_clock.remind(at=self.FROM)
        changed(poll, marieke, robin.member, last_day=LAST_DAY + 2 * DAY, at=self.FROM)

        assert poll_clock.remind(at=self.FROM + timedelta(hours=1)) == 0
        poll_clock.remind(at=self.FROM + 2 * DAY)
        assert told("poll_reminded") == [robin.member, robin.member]

    def test_who_was_asked_late_is_not_reminded_and_who_was_asked_three_days_before_36_hours(self, marieke, robin, sam):
        poll = made(marieke, robin.member, at=END - 3 * DAY)
        changed(poll, marieke, robin.member, sam.member, at=END - DAY)

        assert poll_clock.remind(at=END - timedelta(hours=37)) == 0
        poll_clock.remind(at=END - timedelta(hours=35))
        assert told("poll_reminded") == [robin.member]

    def test_who_has_a_new_date_to_answer_is_reminded_too_but_not_of_what_she_heard_yesterday(self, marieke, robin):
        poll = made(marieke, robin.member)
        answered(poll, robin.member, "yes", "no")
        changed(poll, marieke, robin.member, dates=[FIRST, SECOND, THIRD], at=END - DAY)

        assert poll_clock.remind(at=END - timedelta(hours=3)) == 0

    def test_at_sending_it_is_asked_again_whether_she_still_did_not_answer(self, marieke, robin, sam, mailoutbox):
        poll = made(marieke, robin.member, sam.member)
        Message.objects.update(state="sent", sent_at=AT)
        poll_clock.remind(at=self.FROM)
        answered(poll, robin.member, "yes", "no", at=self.FROM)

        delivery.deliver_waiting(at=self.FROM + timedelta(hours=12))

        assert [mail.to for mail in mailoutbox] == [[sam.member.user.email]]

    def test_of_a_poll_that_is_stopped_nothing_is_sent_any_more(self, marieke, robin, mailoutbox):
        poll = made(marieke, robin.member)
        poll_clock.remind(at=self.FROM)
        actions.stop(poll, by=marieke, at=self.FROM)

        delivery.deliver_waiting(at=self.FROM + timedelta(hours=12))

        assert mailoutbox == []

    def test_any_number_of_people_costs_the_same_number_of_statements(self, marieke, robin, sam, django_assert_num_queries):
        made(marieke, robin.member)
        with django_assert_num_queries(6):
            poll_clock.remind(at=self.FROM)
        made(marieke, robin.member, sam.member)
        with django_assert_num_queries(6):
            poll_clock.remind(at=self.FROM)
