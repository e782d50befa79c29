from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from audit.log import record
from audit.models import Entry
from audit.retention import delete_old_entries
from audit.tasks import delete_old_entries as task
from tests.factories.accounts import MembershipFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 9, 10, tzinfo=UTC)


def test_a_line_says_who_did_what_to_what_when_and_why():
    actor, subject = MembershipFactory(official=True), uuid4()

    entry = record("open", at=AT, actor=actor, kind="signals.concernreport", subject=subject, reason="Ik neem over")

    assert (entry.municipality, entry.actor, entry.at, entry.reason) == (actor.municipality, actor, AT, "Ik neem over")
    assert list(Entry.objects.about("signals.concernreport", subject)) == [entry]
    assert str(entry) == f"open signals.concernreport {subject}"


def test_a_line_of_a_job_has_numbers_and_no_actor():
    municipality = MunicipalityFactory()

    entry = record("purge", at=AT, actor=None, kind="signals.sealedtext", municipality=municipality, numbers={"texts": 7})

    assert (entry.actor, entry.municipality, entry.numbers) == (None, municipality, {"texts": 7})


@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_line_is_neither_changed_nor_deleted(change):
    entry = record("open", at=AT, actor=MembershipFactory(), kind="signals.concernreport")

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(reason="anders") if change == "update" else entry.delete()


def test_who_acted_belongs_to_the_municipality_of_the_line():
    def record_elsewhere():
        record("open", at=AT, actor=MembershipFactory(), kind="signals.concernreport", municipality=MunicipalityFactory())
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError), transaction.atomic():
        record_elsewhere()


def test_lines_go_after_three_years_by_the_job_and_not_before():
    actor = MembershipFactory()
    record("open", at=AT - timedelta(days=3 * 365, seconds=1), actor=actor, kind="signals.concernreport")
    young = record("open", at=AT - timedelta(days=3 * 365), actor=actor, kind="signals.concernreport")

    assert delete_old_entries(at=AT) == 1
    assert list(Entry.objects.all()) == [young]


def test_the_task_does_it():
    record("open", at=datetime(2020, 1, 1, tzinfo=UTC), actor=MembershipFactory(), kind="signals.concernreport")

    task(unknown_to_this_version=1)

    assert not Entry.objects.exists()


def test_after_the_job_the_trigger_is_on_again():
    entry = record("open", at=AT, actor=MembershipFactory(), kind="signals.concernreport")
    delete_old_entries(at=AT)

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        entry.delete()
