"""One run of a job in a process of its own: `python -m tests.bench.job reminders`. Prints count, seconds and peak memory in MB."""

import json
import os
import resource
import sys
import time
from datetime import datetime

import django

django.setup()

from django.utils import timezone

from approach.actions import freezing
from evaluations.actions import rounds, sheet
from keyfigures.actions import erasing, mix
from notifications import delivery, reminders
from signals import retention


def deliver(*, at: datetime) -> int:
    """To a real mail server that takes everything, in this process."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Sink
    from django.test.utils import override_settings

    server = Controller(Sink(), hostname="127.0.0.1", port=int(os.environ.get("BENCH_SMTP", "8925")))
    server.start()
    try:
        with override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST=server.hostname, EMAIL_PORT=server.port):
            return delivery.deliver_waiting(at=at)
    finally:
        server.stop()


def seal(*, at: datetime) -> int:
    """All sheets that were sent, anew; as many as there are."""
    from evaluations.models.sheet import Sheet

    sheet.shuffle_all(at=at)
    return Sheet.objects.count()


JOBS = {
    "deliver": deliver,
    "open": rounds.open_due,
    "seal": seal,
    "reminders": reminders.queue_clock_reminders,
    "purge": retention.purge_expired,
    "erase": erasing.erase_expired,
    "mix": mix.freeze_all,
    "freeze": freezing.freeze_all,
}

if __name__ == "__main__":
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.perf_counter()
    count = JOBS[sys.argv[1]](at=timezone.now())
    seconds = time.perf_counter() - began
    print(json.dumps({"count": count, "seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "before": before}))
