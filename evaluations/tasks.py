"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from evaluations.actions import counting, sheet


@shared_task
def seal_and_count(**_future_arguments: object) -> None:
    """First what is over, so that nothing is sealed anew that is counted in the same hour."""
    counting.count_all(at=timezone.now())
    sheet.shuffle_all(at=timezone.now())
