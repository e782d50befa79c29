"""The clock turned into calls."""

from celery import shared_task
from django.utils import timezone

from signals import drafts, retention


@shared_task
def purge_expired(**_future_arguments: object) -> None:
    retention.purge_expired(at=timezone.now())
    drafts.delete_expired(at=timezone.now())


@shared_task
def warn_before_purge(**_future_arguments: object) -> None:
    retention.warn_before_purge(at=timezone.now())


@shared_task
def anonymise_old(**_future_arguments: object) -> None:
    retention.anonymise_old(at=timezone.now())
