"""Two real threads, each with a connection of its own, held back until both are ready."""

import threading
import time
from uuid import uuid4

import pytest
from django.db import connection, transaction

from notifications.models import Message
from signals import actions
from signals.models import ConcernReport, Feedback, ReportEvent
from signals.workflow import StepNotAllowed
from tests.factories.accounts import MembershipFactory, MunicipalityFactory
from tests.factories.signals import AT, bring_to, file_one
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people():
    waterveen = MunicipalityFactory(name="Waterveen", slug="waterveen", may_store=True, second_reader=False)
    ilse, joost = (MembershipFactory(official=True, municipality=waterveen, user__name=name) for name in ("Ilse", "Joost"))
    return MembershipFactory(key_figure=True, municipality=waterveen, user__name="Noor"), ilse, joost


def test_two_officials_take_on_one_report(people):
    noor, ilse, joost = people
    report = file_one(noor)

    results = at_once(*(lambda who=who: actions.take_on(report, actor=who, at=AT) for who in (ilse, joost)))

    refused = [each for each in results if isinstance(each, StepNotAllowed)]
    assert len(refused) == 1
    assert results.count(None) == 1
    assert ReportEvent.objects.filter(step="take_on").count() == 1
    assert refused[0].by == ConcernReport.objects.get().contact_person.name


def test_the_same_form_sent_twice_at_once_is_one_report(people):
    noor, _ilse, _joost = people
    submission = uuid4()

    results = at_once(*[lambda: file_one(noor, submission=submission)] * 2)

    assert {each.number for each in results} == {"2026-0001"}
    assert ConcernReport.objects.count() == 1
    assert Message.objects.filter(kind="signals.receipt").count() == 1


def test_numbers_have_no_gap_and_no_double(people):
    noor, _ilse, _joost = people
    noor.municipality.reports_per_hour = noor.municipality.reports_per_day = 50
    noor.municipality.save()

    at_once(*[lambda: file_one(noor)] * 8)

    assert sorted(ConcernReport.objects.values_list("sequence", flat=True)) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_two_answers_at_once_keep_the_promise_once(people):
    noor, ilse, joost = people
    report = bring_to(file_one(noor), "contacted", official=ilse)
    noor.municipality.second_reader = True
    noor.municipality.save()

    results = at_once(
        *(lambda who=who: actions.give_feedback(report, actor=who, at=AT, sentences=[], text="wij bellen u") for who in (ilse, joost)),
    )

    assert sum(isinstance(each, StepNotAllowed) for each in results) == 1
    assert Feedback.objects.count() == 1


def test_withdrawing_and_answering_at_once_never_leaves_half(people):
    noor, ilse, _joost = people
    report = bring_to(file_one(noor), "contacted", official=ilse)

    at_once(
        lambda: actions.withdraw(report, actor=noor, at=AT),
        lambda: actions.give_feedback(report, actor=ilse, at=AT, sentences=["thanks"]),
    )

    row = ConcernReport.objects.get()
    assert row.state == "withdrawn"
    assert not row.texts.filter(purged_at=None).exists()
    assert row.next_due_at is None


def test_a_message_that_waited_for_a_hand_over_reaches_the_new_contact_person(people):
    noor, ilse, _joost = people
    joke = MembershipFactory(official=True, municipality=noor.municipality, user__name="Joke")
    report, results = file_one(noor), []

    def send():
        try:
            results.append(actions.send_message(report, actor=noor, at=AT, text="Er is nog iets."))
        except Exception as problem:  # noqa: BLE001  handed to the test
            results.append(problem)
        finally:
            connection.close()

    with transaction.atomic():
        actions.hand_over(report, actor=ilse, at=AT, to=joke, reason="Ik ben weg.")
        sender = threading.Thread(target=send)
        sender.start()
        wait_until_somebody_waits_for_a_lock()
    sender.join(timeout=30)

    assert results == [None]
    assert Message.objects.get(kind="signals.reporter_news").recipient == joke


def wait_until_somebody_waits_for_a_lock():
    for _attempt in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    pytest.fail("nobody waits")
