"""Erasing what is over its time. Batches that lock their rows: a job can stop anywhere, and two do not meet."""

from collections import Counter
from datetime import datetime, timedelta

import pgtrigger
from django.contrib.postgres.functions import RandomUUID
from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts.models import Municipality
from audit import log
from notifications.outbox import enqueue
from signals import notices, sealed_texts
from signals.access import KIND, PURGED
from signals.models import AccessGrant, ConcernReport, Feedback, ReportEvent, SealedText
from signals.workflow import OPEN
from terms import clocks
from terms.calendar import calendar_of
from terms.days import local_date

BATCH = 1000  # rows of text, or reports, that one transaction holds
KEEP_PEOPLE = timedelta(days=365)  # after a report ended nobody can see any more who was in it
WARN_BEFORE = 3  # working days


def purge_expired(*, at: datetime) -> int:
    """Erase every text whose day has come; returns how many. What stays is that it was, and a proof per report."""
    erased = 0
    while count := _purge_batch(at):
        erased += count
    return erased


@transaction.atomic
def _purge_batch(at: datetime) -> int:
    due = SealedText.objects.to_purge(local_date(at)).order_by("purge_on", "pk")
    rows = list(due.select_for_update(skip_locked=True).values_list("pk", "report_id")[:BATCH])
    SealedText.objects.filter(pk__in=[pk for pk, _report in rows]).update(sealed=b"", key_id="", purged_at=at)
    counts = Counter(report for _pk, report in rows)
    reports = ConcernReport.objects.select_related("municipality").in_bulk(list(counts))
    sealed_texts.proofs([(reports[pk], count) for pk, count in counts.items()], at=at)
    _tell_privacy_officers(reports, counts, at)
    return len(rows)


def _tell_privacy_officers(reports: dict[int, ConcernReport], counts: Counter[int], at: datetime) -> None:
    """One line in the log of each municipality: how many, without which."""
    of_municipality: dict[Municipality, list[int]] = {}
    for pk, count in counts.items():
        of_municipality.setdefault(reports[pk].municipality, []).append(count)
    for municipality, texts in of_municipality.items():
        log.record(PURGED, at=at, actor=None, kind=KIND, municipality=municipality, numbers={"texts": sum(texts), "reports": len(texts)})


def warn_before_purge(*, at: datetime) -> int:
    """Tell the contact person of an open report three working days before its text goes; returns how many reports.

    Told once per report and day of erasing, also when the job runs more often or missed some days.
    """
    today = local_date(at)
    longest = today + timedelta(days=14)  # three working days are never further away
    soon = SealedText.objects.readable().filter(report=OuterRef("pk"), purge_on__lte=longest, purpose="answer")
    reports = ConcernReport.objects.filter(Exists(soon), state__in=OPEN).for_detail().order_by("pk")
    warned = 0
    for report in reports.iterator(chunk_size=BATCH):
        purge_on = report.texts.readable().filter(purpose="answer").order_by("purge_on").values_list("purge_on", flat=True).first()
        if purge_on is not None and calendar_of(report.municipality).between(today, purge_on) <= WARN_BEFORE:
            notice = notices.notice(notices.PURGE_SOON, report, to=notices.handler_of(report, at=at), because=f"purge-{purge_on.isoformat()}")
            with transaction.atomic():
                enqueue(notice, at=at)
            warned += 1
    return warned


def anonymise_old(*, at: datetime) -> int:
    """A year after a report ended only number, dates, outcome and counts are left; returns how many reports."""
    done = 0
    while count := _anonymise_batch(at):
        done += count
    return done


@transaction.atomic
def _anonymise_batch(at: datetime) -> int:
    old = ConcernReport.objects.filter(closed_at__lt=at - KEEP_PEOPLE, anonymised_at=None).order_by("closed_at", "pk")
    reports = dict(old.select_for_update(skip_locked=True).values_list("pk", "uuid")[:BATCH])
    if not reports:
        return 0
    pks = list(reports)
    SealedText.objects.readable().filter(report__in=pks).update(sealed=b"", key_id="", purged_at=at)
    SealedText.objects.filter(report__in=pks).update(author=None)
    Feedback.objects.filter(report__in=pks).update(author=None, approved_by=None)
    AccessGrant.objects.filter(report__in=pks).delete()
    # The only place that may pass this trigger: who took a step is forgotten, that it was taken stays.
    with pgtrigger.ignore("signals.ReportEvent:append_only"):
        ReportEvent.objects.filter(report__in=pks).update(actor=None)
    clocks.forget(reports.values(), at=at)
    # A new public id cuts what the log still says about the old one.
    ConcernReport.objects.filter(pk__in=pks).update(
        uuid=RandomUUID(), submission=None, reporter=None, entered_by=None, contact_person=None, deputy=None, anonymised_at=at,
    )
    return len(pks)
