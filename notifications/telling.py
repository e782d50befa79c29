"""Telling a member that something waits for her. Every app that writes to people does it by these words; what it may tell stands in its `notices.py`."""

from datetime import datetime
from uuid import UUID

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications import kinds
from notifications.outbox import Notice, enqueue
from terms.days import local_date


def notice(kind: str, *, to: Membership, subject: UUID, because: str, path: str) -> Notice:
    """`because` names the occasion: the same occasion is told to the same person once."""
    return Notice(key=f"{kind}:{subject}:{because}", kind=kind, recipient=to, path=path, subject=subject)


def tell(kind: str, *, to: Membership, subject: UUID, because: str, path: str, at: datetime) -> None:
    """Within the transaction of what happened. Of a kind that `stands_in` who is away does not miss it: who stands in for her is told."""
    person = stand_in(to, on=local_date(at)) if kinds.named(kind).stands_in else to
    tell_only(kind, to=person, subject=subject, because=because, path=path, at=at)


def tell_only(kind: str, *, to: Membership, subject: UUID, because: str, path: str, at: datetime) -> None:
    """The same for what is between few people: nobody who stands in is told."""
    enqueue(notice(kind, to=to, subject=subject, because=because, path=path), at=at)
