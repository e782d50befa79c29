"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from meetings.actions import erasing, independence, pulse, rhythm


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
def shuffle_and_publish_pulse(**_future_arguments: object) -> None:
    pulse.shuffle_and_publish(at=timezone.now())
