"""Delivery: claim, commit, send, mark. A crash between send and mark repeats a mail rather than losing it.

A claim is a promise to send within CLAIM_LASTS; a claim older than that is somebody who died, and is taken again.
"""

import logging
import smtplib
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import groupby

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet

from notifications import kinds, mail
from notifications.models import Frequency, Message, Necessity, State
from terms.days import local_date

log = logging.getLogger(__name__)

BATCH = 20
CLAIM_LASTS = timedelta(minutes=10)
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360))


@transaction.atomic
def claim(*, worker: uuid.UUID, at: datetime) -> list[Message]:
    """Take up to BATCH messages that nobody else has. Committed before anything is sent."""
    free = Q(state=State.WAITING, not_before__lte=at) | Q(state=State.CLAIMED, claimed_at__lt=at - CLAIM_LASTS)
    rows = list(Message.objects.filter(free).select_for_update(skip_locked=True).order_by("not_before", "pk")[:BATCH])
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.CLAIMED, claimed_at=at, claimed_by=worker)
    related = Message.objects.filter(pk__in=[row.pk for row in rows], claimed_by=worker)
    return list(related.select_related("recipient__user", "recipient__message_preference", "municipality", "clock").order_by("pk"))


def _is_wanted(message: Message, at: datetime) -> bool:
    if message.recipient is not None and not message.recipient.is_active_on(local_date(at)):
        return False
    return kinds.named(message.kind).still_wanted(message)


def _is_daily(message: Message) -> bool:
    preference = getattr(message.recipient, "message_preference", None)
    return message.necessity == Necessity.REMINDER and preference is not None and preference.frequency == Frequency.DAILY


def _bundles(messages: Iterable[Message]) -> list[list[Message]]:
    """Messages that go together: those of one person who wants one mail a day; the others each by themselves."""
    daily = sorted((m for m in messages if _is_daily(m)), key=lambda m: m.recipient_id or 0)
    bundled = [list(group) for _who, group in groupby(daily, key=lambda m: m.recipient_id)]
    return bundled + [[m] for m in messages if not _is_daily(m)]


def _mine(messages: list[Message], worker: uuid.UUID) -> "QuerySet[Message]":
    return Message.objects.filter(pk__in=[m.pk for m in messages], state=State.CLAIMED, claimed_by=worker)


def _error_class(error: Exception) -> str:
    code = getattr(error, "smtp_code", None)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = next(iter(error.recipients.values()))[0]
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _is_final(error: Exception) -> bool:
    """A mail server that says 5xx of this address will say so tomorrow."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _text in error.recipients.values())  # noqa: PLR2004  RFC 5321 4.2.1
    return False


def _failed(messages: list[Message], error: Exception, *, worker: uuid.UUID, at: datetime) -> None:
    attempts = messages[0].attempts + 1
    gave_up = _is_final(error) or attempts > len(PAUSES)
    log.warning("message not sent", extra={"kind": messages[0].kind, "count": attempts})
    _mine(messages, worker).update(
        state=State.FAILED if gave_up else State.WAITING,
        attempts=attempts,
        last_error=_error_class(error)[:100],
        not_before=at if gave_up else at + PAUSES[attempts - 1],
        claimed_at=None,
        claimed_by=None,
    )


def _send(messages: list[Message], connection: BaseEmailBackend, *, worker: uuid.UUID, at: datetime) -> None:
    try:
        message = mail.compose(messages)
        message.connection = connection
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        _failed(messages, error, worker=worker, at=at)
    else:
        _mine(messages, worker).update(state=State.SENT, sent_at=at, claimed_at=None, claimed_by=None)


def _deliver_batch(*, worker: uuid.UUID, at: datetime) -> int:
    messages = claim(worker=worker, at=at)
    unwanted = [m for m in messages if not _is_wanted(m, at)]
    _mine(unwanted, worker).update(state=State.CANCELLED, claimed_at=None, claimed_by=None)
    wanted = [m for m in messages if m not in unwanted]
    connection = get_connection()
    try:
        for bundle in _bundles(wanted):
            _send(bundle, connection, worker=worker, at=at)
    finally:
        connection.close()
    return len(messages)


def deliver_waiting(*, at: datetime, most: int = 2000) -> int:
    """Send what waits, at most `most`; returns how many messages were handled. Any number of workers may do this."""
    worker, handled = uuid.uuid4(), 0
    while handled < most and (count := _deliver_batch(worker=worker, at=at)):
        handled += count
    return handled


def try_again(messages: "QuerySet[Message]", *, at: datetime) -> int:
    """Send what failed once more, from the first try on; returns how many."""
    failed = messages.filter(state=State.FAILED)
    return failed.update(state=State.WAITING, attempts=0, not_before=at, last_error="", claimed_at=None, claimed_by=None)
