"""What the clock asks of this app."""

from celery import shared_task
from django.utils import timezone

from accounts import actions, forgetting


@shared_task
def delete_expired_invitations(**_future_arguments: object) -> None:
    actions.delete_expired_invitations(at=timezone.now())


@shared_task
def forget_people_and_traces(**_future_arguments: object) -> None:
    forgetting.forget_people_who_left(at=timezone.now())
    forgetting.forget_old_sessions(at=timezone.now())
    forgetting.forget_old_history(at=timezone.now())
