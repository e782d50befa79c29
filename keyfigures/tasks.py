"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from keyfigures import renewal
from keyfigures.actions import background, erasing, joining, mix, stages


@shared_task
def delete_expired_interests(**_future_arguments: object) -> None:
    joining.delete_expired_interests(at=timezone.now())


@shared_task
def give_contact_persons(**_future_arguments: object) -> None:
    stages.give_contact_persons(at=timezone.now())


@shared_task
def erase_expired(**_future_arguments: object) -> None:
    erasing.erase_expired(at=timezone.now())


@shared_task
def warn_before_profile_goes(**_future_arguments: object) -> None:
    erasing.warn_before_profile_goes(at=timezone.now())


@shared_task
def count_the_mix(**_future_arguments: object) -> None:
    mix.freeze_all(at=timezone.now())


@shared_task
def open_envelopes(**_future_arguments: object) -> None:
    background.open_envelopes()


@shared_task
def ask_for_new_confirmations(**_future_arguments: object) -> None:
    renewal.ask_all(at=timezone.now())
