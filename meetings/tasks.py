"""What the clock asks of this app."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from meetings import reminders
from meetings.actions import chairs, erasing, independence, poll_clock, pulse, replies, report, rhythm


@shared_task
def follow_rhythm(**_future_arguments: object) -> None:
    rhythm.follow_all(at=timezone.now())


@shared_task
def erase_needs(**_future_arguments: object) -> None:
    erasing.erase_needs(at=timezone.now())


@shared_task
def ask_for_declarations(**_future_arguments: object) -> None:
    independence.ask_all(at=timezone.now())


@shared_task
def seek_chairs(**_future_arguments: object) -> None:
    chairs.seek_all(at=timezone.now())


@shared_task
def shuffle_and_publish_pulse(**_future_arguments: object) -> None:
    pulse.shuffle_and_publish(at=timezone.now())


@shared_task
def queue_reminders(**_future_arguments: object) -> None:
    reminders.queue_reminders(at=timezone.now())


@shared_task
def read_calendar_replies(**_future_arguments: object) -> None:
    """Where there is a mailbox for it; else people answer by the link."""
    if settings.REPLY_MAILBOX_URL and settings.REPLY_ADDRESS:
        replies.read_mailbox(settings.REPLY_MAILBOX_URL, at=timezone.now())


@shared_task
def promise_reports(**_future_arguments: object) -> None:
    report.promise_reports(at=timezone.now())


@shared_task
def fix_reports(**_future_arguments: object) -> None:
    report.fix_reports(at=timezone.now())


@shared_task
def remind_of_polls(**_future_arguments: object) -> None:
    poll_clock.remind(at=timezone.now())


@shared_task
def ask_for_choices(**_future_arguments: object) -> None:
    poll_clock.owe_choices(at=timezone.now())
