"""Celery's worker and beat as threads of the web process, for one machine without Redis. Production runs them apart."""

import threading

from celery.beat import Scheduler, Service
from celery.worker import WorkController

from notifications.tasks import deliver_waiting, record_heartbeat
from sleutelfiguren.celery import app


def start() -> None:
    # Not Celery's own Worker: that sets signal handlers, which belong to the web server and to a main thread.
    worker = WorkController(app=app, pool="threads", concurrency=2, without_gossip=True, without_mingle=True, without_heartbeat=True)
    threading.Thread(target=worker.start, name="celery worker", daemon=True).start()
    beat = Service(app, scheduler_cls=Scheduler, max_interval=5)
    threading.Thread(target=beat.start, kwargs={"embedded_process": True}, name="celery beat", daemon=True).start()
    record_heartbeat.delay()
    deliver_waiting.delay()
