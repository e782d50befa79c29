"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from approach.actions import warning


@shared_task
def warn_of_dates(**_future_arguments: object) -> None:
    warning.warn_all(at=timezone.now())
