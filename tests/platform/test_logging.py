import json
import logging
import sys

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.views.debug import ExceptionReporter

from sleutelfiguren.logging import EventFormatter
from tests.factories.accounts import UserFactory
from tests.factories.signals import SECRET

ADDRESS = "noor@waterveen.example"


def line_of(kind, act):
    """The line that the log gets of what `act` raises, and the words of the error itself."""
    with pytest.raises(kind) as raised:
        act()
    about = (raised.type, raised.value, raised.tb)
    record = logging.getLogger("x").makeRecord("x", logging.ERROR, "here.py", 1, "it went wrong", (), about, extra={"secret": SECRET})
    return EventFormatter().format(record), str(raised.value)


def fail():
    raise ValueError(SECRET)


def test_a_line_is_json_with_the_kind_of_error_and_not_its_words():
    line, words = line_of(ValueError, fail)

    assert SECRET in words
    assert SECRET not in line
    assert json.loads(line)["message"] == "it went wrong"
    assert json.loads(line)["exc_info"].startswith("ValueError at ")


@pytest.mark.django_db
def test_an_error_of_postgres_repeats_no_row():
    UserFactory(email=ADDRESS)

    def again():
        with transaction.atomic():
            UserFactory(email=ADDRESS)

    line, words = line_of(IntegrityError, again)
    assert ADDRESS in words
    assert ADDRESS not in line


def test_an_error_report_shows_nothing_that_was_posted_or_held():
    request = RequestFactory().post("/meldingen/", {"saw": SECRET})

    def hold():
        held = SECRET
        return int(held[:0] or "x")

    with pytest.raises(ValueError, match="invalid literal") as raised:
        hold()
    report = ExceptionReporter(request, raised.type, raised.value, raised.tb).get_traceback_text()

    assert "saw" in report
    assert SECRET not in report
    assert sys.exc_info() == (None, None, None)
