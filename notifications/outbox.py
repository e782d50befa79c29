"""The outbox: the only door by which the application tells somebody something.

`enqueue` runs in the transaction of the act itself, so a message exists exactly when the act does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from accounts.models import Membership, Municipality
from accounts.prepared import PreparedInsert
from notifications import kinds
from notifications.models import Frequency, Message, Necessity, Preference, State
from notifications.quiet import Hours, first_allowed, next_digest
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What to tell. `key` names the promise to tell: the same key and recipient is told once, for ever.

    `language`: of who reads at `address`, where it is known; a recipient has her own.
    """

    key: str
    kind: str
    recipient: Membership | None
    path: str
    subject: UUID | None = None
    clock: Clock | None = None
    address: str = ""
    language: str = ""
    municipality: Municipality | None = None


def _hours(preference: Preference | None) -> Hours:
    if preference is None or preference.quiet_from is None or preference.quiet_until is None:
        return Hours()
    return Hours(preference.quiet_from, preference.quiet_until)


def _row(notice: Notice, *, at: datetime, preference: Preference | None) -> Message:
    kind = kinds.named(notice.kind)
    frequency = preference.frequency if preference else Frequency.AT_ONCE
    not_before = at
    if kind.necessity == Necessity.REMINDER and frequency == Frequency.DAILY:
        not_before = next_digest(at)
    elif kind.quiet and notice.recipient is not None:
        not_before = first_allowed(at, _hours(preference))
    unwanted = kind.necessity == Necessity.REMINDER and frequency == Frequency.NECESSARY
    return Message(
        key=notice.key,
        kind=notice.kind,
        necessity=kind.necessity,
        recipient=notice.recipient,
        address=notice.address,
        language=notice.language,
        municipality_id=notice.recipient.municipality_id if notice.recipient else getattr(notice.municipality, "pk", None),
        path=notice.path,
        subject=notice.subject,
        clock=notice.clock,
        state=State.CANCELLED if unwanted else State.WAITING,
        queued_at=at,
        not_before=not_before,
    )


def _preferences(notices: Iterable[Notice]) -> dict[int, Preference]:
    """How these people want to be told, by member; asked of the database only where it matters and is not known yet."""
    known: dict[int, Preference] = {}
    unknown = []
    for notice in notices:
        kind, member = kinds.named(notice.kind), notice.recipient
        if member is None or not (kind.quiet or kind.necessity == Necessity.REMINDER):
            continue
        if Membership.message_preference.is_cached(member):
            preference = getattr(member, "message_preference", None)
            known |= {member.pk: preference} if preference else {}
        else:
            unknown.append(member.pk)
    return known | {row.member_id: row for row in (Preference.objects.filter(member__in=unknown) if unknown else ())}


_insert = PreparedInsert(Message, ignore_conflicts=True)


def enqueue(*notices: Notice, at: datetime) -> None:
    """Promise to tell: at most two statements for any number of notices. What was promised before stays as it was."""
    if not notices:
        return
    preferences = _preferences(notices)
    rows = [
        _row(notice, at=at, preference=preferences.get(notice.recipient.pk) if notice.recipient else None)
        for notice in notices
    ]
    _insert(rows)
    transaction.on_commit(_deliver_soon, robust=True)


def _deliver_soon() -> None:
    from notifications.tasks import wake_delivery  # noqa: PLC0415  tasks stand above the outbox and import it

    wake_delivery()


def cancel(*, subject: UUID, kinds_of: Iterable[str]) -> None:
    """What still waits about `subject` need not be told any more."""
    Message.objects.filter(subject=subject, kind__in=list(kinds_of), state=State.WAITING).update(state=State.CANCELLED)
