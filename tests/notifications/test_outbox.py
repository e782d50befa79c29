from datetime import UTC, datetime, time, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from accounts import actions as people
from notifications import delivery, failures, kinds, retention
from notifications.models import Message, Preference, State
from notifications.outbox import Notice, cancel, enqueue
from notifications.quiet import Hours, first_allowed, next_digest
from tests.factories.accounts import MembershipFactory, UserFactory
from tests.notifications.conftest import NUDGE, TOLD

AT = datetime(2026, 6, 9, 8, tzinfo=UTC)  # ten in the morning in Amsterdam
MINUTE = timedelta(minutes=1)


def tell(member, *, key="one", kind=TOLD, at=AT, path="/meldingen/"):
    enqueue(Notice(key=key, kind=kind, recipient=member, path=path), at=at)


class TestOnce:
    def test_the_same_occasion_is_told_once_for_ever(self, noor):
        for _each in range(3):
            tell(noor)
        delivery.deliver_waiting(at=AT)
        tell(noor)
        delivery.deliver_waiting(at=AT + MINUTE)

        assert len(mail.outbox) == 1

    def test_what_is_rolled_back_is_not_told(self, noor):
        def tell_and_fail():
            with transaction.atomic():
                tell(noor)
                raise IntegrityError

        with pytest.raises(IntegrityError):
            tell_and_fail()
        assert delivery.deliver_waiting(at=AT) == 0

    def test_what_is_cancelled_is_not_told(self, noor):
        enqueue(Notice(key="one", kind=TOLD, recipient=noor, path="/", subject=noor.uuid), at=AT)
        cancel(subject=noor.uuid, kinds_of=[TOLD])

        assert delivery.deliver_waiting(at=AT) == 0

    def test_who_left_meanwhile_is_not_told(self, noor):
        tell(noor)
        noor.end_date = AT.date()
        noor.save()
        delivery.deliver_waiting(at=AT)

        assert mail.outbox == []
        assert Message.objects.get().state == State.CANCELLED

    def test_what_is_not_wanted_any_more_is_asked_at_delivery(self, noor):
        kinds.register(kinds.NoticeKind(kind="tests.over", sentence="x", quiet=False, still_wanted=lambda message: False))
        tell(noor, kind="tests.over")
        delivery.deliver_waiting(at=AT)

        assert mail.outbox == []


class TestMail:
    def test_it_says_nothing_but_that_there_is_something(self, noor):
        tell(noor, path="/meldingen/3f6f4e7e-0000-4000-8000-000000000000/")
        delivery.deliver_waiting(at=AT)
        message = mail.outbox[0]
        html, kind = message.alternatives[0]

        assert message.to == ["noor@waterveen.example"]
        assert message.subject == "Er is een nieuw bericht"
        assert "Er is iets voor u." in message.body
        assert "http://localhost:8000/meldingen/3f6f4e7e" in message.body
        assert "/account/berichten/" in message.body
        assert kind == "text/html"
        assert "/account/berichten/" in html
        assert message.extra_headers["Auto-Submitted"] == "auto-generated"
        for text in (message.subject, message.body, html):
            assert "Noor" not in text

    def test_a_second_try_has_the_same_message_id(self, noor):
        tell(noor)
        delivery.deliver_waiting(at=AT)
        Message.objects.update(state=State.WAITING)
        delivery.deliver_waiting(at=AT)

        assert len({message.extra_headers["Message-ID"] for message in mail.outbox}) == 1

    def test_in_the_language_of_who_reads_it(self, noor):
        noor.user.language = "en"
        noor.user.save()
        tell(noor)
        delivery.deliver_waiting(at=AT)

        assert mail.outbox[0].subject == "There is a message for you"

    def test_who_is_invited_reads_it_in_the_language_of_her_account_elsewhere_else_in_dutch(self, waterveen):
        UserFactory(email="known@voorbeeld.example", language="en")
        actor = MembershipFactory(coordinator=True, municipality=waterveen)
        for name in ("known", "new"):
            people.invite(actor=actor, email=f"{name}@voorbeeld.example", name="Gast", roles=["candidate"], at=AT)
        delivery.deliver_waiting(at=AT)

        assert {message.to[0]: message.subject for message in mail.outbox} == {
            "known@voorbeeld.example": "There is a message for you", "new@voorbeeld.example": "Er is een nieuw bericht",
        }

    def test_an_invitation_carries_a_signature_that_stands_in_no_table(self, waterveen):
        actor = MembershipFactory(coordinator=True, municipality=waterveen)
        people.invite(actor=actor, email="gast@voorbeeld.example", name="Gast", roles=["key_figure"], at=AT)
        delivery.deliver_waiting(at=AT)

        signature = mail.outbox[0].body.split("?s=")[1].split()[0]
        assert signature
        assert not Message.objects.filter(path__contains=signature).exists()
        assert mail.outbox[0].to == ["gast@voorbeeld.example"]


class TestPreferences:
    @pytest.mark.parametrize(
        ("moment", "expected"),
        [("2026-06-09T20:59", "2026-06-09T20:59"), ("2026-06-09T21:00", "2026-06-10T08:00"), ("2026-06-10T07:59", "2026-06-10T08:00")],
    )
    def test_quiet_hours_pass_midnight(self, moment, expected):
        at, until = (datetime.fromisoformat(f"{each}+02:00") for each in (moment, expected))

        assert first_allowed(at, Hours()) == until

    def test_quiet_hours_within_a_day(self):
        at = datetime.fromisoformat("2026-06-09T13:00+02:00")

        assert first_allowed(at, Hours(time(12), time(14))) == datetime.fromisoformat("2026-06-09T14:00+02:00")

    def test_in_the_night_of_the_clock_change_it_is_still_eight(self):
        assert first_allowed(datetime.fromisoformat("2026-03-28T23:00+01:00"), Hours()) == datetime.fromisoformat("2026-03-29T08:00+02:00")

    def test_the_next_digest(self):
        assert next_digest(datetime.fromisoformat("2026-06-09T07:59+02:00")) == datetime.fromisoformat("2026-06-09T08:00+02:00")
        assert next_digest(datetime.fromisoformat("2026-06-09T08:00+02:00")) == datetime.fromisoformat("2026-06-10T08:00+02:00")

    def test_reminders_wait_for_the_morning_and_come_together(self, noor):
        Preference.objects.create(member=noor, frequency="daily")
        for key in ("one", "two"):
            tell(noor, key=key, kind=NUDGE)
        delivery.deliver_waiting(at=AT + timedelta(hours=20))
        assert mail.outbox == []
        delivery.deliver_waiting(at=datetime(2026, 6, 10, 6, tzinfo=UTC))

        assert len(mail.outbox) == 1
        assert mail.outbox[0].body.count("Denk aan de dag.") == 2

    def test_only_what_is_necessary(self, noor):
        Preference.objects.create(member=noor, frequency="necessary")
        tell(noor, kind=NUDGE)
        tell(noor, key="two")
        delivery.deliver_waiting(at=AT)

        assert [message.body.count("Er is iets voor u.") for message in mail.outbox] == [1]

    def test_her_own_quiet_hours(self, noor):
        Preference.objects.create(member=noor, quiet_from=time(9), quiet_until=time(12))
        tell(noor, kind=NUDGE)

        assert Message.objects.get().not_before == datetime(2026, 6, 9, 10, tzinfo=UTC)


class TestFailure:
    @pytest.fixture
    def refusing(self, settings):
        settings.EMAIL_BACKEND = "tests.notifications.backends.Refusing"

    @pytest.fixture
    def away(self, settings):
        settings.EMAIL_BACKEND = "tests.notifications.backends.Away"

    def test_an_address_that_does_not_exist_is_given_up_at_once(self, noor, refusing):
        tell(noor)
        delivery.deliver_waiting(at=AT)

        message = Message.objects.get()
        assert (message.state, message.attempts, message.last_error) == (State.FAILED, 1, "SMTPRecipientsRefused 550")

    def test_a_server_that_is_away_is_tried_with_growing_pauses(self, noor, away):
        tell(noor)
        pauses, at = [], AT
        for _attempt in range(6):
            delivery.deliver_waiting(at=at)
            message = Message.objects.get()
            pauses.append(int((message.not_before - at) / MINUTE))
            at = message.not_before

        assert pauses == [1, 5, 30, 120, 360, 0]
        assert (message.state, message.attempts) == (State.FAILED, 6)

    def test_one_bad_address_does_not_hold_up_the_others(self, noor, waterveen, settings):
        settings.EMAIL_BACKEND = "tests.notifications.backends.RefusingNoor"
        tell(noor)
        tell(MembershipFactory(key_figure=True, municipality=waterveen))
        delivery.deliver_waiting(at=AT)

        assert sorted(Message.objects.values_list("state", flat=True)) == ["failed", "sent"]

    def test_administrators_hear_of_it_once_a_day(self, noor, waterveen, refusing, settings):
        admin = MembershipFactory(administrator=True, municipality=waterveen)
        MembershipFactory(administrator=True)
        tell(noor)
        delivery.deliver_waiting(at=AT)
        for hours in (1, 2, 3):
            failures.send_summary(at=AT + timedelta(hours=hours))

        assert list(Message.objects.filter(kind=failures.SUMMARY).values_list("recipient", flat=True)) == [admin.pk]

    def test_what_failed_can_be_sent_again(self, noor, refusing, settings):
        tell(noor)
        delivery.deliver_waiting(at=AT)
        assert delivery.try_again(Message.objects.all(), at=AT + MINUTE) == 1
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        delivery.deliver_waiting(at=AT + MINUTE)

        assert len(mail.outbox) == 1

    def test_a_worker_that_died_after_claiming_is_replaced(self, noor):
        tell(noor)
        delivery.claim(worker=noor.uuid, at=AT)
        assert delivery.deliver_waiting(at=AT + 9 * MINUTE) == 0
        delivery.deliver_waiting(at=AT + 11 * MINUTE)

        assert len(mail.outbox) == 1


def test_old_messages_go_and_waiting_ones_stay(noor):
    tell(noor)
    tell(noor, key="two")
    Message.objects.filter(key="one").update(state=State.SENT, sent_at=AT)

    assert retention.delete_old_messages(at=AT + timedelta(days=366)) == 1
    assert Message.objects.get().key == "two"
