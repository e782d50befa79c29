"""What the clock asks of this app."""

import logging

from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from approach.actions import freezing, making, warning

log = logging.getLogger(__name__)


@shared_task
def warn_of_dates(**_future_arguments: object) -> None:
    warning.warn_all(at=timezone.now())


@shared_task
def freeze_figures(**_future_arguments: object) -> None:
    freezing.freeze_all(at=timezone.now())


@shared_task
def make_reports(**_future_arguments: object) -> None:
    making.make_all()


def wake_making() -> None:
    """Ask a worker to begin now. Without a broker the report waits for the next beat; the request goes on."""
    try:
        make_reports.apply_async(expires=60)
    except (OperationalError, OSError):
        log.warning("the broker did not answer; reports wait for the next beat")
