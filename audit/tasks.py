from celery import shared_task
from django.utils import timezone

from audit import retention


@shared_task
def delete_old_entries(**_future_arguments: object) -> None:
    retention.delete_old_entries(at=timezone.now())
