"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from evaluations.actions import counting, erasing, finishing, rhythm, rounds, sheet


@shared_task
def seal_and_count(**_future_arguments: object) -> None:
    """First what is over, so that nothing is sealed anew that is counted in the same hour."""
    counting.count_all(at=timezone.now())
    sheet.shuffle_all(at=timezone.now())


@shared_task
def hold_rounds(**_future_arguments: object) -> None:
    """First what is over: one survey of a municipality is open at a time."""
    rounds.close_due(at=timezone.now())
    rounds.open_due(at=timezone.now())
    finishing.open_due(at=timezone.now())
    rounds.remind_due(at=timezone.now())


@shared_task
def follow_rhythm(**_future_arguments: object) -> None:
    rhythm.follow_all(at=timezone.now())


@shared_task
def erase_words(**_future_arguments: object) -> None:
    erasing.erase_words(at=timezone.now())
