"""Sealing and opening the texts of a report, and erasing them. The only place that touches SealedText's content."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from accounts import sealing
from accounts.models import Membership
from signals.models import ConcernReport, Purpose, ReportEvent, SealedText
from terms.days import local_date

Content = str | bool | list[str]


def sealed(
    report: ConcernReport, content: Content, *, purpose: Purpose, author: Membership | None, at: datetime, name: str = "",
) -> SealedText:
    """A row, not saved yet. It is erased after the days that the municipality keeps text, 28 at most (calendar days)."""
    row = SealedText(
        uuid=uuid4(),
        report=report,
        purpose=purpose,
        name=name,
        author=author,
        at=at,
        purge_on=local_date(at) + timedelta(days=report.municipality.sealed_text_days),
    )
    sealing.seal_into(row, json.dumps(content, ensure_ascii=False))
    return row


def add(
    report: ConcernReport, content: Content, *, purpose: Purpose, author: Membership | None, at: datetime, name: str = "",
) -> SealedText:
    """The same row, saved."""
    row = sealed(report, content, purpose=purpose, author=author, at=at, name=name)
    row.save(force_insert=True)
    return row


def opened(row: SealedText | None) -> Content | None:
    """The content, or None when it is erased or cannot be opened; the latter raises the alarm in the log."""
    if row is None or row.purged_at is not None:
        return None
    text = sealing.plain_or_alarm(row)
    if text is None:
        return None
    content: Content = json.loads(text)
    return content


def purge(report: ConcernReport, *, at: datetime) -> int:
    """Erase every text of this report now; returns how many."""
    return SealedText.objects.readable().filter(report=report).update(sealed=b"", key_id="", purged_at=at)


def proofs(purged: Iterable[tuple[ConcernReport, int]], *, at: datetime) -> None:
    """That texts of a report were erased, and how many: what the job leaves behind."""
    ReportEvent.objects.bulk_create(
        ReportEvent(report=report, step="purge", from_state=report.state, to_state=report.state, at=at, detail=str(count)) for report, count in purged
    )
