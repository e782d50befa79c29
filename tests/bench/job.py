"""One run of a job in a process of its own: `python -m tests.bench.job reminders`. Prints count, seconds and peak memory in MB."""

import json
import resource
import sys
import time

import django

django.setup()

from django.utils import timezone

from keyfigures.actions import erasing, mix
from notifications import reminders
from signals import retention

JOBS = {
    "reminders": reminders.queue_clock_reminders,
    "purge": retention.purge_expired,
    "erase": erasing.erase_expired,
    "mix": mix.freeze_all,
}

if __name__ == "__main__":
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.perf_counter()
    count = JOBS[sys.argv[1]](at=timezone.now())
    seconds = time.perf_counter() - began
    print(json.dumps({"count": count, "seconds": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "before": before}))
