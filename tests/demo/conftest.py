from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from demo.story import teller

TOLD_AT = datetime(2026, 6, 9, 12, 30, tzinfo=UTC)  # a Tuesday


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole demo municipality, told once for the tests of a file and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(EMAIL_BACKEND="demo.mailbox.DemoMailbox"):
            teller.tell_once(at=TOLD_AT)
        yield
        transaction.set_rollback(True)
