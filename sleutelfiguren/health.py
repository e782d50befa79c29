"""Is it alive, and can it work? For whoever watches over the machines: no log-in, no content, no secret."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from kombu.exceptions import OperationalError

from notifications.models import Heartbeat, Message, State
from sleutelfiguren.celery import app

BEAT_MAY_BE = timedelta(minutes=5)  # beat writes each minute
MESSAGE_MAY_WAIT = timedelta(hours=1)  # after the moment from which it may go
SECONDS_TO_CONNECT = 2

Answer = dict[str, object]


@require_GET
@never_cache
@login_not_required
def live(_request: HttpRequest) -> JsonResponse:
    """The process answers. Asks nothing of anybody, so a broken database does not make the web server restart."""
    return JsonResponse({"ok": True})


@require_GET
@never_cache
@login_not_required
def ready(_request: HttpRequest) -> JsonResponse:
    """200 when all of it works; 503 with what does not. Ages are in whole seconds."""
    at = timezone.now()
    checks = {name: _asked(check, at) for name, check in _CHECKS.items()}
    is_ready = all(check["ok"] for check in checks.values())
    return JsonResponse({"ok": is_ready, "checks": checks}, status=200 if is_ready else 503)


def _asked(check: Callable[[datetime], Answer], at: datetime) -> Answer:
    """A check that fails says with which kind of error, never with its words: those can hold content."""
    try:
        return check(at)
    except (DatabaseError, OperationalError, OSError) as problem:
        return {"ok": False, "problem": type(problem).__name__}


def _database(_at: datetime) -> Answer:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True}


def _migrations(_at: datetime) -> Answer:
    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    return {"ok": missing == 0, "missing": missing}


def _broker(_at: datetime) -> Answer:
    with app.connection_for_write(connect_timeout=SECONDS_TO_CONNECT) as broker:
        broker.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
    return {"ok": True}


def _beat(at: datetime) -> Answer:
    last = Heartbeat.objects.filter(name="beat").values_list("at", flat=True).first()
    age = at - last if last else None
    return {"ok": age is not None and age <= BEAT_MAY_BE, "age": int(age.total_seconds()) if age is not None else None}


def _messages(at: datetime) -> Answer:
    """The oldest message that could have gone already."""
    undelivered = Message.objects.filter(state__in=[State.WAITING, State.CLAIMED], not_before__lte=at)
    oldest = undelivered.aggregate(oldest=Min("not_before"))["oldest"]
    age = at - oldest if oldest else timedelta()
    return {"ok": age <= MESSAGE_MAY_WAIT, "oldest": int(age.total_seconds())}


_CHECKS: dict[str, Callable[[datetime], Answer]] = {
    "database": _database,
    "migrations": _migrations,
    "broker": _broker,
    "beat": _beat,
    "messages": _messages,
}
