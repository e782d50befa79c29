"""The ladder climbed with real reports: who hears, when, and once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications import delivery
from notifications.models import Message
from notifications.reminders import queue_clock_reminders
from signals import actions, desk, timeline
from signals.models import ConcernReport
from terms.models import Clock
from tests.factories.accounts import AbsenceFactory, MembershipFactory
from tests.factories.signals import file_one

# Filed on Tuesday 9 June at ten: personal contact by Thursday 11 June, first answer by Tuesday 23 June.


def morning(day):
    return datetime(2026, 6, day, 7, 5, tzinfo=UTC)  # five past nine in Amsterdam


def heard(kind="signals.personal_reply"):
    rows = Message.objects.filter(kind__startswith="notifications.", clock__kind=kind).order_by("pk")
    return [(row.key.rpartition(":")[2], row.recipient.name) for row in rows.select_related("recipient__user")]


@pytest.fixture
def lead(waterveen):
    return MembershipFactory(team_lead=True, municipality=waterveen, user__name="Anne-Marie")


def test_day_by_day(report, lead):
    for day in (9, 10, 11, 12, 15, 16, 17):
        for _run in range(2):
            queue_clock_reminders(at=morning(day))

    # Two days before the day is the morning before it came in: that rung was never reached.
    assert heard() == [("today", "Ilse"), ("late", "Joost"), ("long_late", "Anne-Marie")]


def test_after_three_days_without_a_scheduler_each_hears_once(report, lead):
    queue_clock_reminders(at=morning(17))

    assert heard() == [("today", "Ilse"), ("late", "Joost"), ("long_late", "Anne-Marie")]
    queue_clock_reminders(at=morning(18))
    assert len(heard()) == 3


def test_a_kept_promise_is_silent_also_when_the_message_waited_already(report, ilse, lead):
    queue_clock_reminders(at=morning(12))
    actions.record_contact(report, actor=ilse, at=morning(12), how="phone", on=date(2026, 6, 12))
    delivery.deliver_waiting(at=morning(12))

    assert [message.to for message in mail.outbox if "te laat" in message.body] == []
    assert set(Message.objects.filter(kind__startswith="notifications.").values_list("state", flat=True)) == {"cancelled"}


def test_a_moved_day_begins_a_new_ladder(report, ilse, noor, lead):
    actions.record_contact(report, actor=ilse, at=morning(9) + timedelta(hours=2), how="phone", on=date(2026, 6, 9))
    queue_clock_reminders(at=morning(19))
    assert heard("signals.first_feedback") == [("soon", "Ilse")]
    actions.pause(report, actor=ilse, at=morning(19), reason="question", until=date(2026, 6, 26), question="?")
    queue_clock_reminders(at=morning(23))
    assert heard("signals.first_feedback") == [("soon", "Ilse")]
    actions.send_message(report, actor=noor, at=morning(23), text="Ja.")

    # Two working days still: from Tuesday 23 to Thursday 25 June, so two days before is again the 23rd.
    assert Clock.objects.get(kind="signals.first_feedback").due_at == datetime(2026, 6, 25, 21, 59, 59, tzinfo=UTC)
    for day in (24, 25, 26):
        queue_clock_reminders(at=morning(day))
    assert heard("signals.first_feedback") == [("soon", "Ilse"), ("today", "Ilse"), ("late", "Joost")]


def test_who_is_away_is_replaced_on_that_day(report, ilse, joke, lead):
    AbsenceFactory(member=ilse, municipality=ilse.municipality, deputy=joke, first_date=date(2026, 6, 11), last_date=date(2026, 6, 30))
    queue_clock_reminders(at=morning(11))
    queue_clock_reminders(at=morning(12))

    assert heard() == [("today", "Joke"), ("late", "Joke")]


def test_handed_over_the_new_owner_hears_where_it_stands(report, ilse, joke):
    queue_clock_reminders(at=morning(11))
    actions.hand_over(report, actor=ilse, at=morning(11) + timedelta(hours=1), to=joke, reason="Ik ben weg.")
    queue_clock_reminders(at=morning(11) + timedelta(hours=2))

    assert heard() == [("today", "Ilse"), ("today", "Joke")]
    delivery.deliver_waiting(at=morning(11) + timedelta(hours=2))
    assert "ilse" not in [message.to[0].split("@")[0] for message in mail.outbox if "De dag komt dichtbij" in message.body]


def test_the_reporter_reads_who_was_asked(report, lead):
    queue_clock_reminders(at=morning(17))
    promise = timeline.next_promises([report], morning(17), with_asked=True)[report.pk]

    assert (promise.state, promise.working_days_late, promise.asked) == ("late", 4, ["Joost (vervanger)", "Anne-Marie (teamleider)"])


def test_who_was_asked_before_the_day_moved_is_not_named_for_the_new_day(report, ilse, noor, lead):
    queue_clock_reminders(at=morning(17))
    Clock.objects.filter(kind="signals.personal_reply").update(due_at=datetime(2026, 6, 16, 21, 59, 59, tzinfo=UTC))
    promise = timeline.next_promises([report], morning(17), with_asked=True)[report.pk]

    assert (promise.state, promise.asked) == ("late", [])
    assert desk.asked_of(lead, at=morning(17)) == []


def test_the_team_lead_reads_what_she_is_asked_until_it_is_done(report, ilse, lead):
    queue_clock_reminders(at=morning(12))
    assert desk.asked_of(lead, at=morning(12)) == []  # late, and the ladder did not reach her yet
    queue_clock_reminders(at=morning(17))
    (line,) = desk.asked_of(lead, at=morning(17))

    assert line.what == "Persoonlijk contact"
    assert line.due == "Beloofd voor donderdag 11\u00a0juni. 4 werkdagen te laat"
    assert "Ilse" in line.meta
    for secret in (report.number, "Noor", "sportpark"):
        assert secret not in repr(line)
    actions.record_contact(report, actor=ilse, at=morning(17), how="phone", on=date(2026, 6, 17))
    assert desk.asked_of(lead, at=morning(17)) == []


def test_the_team_lead_is_sent_to_the_clocks_and_not_to_the_report(report, lead):
    queue_clock_reminders(at=morning(17))

    paths = dict(Message.objects.filter(kind="notifications.escalation").values_list("recipient__user__name", "path"))
    assert paths == {"Joost": f"/meldingen/{report.uuid}/", "Anne-Marie": "/meldingen/klok/"}


def test_a_pause_whose_report_is_being_worked_on_is_left_and_asked_again(report, ilse, monkeypatch):
    actions.take_on(report, actor=ilse, at=morning(9) + timedelta(hours=2))
    actions.pause(report, actor=ilse, at=morning(9) + timedelta(hours=3), reason="question", until=date(2026, 6, 10), question="?")
    monkeypatch.setattr("signals.actions.handling.locked", lambda report, wait: None)  # as when another transaction holds it
    queue_clock_reminders(at=morning(11))
    monkeypatch.undo()

    assert ConcernReport.objects.get().is_paused
    queue_clock_reminders(at=morning(11) + timedelta(minutes=6))
    assert not ConcernReport.objects.get().is_paused


def test_what_is_not_due_costs_nothing(noor, ilse, joost, waterveen):
    waterveen.reports_per_hour = waterveen.reports_per_day = 50
    waterveen.save()
    for _each in range(12):
        file_one(noor)

    with CaptureQueriesContext(connection) as captured:
        assert queue_clock_reminders(at=datetime(2026, 6, 9, 8, 30, tzinfo=UTC)) == 0
    assert len(captured) <= 3
