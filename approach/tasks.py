"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from approach.actions import freezing, warning


@shared_task
def warn_of_dates(**_future_arguments: object) -> None:
    warning.warn_all(at=timezone.now())


@shared_task
def freeze_figures(**_future_arguments: object) -> None:
    freezing.freeze_all(at=timezone.now())
