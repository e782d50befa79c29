from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from audit.models import Entry
from notifications.models import Message
from signals import actions, reading, retention
from signals.models import ConcernReport, ReportEvent, SealedText
from terms.models import Clock
from tests.factories.signals import AT, SECRET, bring_to, file_one

DAY = timedelta(days=1)


def fresh(report):
    return ConcernReport.objects.for_detail().get(pk=report.pk)


class TestPurge:
    def test_after_28_days_the_text_is_gone_and_the_rest_is_there(self, report, noor):
        assert retention.purge_expired(at=AT + 27 * DAY) == 0
        assert reading.readable(report, noor).answers["saw"] == SECRET

        assert retention.purge_expired(at=AT + 28 * DAY) == 10
        text = reading.readable(fresh(report), noor)
        assert (text.answers, text.is_unreadable, text.purged_at) == ({}, False, AT + 28 * DAY)
        assert (fresh(report).number, fresh(report).received_at) == ("2026-0001", AT)

    def test_a_municipality_can_keep_it_shorter(self, noor, ilse, waterveen):
        waterveen.sealed_text_days = 7
        waterveen.save()
        report = file_one(noor)

        assert set(report.texts.values_list("purge_on", flat=True)) == {date(2026, 6, 16)}

    def test_each_text_has_its_own_day(self, report, noor):
        actions.send_message(report, actor=noor, at=AT + 10 * DAY, text="Nog iets.")
        retention.purge_expired(at=AT + 28 * DAY)

        assert [each.text for each in reading.readable(fresh(report), noor).messages] == ["Nog iets."]

    def test_it_leaves_a_proof_without_content(self, report, waterveen):
        retention.purge_expired(at=AT + 28 * DAY)

        assert ReportEvent.objects.get(report=report, step="purge").detail == "10"
        line = Entry.objects.get(verb="signals.purged")
        assert (line.municipality, line.actor, line.numbers) == (waterveen, None, {"texts": 10, "reports": 1})

    def test_in_batches_that_can_stop_anywhere(self, noor, ilse, monkeypatch):
        for _each in range(3):
            file_one(noor)
        monkeypatch.setattr(retention, "BATCH", 7)

        assert retention._purge_batch(AT + 28 * DAY) == 7
        assert SealedText.objects.readable().count() == 23
        assert retention.purge_expired(at=AT + 29 * DAY) == 23
        assert retention.purge_expired(at=AT + 29 * DAY) == 0

    def test_postgres_keeps_no_half_erased_text(self, report):
        with pytest.raises(IntegrityError), transaction.atomic():
            SealedText.objects.filter(report=report, name="saw").update(purged_at=AT)


class TestWarning:
    def test_three_working_days_before_and_once(self, report, ilse):
        # It goes on Tuesday 7 July; three working days before is Thursday 2 July.
        assert retention.warn_before_purge(at=AT + 22 * DAY) == 0
        for _run in range(2):
            retention.warn_before_purge(at=AT + 23 * DAY)

        assert list(Message.objects.filter(kind="signals.purge_soon").values_list("recipient", flat=True)) == [ilse.pk]

    def test_a_report_that_ended_warns_nobody(self, report, noor):
        actions.withdraw(report, actor=noor, at=AT + DAY)

        assert retention.warn_before_purge(at=AT + 27 * DAY) == 0


class TestAnonymise:
    def test_a_year_after_its_end_nobody_is_in_it(self, report, ilse):
        bring_to(report, "closed", official=ilse)
        closed_at = fresh(report).closed_at
        before = report.uuid

        assert retention.anonymise_old(at=closed_at + 365 * DAY) == 0
        assert retention.anonymise_old(at=closed_at + 366 * DAY) == 1

        row = ConcernReport.objects.get(pk=report.pk)
        assert (row.number, row.outcome, row.received_at) == ("2026-0001", "advice_given", AT)
        assert [row.reporter, row.contact_person, row.deputy, row.entered_by, row.submission] == [None] * 5
        assert row.uuid != before
        assert set(ReportEvent.objects.filter(report=row).values_list("actor", flat=True)) == {None}
        assert set(row.texts.values_list("author", flat=True)) == {None}
        assert not row.texts.filter(purged_at=None).exists()
        assert not Clock.objects.filter(subject=before).exists()
        assert set(Clock.objects.values_list("waiter", flat=True)) == {None}
        assert Clock.objects.filter(kept_at__isnull=False).count() == 3

    def test_again_does_nothing(self, report, ilse):
        bring_to(report, "closed", official=ilse)

        assert [retention.anonymise_old(at=AT + 400 * DAY) for _each in range(2)] == [1, 0]

    def test_an_open_report_stays_whole_however_old(self, report):
        assert retention.anonymise_old(at=AT + 800 * DAY) == 0


def test_events_cannot_be_changed_or_taken_away(report):
    for act in (lambda: ReportEvent.objects.update(detail="x"), lambda: ReportEvent.objects.all().delete()):
        with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
            act()
