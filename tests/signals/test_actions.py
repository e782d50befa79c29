from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from notifications.models import Message
from notifications.reminders import queue_clock_reminders
from signals import access, actions, reading, timeline
from signals.models import ConcernReport, Feedback, ReportEvent
from signals.workflow import StepNotAllowed
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, MembershipFactory
from tests.factories.signals import AT, bring_to

HOUR = timedelta(hours=1)


def fresh(report):
    return ConcernReport.objects.for_detail().get(pk=report.pk)


def state_of(report, kind, at):
    return {promise.kind: promise.state for promise in timeline.promises_of(fresh(report), at)}.get(f"signals.{kind}")


def told(report, kind):
    return list(Message.objects.filter(subject=report.uuid, kind=f"signals.{kind}").values_list("recipient__user__name", flat=True))


class TestTakeOn:
    def test_the_contact_person_takes_it_on(self, report, ilse):
        actions.take_on(report, actor=ilse, at=AT + HOUR)

        assert fresh(report).state == "taken_on"
        assert told(report, "new_contact") == []

    def test_a_colleague_takes_it_over_with_its_promises(self, report, ilse, joost, noor):
        actions.take_on(report, actor=joost, at=AT + HOUR)

        assert (fresh(report).contact_person, fresh(report).deputy) == (joost, ilse)
        assert set(Clock.objects.about(report.uuid).values_list("owner__user__name", flat=True)) == {"Joost"}
        assert told(report, "new_contact") == ["Noor"]

    def test_the_second_reads_who_was_first(self, report, ilse, joost):
        actions.take_on(report, actor=ilse, at=AT + HOUR)

        with pytest.raises(StepNotAllowed) as refused:
            actions.take_on(report, actor=joost, at=AT + 2 * HOUR)
        assert (refused.value.by, refused.value.at) == ("Ilse", AT + HOUR)

    def test_the_reporter_and_strangers_cannot(self, report, noor):
        for nobody in (noor, MembershipFactory(official=True), MembershipFactory(coordinator=True, municipality=report.municipality)):
            with pytest.raises(PermissionDenied):
                actions.take_on(report, actor=nobody, at=AT + HOUR)
        assert fresh(report).state == "received"

    def test_an_official_who_need_not_know_of_it_cannot_and_with_access_she_can_until_it_ends(self, report, ilse, joke):
        with pytest.raises(PermissionDenied):
            actions.take_on(report, actor=joke, at=AT + HOUR)
        access.grant(report, actor=ilse, member=joke, reason="Zij kent de wijk.", expires_on=date(2026, 6, 10), at=AT + HOUR)
        with pytest.raises(PermissionDenied):
            actions.take_on(report, actor=joke, at=AT + 48 * HOUR)
        actions.take_on(report, actor=joke, at=AT + 2 * HOUR)

        assert fresh(report).contact_person == joke


class TestContact:
    def test_it_keeps_the_first_promise(self, report, ilse):
        actions.record_contact(report, actor=ilse, at=AT + HOUR, how="phone", on=date(2026, 6, 9))

        assert fresh(report).state == "contacted"
        assert state_of(report, "personal_reply", AT + HOUR) == "kept"
        assert fresh(report).next_due_at == datetime(2026, 6, 23, 21, 59, 59, tzinfo=UTC)

    def test_trying_is_not_contact(self, report, ilse):
        actions.record_contact(report, actor=ilse, at=AT + HOUR, how="tried", on=date(2026, 6, 9))

        assert fresh(report).state == "received"
        assert state_of(report, "personal_reply", AT + HOUR) == "run"
        assert ReportEvent.objects.filter(report=report, step="contact", detail="tried").count() == 1

    @pytest.mark.parametrize("on", [date(2026, 6, 8), date(2026, 6, 10)])
    def test_not_before_it_came_in_and_not_tomorrow(self, report, ilse, on):
        with pytest.raises(ValueError, match="2026"):
            actions.record_contact(report, actor=ilse, at=AT + HOUR, how="phone", on=on)


class TestFeedback:
    def test_the_first_keeps_its_promise_and_makes_the_next(self, report, ilse, noor):
        bring_to(report, "informed", official=ilse)

        given_on = AT + 3 * HOUR
        assert state_of(report, "first_feedback", given_on) == "kept"
        following = next(each for each in timeline.promises_of(fresh(report), given_on) if each.kind == "signals.next_feedback")
        assert (following.state, following.due_date) == ("run", date(2026, 7, 7))
        assert told(report, "feedback") == ["Noor"]

    def test_every_twenty_working_days_until_it_is_done(self, report, ilse):
        bring_to(report, "informed", official=ilse)
        actions.give_feedback(report, actor=ilse, at=AT + timedelta(days=20), sentences=["still_working"])

        # 29 June counts; twenty working days later is 27 July.
        assert fresh(report).next_due_at == datetime(2026, 7, 27, 21, 59, 59, tzinfo=UTC)

    def test_after_the_outcome_it_is_the_last(self, report, ilse):
        bring_to(report, "answered", official=ilse)

        assert state_of(report, "final_feedback", AT + 6 * HOUR) == "kept"
        assert fresh(report).next_due_at is None
        assert fresh(report).final_feedback_at == AT + 5 * HOUR

    def test_it_must_say_something_that_the_municipality_says(self, report, ilse):
        bring_to(report, "contacted", official=ilse)
        for wrong in ([], ["no_such_sentence"]):
            with pytest.raises(ValueError, match=r"\["):
                actions.give_feedback(report, actor=ilse, at=AT + 4 * HOUR, sentences=wrong)
        assert Feedback.objects.count() == 0


class TestSecondReader:
    @pytest.fixture
    def waiting(self, report, ilse, joost):
        report.municipality.second_reader = True
        report.municipality.save()
        bring_to(report, "contacted", official=ilse)
        return actions.give_feedback(report, actor=ilse, at=AT + 4 * HOUR, sentences=["looked_together"], text="wij bellen u morgen")

    def test_own_words_wait_and_the_clock_runs(self, report, waiting, noor, ilse):
        assert waiting.given_at is None
        assert state_of(report, "first_feedback", AT + 4 * HOUR) == "run"
        assert told(report, "review") == ["Joost"]
        assert told(report, "feedback") == []
        assert reading.readable(fresh(report), noor).feedbacks == []
        assert [each.text for each in reading.readable(fresh(report), ilse).feedbacks] == ["wij bellen u morgen"]

    def test_a_colleague_sends_it(self, report, waiting, joost, noor):
        actions.approve_feedback(waiting, actor=joost, at=AT + 5 * HOUR)

        assert state_of(report, "first_feedback", AT + 5 * HOUR) == "kept"
        assert [each.text for each in reading.readable(fresh(report), noor).feedbacks] == ["wij bellen u morgen"]

    def test_never_who_wrote_it(self, waiting, ilse):
        with pytest.raises(PermissionDenied):
            actions.approve_feedback(waiting, actor=ilse, at=AT + 5 * HOUR)

    def test_given_back_the_reporter_hears_nothing(self, report, waiting, joost, ilse, noor):
        actions.return_feedback(waiting, actor=joost, at=AT + 5 * HOUR, reason="Te veel over de jongen.")

        assert told(report, "returned") == ["Ilse"]
        assert reading.readable(fresh(report), noor).feedbacks == []
        assert [each.returned_reason for each in reading.readable(fresh(report), ilse).feedbacks] == ["Te veel over de jongen."]
        assert "Te veel" not in str([note.text for note in reading.readable(fresh(report), ilse).notes])

    def test_the_second_decision_comes_too_late(self, waiting, joost, joke):
        actions.approve_feedback(waiting, actor=joost, at=AT + 5 * HOUR)

        with pytest.raises(StepNotAllowed):
            actions.return_feedback(waiting, actor=joost, at=AT + 6 * HOUR, reason="toch niet")

    def test_one_answer_waits_at_a_time(self, report, waiting, ilse):
        with pytest.raises(StepNotAllowed):
            actions.give_feedback(report, actor=ilse, at=AT + 5 * HOUR, sentences=["thanks"])

    def test_fixed_sentences_alone_need_no_reader(self, report, ilse, joost):
        report.municipality.second_reader = True
        report.municipality.save()
        bring_to(report, "contacted", official=ilse)

        assert actions.give_feedback(report, actor=ilse, at=AT + 4 * HOUR, sentences=["thanks"]).given_at == AT + 4 * HOUR

    def test_when_the_deputy_is_away_a_colleague_may_read_along(self, report, ilse, joost, joke):
        report.municipality.second_reader = True
        report.municipality.save()
        bring_to(report, "contacted", official=ilse)
        AbsenceFactory(member=joost, municipality=joost.municipality, deputy=ilse)

        actions.give_feedback(report, actor=ilse, at=AT + 4 * HOUR, sentences=[], text="wij bellen u morgen")

        assert told(report, "review") == ["Joke"]
        assert report in ConcernReport.objects.visible_to(joke, at=AT + 5 * HOUR)
        assert report not in ConcernReport.objects.visible_to(joke, at=AT + timedelta(days=8))

    def test_alone_she_can_only_use_fixed_sentences(self, noor, ilse):
        ilse.municipality.second_reader = True
        ilse.municipality.save()
        report = bring_to(actions.file_report(reporter=noor, submission=noor.uuid, way="talk", answers={}, at=AT), "contacted", official=ilse)

        with pytest.raises(StepNotAllowed, match="vaste zinnen"):
            actions.give_feedback(report, actor=ilse, at=AT + 4 * HOUR, sentences=[], text="wij bellen u morgen")


class TestPause:
    @pytest.fixture
    def paused(self, report, ilse):
        """On Tuesday 9 June at two; the first answer is due on Tuesday 23 June."""
        bring_to(report, "contacted", official=ilse)
        actions.pause(report, actor=ilse, at=AT + 4 * HOUR, reason="question", until=date(2026, 6, 16), question="Was u er zelf bij?")
        return report

    def test_the_promise_stands_still_and_the_reporter_is_asked(self, paused, noor):
        assert fresh(paused).is_paused
        assert state_of(paused, "first_feedback", AT + timedelta(days=30)) == "paused"
        assert told(paused, "message") == ["Noor"]
        assert [each.text for each in reading.readable(fresh(paused), noor).messages] == ["Was u er zelf bij?"]

    def test_her_answer_lets_it_run_and_moves_the_day(self, paused, noor):
        friday = datetime(2026, 6, 12, 18, tzinfo=UTC)
        actions.send_message(paused, actor=noor, at=friday, text="Ja.")

        promise = next(each for each in timeline.promises_of(fresh(paused), friday) if each.kind == "signals.first_feedback")
        # Wednesday, Thursday and Friday were still: three working days.
        assert (promise.state, promise.due_date) == ("run", date(2026, 6, 26))
        assert [(each.working_days, each.due_before, each.due_after) for each in promise.pauses] == [(3, date(2026, 6, 23), date(2026, 6, 26))]
        assert fresh(paused).next_due_at == datetime(2026, 6, 26, 21, 59, 59, tzinfo=UTC)

    def test_the_end_of_its_last_day_lets_it_run(self, paused):
        queue_clock_reminders(at=datetime(2026, 6, 16, 20, tzinfo=UTC))
        assert fresh(paused).is_paused
        queue_clock_reminders(at=datetime(2026, 6, 17, 8, tzinfo=UTC))

        assert not fresh(paused).is_paused
        assert ReportEvent.objects.filter(report=paused, step="resume", actor=None).count() == 1
        # Six working days, 10 to 17 June, were still: 23 June and six more.
        assert fresh(paused).next_due_at == datetime(2026, 7, 1, 21, 59, 59, tzinfo=UTC)

    def test_an_official_lets_it_run(self, paused, ilse):
        actions.resume(paused, actor=ilse, at=AT + 5 * HOUR)

        assert fresh(paused).next_due_at == datetime(2026, 6, 23, 21, 59, 59, tzinfo=UTC)

    @pytest.mark.parametrize("until", [date(2026, 6, 9), date(2026, 7, 8)])
    def test_not_today_and_not_more_than_twenty_working_days(self, report, ilse, until):
        bring_to(report, "contacted", official=ilse)

        with pytest.raises(ValueError, match="2026"):
            actions.pause(report, actor=ilse, at=AT + 4 * HOUR, reason="question", until=until, question="?")

    def test_an_answer_ends_the_pause(self, paused, ilse):
        actions.give_feedback(paused, actor=ilse, at=AT + 5 * HOUR, sentences=["thanks"])

        assert not fresh(paused).is_paused
        assert state_of(paused, "first_feedback", AT + 5 * HOUR) == "kept"


class TestHandOver:
    def test_to_a_colleague_with_reason_and_promises(self, report, ilse, joost, joke, noor):
        actions.hand_over(report, actor=ilse, at=AT + HOUR, to=joke, reason="Ik ben volgende week weg.")

        assert fresh(report).contact_person == joke
        assert set(Clock.objects.open().about(report.uuid).values_list("owner", flat=True)) == {joke.pk}
        assert fresh(report).next_due_at == datetime(2026, 6, 11, 21, 59, 59, tzinfo=UTC)
        assert told(report, "handed_over") == ["Joke"]
        assert told(report, "new_contact") == ["Noor"]
        assert [each.text for each in reading.readable(fresh(report), joke).messages] == ["Ik ben volgende week weg."]

    def test_only_to_who_handles_reports_here(self, report, ilse, waterveen):
        left = MembershipFactory(official=True, left=True, municipality=waterveen)
        for wrong in (MembershipFactory(official=True), MembershipFactory(coordinator=True, municipality=waterveen), left):
            with pytest.raises(PermissionDenied):
                actions.hand_over(report, actor=ilse, at=AT + HOUR, to=wrong, reason="x")
        assert fresh(report).contact_person == ilse

    def test_outside_erases_every_text_and_keeps_only_the_fact(self, report, ilse, noor):
        bring_to(report, "contacted", official=ilse)
        actions.add_note(report, actor=ilse, at=AT + 4 * HOUR, text="wijkteam gebeld")
        actions.hand_over_outside(report, actor=ilse, at=AT + 5 * HOUR, handed_to="neighbourhood_team")

        now = fresh(report)
        assert (now.state, now.outcome, now.handed_to) == ("decided", "passed_on", "neighbourhood_team")
        assert set(report.texts.values_list("sealed", "key_id")) == {(b"", "")}
        assert reading.readable(now, ilse).answers == {}
        assert ReportEvent.objects.get(report=report, step="purge").detail == "11"  # ten answers and a note
        assert state_of(report, "final_feedback", AT + 5 * HOUR) == "run"
        assert state_of(report, "first_feedback", AT + 5 * HOUR) is None


class TestEnd:
    def test_closing_needs_the_last_answer(self, report, ilse):
        bring_to(report, "decided", official=ilse)

        with pytest.raises(StepNotAllowed):
            actions.close(report, actor=ilse, at=AT + 6 * HOUR)

    def test_closed_it_owes_nothing(self, report, ilse):
        bring_to(report, "closed", official=ilse)

        assert (fresh(report).state, fresh(report).next_due_at) == ("closed", None)
        assert not Clock.objects.open().about(report.uuid).exists()

    def test_passing_on_is_no_ordinary_outcome(self, report, ilse):
        bring_to(report, "informed", official=ilse)

        with pytest.raises(ValueError, match="passed_on"):
            actions.decide(report, actor=ilse, at=AT + 5 * HOUR, outcome="passed_on")

    def test_withdrawn_everything_is_erased_and_silent(self, report, noor, ilse):
        actions.withdraw(report, actor=noor, at=AT + HOUR)

        assert fresh(report).state == "withdrawn"
        assert not report.texts.filter(purged_at=None).exists()
        queue_clock_reminders(at=AT + timedelta(days=40))
        assert not Message.objects.filter(kind__startswith="notifications.").exists()
        assert told(report, "reporter_news") == ["Ilse"]

    def test_only_the_reporter_withdraws(self, report, ilse):
        with pytest.raises(PermissionDenied):
            actions.withdraw(report, actor=ilse, at=AT + HOUR)

    def test_asking_to_reopen_is_a_request(self, report, noor, ilse):
        bring_to(report, "closed", official=ilse)
        actions.ask_reopen(report, actor=noor, at=AT + timedelta(days=3), reason="Het begint weer.")

        assert fresh(report).state == "closed"
        assert told(report, "reporter_news") == ["Ilse"]
        with pytest.raises(StepNotAllowed):
            actions.ask_reopen(report, actor=noor, at=AT + timedelta(days=4), reason="Nog eens.")

    def test_opened_again_the_next_answer_is_promised(self, report, noor, ilse):
        bring_to(report, "closed", official=ilse)
        actions.ask_reopen(report, actor=noor, at=AT + timedelta(days=3), reason="Het begint weer.")
        actions.reopen(report, actor=ilse, at=AT + timedelta(days=4), reason="Wij kijken er weer naar.")

        assert (fresh(report).state, fresh(report).outcome, fresh(report).reopen_requested_at) == ("contacted", "", None)
        assert state_of(report, "next_feedback", AT + timedelta(days=4)) == "run"

    def test_declined_she_reads_why(self, report, noor, ilse):
        bring_to(report, "closed", official=ilse)
        actions.ask_reopen(report, actor=noor, at=AT + timedelta(days=3), reason="Het begint weer.")
        actions.decline_reopen(report, actor=ilse, at=AT + timedelta(days=4), sentence="Dit ligt nu bij het wijkteam.")

        assert fresh(report).reopen_requested_at is None
        assert reading.readable(fresh(report), noor).messages[-1].text == "Dit ligt nu bij het wijkteam."


class TestRating:
    def test_once_and_only_by_the_reporter(self, report, noor, ilse):
        bring_to(report, "informed", official=ilse)
        feedback = Feedback.objects.get(report=report)
        with pytest.raises(PermissionDenied):
            actions.rate(feedback, actor=ilse, at=AT + 5 * HOUR, helped="yes", in_time=True)
        actions.rate(feedback, actor=noor, at=AT + 5 * HOUR, helped="partly", in_time=False)

        with pytest.raises(StepNotAllowed):
            actions.rate(feedback, actor=noor, at=AT + 6 * HOUR, helped="yes", in_time=True)
        assert [(each.helped, each.in_time) for each in reading.readable(fresh(report), ilse).feedbacks] == [("partly", False)]


class TestMessages:
    def test_both_sides_hear_that_something_waits(self, report, noor, ilse):
        actions.send_message(report, actor=noor, at=AT + HOUR, text="Nog iets.")
        actions.send_message(report, actor=ilse, at=AT + 2 * HOUR, text="Dank u.")

        assert told(report, "reporter_news") == ["Ilse"]
        assert told(report, "message") == ["Noor"]
        assert [(each.author, each.is_mine) for each in reading.readable(fresh(report), noor).messages] == [("Noor", True), ("Ilse", False)]

    def test_who_is_away_is_replaced(self, report, noor, ilse, joost):
        AbsenceFactory(member=ilse, municipality=ilse.municipality, deputy=joost)
        actions.send_message(report, actor=noor, at=AT + HOUR, text="Nog iets.")

        assert told(report, "reporter_news") == ["Joost"]

    def test_the_reporter_never_sees_a_note(self, report, noor, ilse):
        actions.add_note(report, actor=ilse, at=AT + HOUR, text="wijkteam gebeld")

        assert [each.text for each in reading.readable(fresh(report), ilse).notes] == ["wijkteam gebeld"]
        assert "wijkteam" not in str(reading.readable(fresh(report), noor))
        with pytest.raises(PermissionDenied):
            actions.add_note(report, actor=noor, at=AT + HOUR, text="x")


def test_no_mail_and_no_address_holds_a_name_or_a_word(report, noor, ilse, joost):
    bring_to(report, "informed", official=ilse)
    for message in Message.objects.filter(subject=report.uuid):
        row = f"{message.key} {message.path} {message.last_error}"
        assert not [word for word in ("Noor", "sticker", "Sportpark", report.number) if word in row]
