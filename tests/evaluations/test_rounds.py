"""A round of questions opens, reminds and closes by itself; also when the scheduler was down."""

from datetime import date, timedelta

import pytest

from evaluations.actions import planning, rounds
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant, Sheet
from notifications import delivery
from notifications.models import Message, State
from terms.models import Clock
from tests.factories.accounts import MembershipFactory
from tests.factories.evaluations import EvaluationFactory, ParticipantFactory, published_version
from tests.factories.keyfigures import AT, TODAY, KeyFigureFactory
from tests.threads import at_once

DAY = timedelta(days=1)


def mails(kind):
    return sorted(Message.objects.filter(kind=f"evaluations.{kind}", state=State.WAITING).values_list("recipient__user__email", flat=True))


def deliver(at):
    Message.objects.filter(state=State.WAITING).update(not_before=at)
    delivery.deliver_waiting(at=at)


@pytest.fixture
def coming(waterveen, marieke):
    """Opens today, until Monday three weeks later."""
    return EvaluationFactory(municipality=waterveen, owner=marieke, opens_on=TODAY, closes_on=TODAY + 21 * DAY)


class TestOpening:
    def test_it_asks_everybody_who_is_active_each_by_her_own_link(self, coming, robin, sam, waterveen, mailoutbox):
        paused = KeyFigureFactory(municipality=waterveen, stage="paused")

        assert rounds.open_due(at=AT) == 1

        coming.refresh_from_db()
        assert (coming.state, coming.opened_at) == ("open", AT)
        assert mails("asked") == sorted([robin.member.user.email, sam.member.user.email])
        assert paused.member_id not in set(Participant.objects.values_list("member", flat=True))
        deliver(AT)
        for each in Participant.objects.select_related("member__user"):
            assert [f"/vragen-aan-u/link/{each.uuid}/?" in mail.body for mail in mailoutbox if mail.to == [each.member.user.email]] == [True]

    def test_officials_are_asked_only_when_there_are_questions_to_them(self, coming, robin, marieke, pim, annemarie, joris, esther, waterveen):
        Evaluation.objects.update(mirror=published_version(waterveen, use="mirror"))

        rounds.open_due(at=AT)

        asked = set(Participant.objects.filter(group="officials").values_list("member", flat=True))
        assert asked == {marieke.pk, pim.pk, annemarie.pk}

    def test_a_run_too_many_asks_nobody_twice(self, coming, robin):
        rounds.open_due(at=AT)
        rounds.open_due(at=AT + DAY)

        assert Participant.objects.count() == 1
        assert Message.objects.filter(kind="evaluations.asked").count() == 1

    def test_before_its_first_day_and_without_questions_it_stays_planned(self, waterveen, marieke):
        EvaluationFactory(municipality=waterveen, owner=marieke, opens_on=TODAY + DAY)
        other = MembershipFactory(coordinator=True)
        EvaluationFactory(municipality=other.municipality, owner=other, opens_on=TODAY - DAY, questions=None)

        assert rounds.open_due(at=AT) == 0

    def test_later_than_planned_people_have_as_many_working_days(self, waterveen, marieke):
        # From Tuesday 9 June until Tuesday 30 June: 15 working days. The scheduler comes back on Thursday 11 June.
        late = EvaluationFactory(municipality=waterveen, owner=marieke, opens_on=date(2026, 6, 9), closes_on=date(2026, 6, 30))

        rounds.open_due(at=AT + 2 * DAY)

        late.refresh_from_db()
        assert (late.opens_on, late.closes_on) == (date(2026, 6, 11), date(2026, 7, 2))

    def test_while_another_survey_is_open_it_waits(self, waterveen, marieke, survey, coming):
        assert rounds.open_due(at=AT) == 0

        Evaluation.objects.filter(pk=survey.pk).update(state="closed", closed_at=AT)
        assert rounds.open_due(at=AT) == 1

    def test_preparing_is_no_promise_any_more(self, waterveen, marieke):
        row = planning.plan(
            by=marieke, at=AT, submission="0e5ab2a5-6b2d-4a54-9a4b-5c9b7a3a1f10", kind="survey", title="Zomer", opens_on=TODAY, closes_on=TODAY + 21 * DAY,
            questions=published_version(waterveen),
        )
        assert Clock.objects.open().filter(subject=row.uuid).count() == 1

        rounds.open_due(at=AT)

        assert not Clock.objects.open().filter(subject=row.uuid).exists()

    @pytest.mark.parametrize("people", [1, 3])
    def test_the_number_of_statements_does_not_grow_with_who_is_asked(self, coming, waterveen, people, django_assert_num_queries):
        for _each in range(people):
            KeyFigureFactory(municipality=waterveen, stage="active")

        with django_assert_num_queries(13):
            rounds.open_due(at=AT)

    @pytest.mark.django_db(transaction=True)
    def test_two_schedulers_open_it_once(self, coming, robin):
        assert sorted(at_once(lambda: rounds.open_due(at=AT), lambda: rounds.open_due(at=AT))) == [0, 1]
        assert Message.objects.filter(kind="evaluations.asked").count() == 1


class TestReminding:
    @pytest.fixture
    def asked(self, coming, robin, sam):
        rounds.open_due(at=AT)
        Message.objects.all().delete()
        return coming

    def test_five_working_days_before_the_last_day_only_who_did_not_answer_hears(self, asked, robin, sam):
        Participant.objects.filter(member=sam.member).update(has_answered=True)
        last = Evaluation.objects.get().closes_on

        assert rounds.remind_due(at=AT + (last - 8 * DAY - TODAY)) == 0
        assert rounds.remind_due(at=AT + (last - 7 * DAY - TODAY)) == 1

        assert mails("reminded") == [robin.member.user.email]

    def test_who_answers_before_it_is_sent_hears_nothing(self, asked, robin, sam, mailoutbox):
        at = AT + 15 * DAY
        rounds.remind_due(at=at)
        Participant.objects.filter(member=sam.member).update(has_answered=True)

        deliver(at)

        assert [mail.to for mail in mailoutbox] == [[robin.member.user.email]]

    def test_once_also_when_it_runs_every_hour(self, asked):
        rounds.remind_due(at=AT + 15 * DAY)
        rounds.remind_due(at=AT + 16 * DAY)

        assert Message.objects.filter(kind="evaluations.reminded").count() == 2

    def test_after_the_last_day_it_is_too_late(self, asked):
        assert rounds.remind_due(at=AT + 30 * DAY) == 0


class TestClosing:
    def test_the_day_after_the_last_one_it_closes_and_sharing_back_is_promised(self, survey, marieke):
        last = survey.closes_on
        assert rounds.close_due(at=AT + (last - TODAY)) == 0

        assert rounds.close_due(at=AT + (last + DAY - TODAY)) == 1

        survey.refresh_from_db()
        assert survey.state == "closed"
        clock = Clock.objects.get(kind="evaluations.share_back")
        assert (clock.owner, clock.subject, clock.working_days) == (marieke, survey.uuid, 15)

    def test_also_when_nobody_answered_something_is_owed(self, survey):
        rounds.close_due(at=AT + 60 * DAY)

        assert Clock.objects.open().filter(kind="evaluations.share_back").count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_schedulers_close_it_once(self, survey):
        at = AT + 60 * DAY
        assert sorted(at_once(lambda: rounds.close_due(at=at), lambda: rounds.close_due(at=at))) == [0, 1]
        assert Clock.objects.filter(kind="evaluations.share_back").count() == 1


class TestCancelling:
    def test_answers_go_unopened_and_everybody_who_was_asked_is_told_once(self, survey, marieke, robin, sam):
        for figure in (robin, sam):
            ParticipantFactory(evaluation=survey, member=figure.member)
        Sheet.objects.create(municipality=survey.municipality, evaluation=survey, group="key_figures", sealed=b"verzegeld", key_id="1")

        planning.cancel(survey, by=marieke, at=AT, because="Er zijn verkiezingen.")
        planning.cancel(survey, by=marieke, at=AT + DAY, because="Nog eens.")

        survey.refresh_from_db()
        assert (survey.state, survey.cancelled_because) == ("cancelled", "Er zijn verkiezingen.")
        assert not Sheet.objects.exists()
        assert mails("cancelled") == sorted([robin.member.user.email, sam.member.user.email])

    def test_the_mail_says_nothing_of_why(self, survey, marieke, robin, mailoutbox):
        ParticipantFactory(evaluation=survey, member=robin.member)
        planning.cancel(survey, by=marieke, at=AT, because="Ruzie in de wijk")

        deliver(AT)

        assert "gaan niet door" in mailoutbox[0].body
        assert "Ruzie" not in mailoutbox[0].body + mailoutbox[0].subject

    def test_who_was_asked_and_not_told_yet_hears_only_that_it_does_not_go_on(self, coming, marieke, robin, mailoutbox):
        rounds.open_due(at=AT)
        planning.cancel(coming, by=marieke, at=AT, because="Vergissing")

        deliver(AT)

        assert ["gaan niet door" in mail.body for mail in mailoutbox] == [True]

    @pytest.mark.django_db(transaction=True)
    def test_while_the_scheduler_opens_it_one_of_both_holds(self, coming, marieke, robin):
        def cancel():
            planning.cancel(coming, by=marieke, at=AT, because="Vergissing")

        at_once(lambda: rounds.open_due(at=AT), cancel)

        assert Evaluation.objects.get().state == "cancelled"
        told = Message.objects.filter(kind="evaluations.cancelled").count()
        assert told == Participant.objects.count()
