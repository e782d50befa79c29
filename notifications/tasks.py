"""The clock turned into calls."""

import logging
import time

from celery import shared_task
from django.db import DatabaseError
from django.utils import timezone
from kombu.exceptions import OperationalError

from notifications import delivery, failures, reminders, retention
from notifications.models import Heartbeat

log = logging.getLogger(__name__)

WAKE_SECONDS = 1
_wake = {"asked": -float("inf")}  # when this process asked last, by the clock that never goes back


@shared_task
def deliver_waiting(**_future_arguments: object) -> None:
    delivery.deliver_waiting(at=timezone.now())


@shared_task
def queue_clock_reminders(**_future_arguments: object) -> None:
    reminders.queue_clock_reminders(at=timezone.now())


@shared_task
def send_failure_summary(**_future_arguments: object) -> None:
    failures.send_summary(at=timezone.now())


@shared_task
def delete_old_messages(**_future_arguments: object) -> None:
    retention.delete_old_messages(at=timezone.now())


@shared_task
def record_heartbeat(**_future_arguments: object) -> None:
    try:
        Heartbeat.objects.update_or_create(name="beat", defaults={"at": timezone.now()})
    except DatabaseError:
        log.warning("no heartbeat: the database did not answer")


def wake_delivery() -> None:
    """Ask a worker to deliver a moment later. Who asks within that moment is served by the same run.

    Without a broker the message waits for the next beat; the request goes on.
    """
    now = time.monotonic()
    if now < _wake["asked"] + WAKE_SECONDS:
        return
    _wake["asked"] = now
    try:
        deliver_waiting.apply_async(countdown=WAKE_SECONDS, expires=60)
    except (OperationalError, OSError):
        log.warning("the broker did not answer; messages wait for the next beat")
