import json
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from notifications.models import Heartbeat
from notifications.outbox import Notice, enqueue
from sleutelfiguren.celery import app
from tests.factories.accounts import MembershipFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def beating():
    Heartbeat.objects.create(name="beat", at=timezone.now())


def ready(client):
    answer = client.get("/health/ready/")
    return answer.status_code, json.loads(answer.content)["checks"]


def test_live_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/health/live/").status_code == 200


def test_all_is_well(client, beating):
    status, checks = ready(client)

    assert status == 200
    assert {name: check["ok"] for name, check in checks.items()} == dict.fromkeys(["database", "migrations", "broker", "beat", "messages"], True)


def test_a_beat_that_stopped(client):
    assert ready(client)[1]["beat"] == {"ok": False, "age": None}
    Heartbeat.objects.create(name="beat", at=timezone.now() - timedelta(minutes=6))
    status, checks = ready(client)

    assert status == 503
    assert checks["beat"]["age"] == 360


def test_a_message_that_does_not_go(client, beating):
    at = timezone.now() - timedelta(hours=2)
    enqueue(Notice(key="x", kind="signals.receipt", recipient=MembershipFactory(key_figure=True), path="/"), at=at)
    status, checks = ready(client)

    assert status == 503
    assert 7200 <= checks["messages"]["oldest"] < 7210


def test_a_broker_that_is_away(client, beating):
    before = app.conf.broker_url
    app.conf.broker_url = "redis://127.0.0.1:1/0"
    try:
        status, checks = ready(client)
    finally:
        app.conf.broker_url = before

    assert status == 503
    assert checks["broker"] == {"ok": False, "problem": "OperationalError"}


def test_a_migration_that_was_not_done(client, beating):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations WHERE app = 'signals') RETURNING name")
        (last,) = cursor.fetchone()
    try:
        status, checks = ready(client)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('signals', %s, now())", [last])

    assert (status, checks["migrations"]) == (503, {"ok": False, "missing": 1})


def test_it_tells_no_secret(client, settings):
    body = client.get("/health/ready/").content.decode()

    for secret in (settings.SECRET_KEY, settings.DATABASES["default"]["NAME"], settings.SEALED_TEXT_KEYS[0]):
        assert secret not in body
