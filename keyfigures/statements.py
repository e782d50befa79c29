"""Texts of a reconsideration or a complaint: sealed, opened for who may read them, and erased. The only place that touches their content."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from accounts import sealing
from accounts.models import Membership
from keyfigures.models.reconsideration import SealedStatement
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One text as it is read. `instead` says why there is none: erased, or no key opens it."""

    purpose: str
    title: str
    text: str
    instead: str
    author: str
    at: datetime
    is_hers: bool


def add(subject: UUID, text: str, *, purpose: SealedStatement.Purpose, author: Membership, at: datetime) -> SealedStatement:
    row = SealedStatement(uuid=uuid4(), municipality=author.municipality, subject=subject, purpose=purpose, author=author, at=at)
    sealing.seal_into(row, text)
    row.save(force_insert=True)
    return row


def erase(subject: UUID, *, at: datetime, purposes: Iterable[SealedStatement.Purpose] | None = None) -> int:
    """Now, not after a year; returns how many texts."""
    rows = SealedStatement.objects.about(subject).filter(purged_at=None)
    if purposes is not None:
        rows = rows.filter(purpose__in=list(purposes))
    return rows.update(sealed=b"", key_id="", purged_at=at)


def readable(subject: UUID, *, herself: Membership, words: Words) -> list[Statement]:
    """Every text about it, oldest first; one statement. A text that no key opens raises the alarm and leaves the rest readable."""
    return [_opened(row, herself, words) for row in SealedStatement.objects.about(subject).in_order()]


def _opened(row: SealedStatement, herself: Membership, words: Words) -> Statement:
    text, instead = None, ""
    if row.purged_at is not None:
        instead = _("The text was erased on %(day)s.") % {"day": words.day(row.purged_at)}
    else:
        text = sealing.plain_or_alarm(row)
        instead = "" if text is not None else _("The text cannot be shown now. The administrator was told.")
    return Statement(
        purpose=row.purpose,
        title=str(SealedStatement.Purpose(row.purpose).label),
        text=text or "",
        instead=instead,
        author=row.author.name if row.author else _("Somebody"),
        at=row.at,
        is_hers=row.author_id == herself.pk,
    )
