"""What every change of the register of support does: nobody overwrites a colleague, and the log says that something changed, never what."""

from datetime import datetime

from accounts.models import Membership
from approach import log_verbs
from approach.actions import Meanwhile
from approach.models.support import Budget, Decision, KnownDate, Moment, PortfolioHolder
from audit import log

Row = Decision | PortfolioHolder | Budget | Moment | KnownDate


def check_version(row: Row, version: int) -> None:
    """Of a row that is locked: it is still what she saw."""
    if row.edits != version:
        raise Meanwhile


def save(row: Row, *, by: Membership, at: datetime) -> None:
    row.edits += 1
    row.save()
    changed(row, by=by, at=at)


def changed(row: Row, *, by: Membership, at: datetime) -> None:
    log.record(log_verbs.SUPPORT_CHANGED, at=at, actor=by, kind=row._meta.label_lower, subject=row.uuid)  # noqa: SLF001  Django's documented way
