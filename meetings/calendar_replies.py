"""What the calendar of somebody who is invited answers by mail (RFC 5546 3.2.3, RFC 6047). Pure: the mail as bytes in, values out.

Tried with how Outlook, Google, Apple and Thunderbird write it. Of everything else nothing is made of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any
from uuid import UUID

from icalendar import Calendar

from meetings.kinds import Answer

ANSWERS = {"ACCEPTED": Answer.YES, "TENTATIVE": Answer.MAYBE, "DECLINED": Answer.NO}
_CALENDARS = {"text/calendar", "application/ics"}
_OURS = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[a-z0-9.-]+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Reply:
    """`sender`: from which address the mail came; `attendee`: who answers, as the calendar says. `stamp`: when it was said.

    `sequence`: which state of the meeting was answered, where the calendar says so.
    """

    uid: UUID
    sender: str
    attendee: str
    answer: Answer
    stamp: datetime
    sequence: int | None = None


def reply_in(content: bytes) -> Reply | None:
    """The answer in this mail; None when it is none that we can read."""
    mail: Any = message_from_bytes(content, policy=policy.default)
    sender = parseaddr(_header(mail, "From"))[1].lower()
    for text in _calendars(mail):
        try:
            calendar = Calendar.from_ical(text)
            reply = _reply(calendar, sender)
        except (ValueError, TypeError, AttributeError, KeyError, IndexError):  # what a stranger can write has no end
            continue
        if reply is not None:
            return reply
    return None


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail[name] or "")
    except (ValueError, TypeError, AttributeError, IndexError):  # a header that the library itself cannot read
        return ""


def _calendars(mail: EmailMessage) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_type() in _CALENDARS:
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                yield content.decode("utf-8", errors="replace")


def _reply(calendar: Any, sender: str) -> Reply | None:  # noqa: ANN401  the library's own type has no types
    event = next(iter(calendar.walk("VEVENT")), None)
    if event is None or str(calendar.get("method", "")).upper() != "REPLY":
        return None
    ours = _OURS.fullmatch(str(event.get("uid", "")))
    attendees = event.get("attendee", [])
    attendee = attendees[0] if isinstance(attendees, list) and len(attendees) == 1 else attendees
    answer = None if isinstance(attendee, list) else ANSWERS.get(str(attendee.params.get("PARTSTAT", "")).upper())
    if ours is None or answer is None:
        return None
    address = re.sub(r"^mailto:", "", str(attendee).strip(), flags=re.IGNORECASE).lower()
    sequence = event.get("sequence")
    return Reply(
        uid=UUID(ours[1]), sender=sender, attendee=address, answer=answer, stamp=_moment(event["dtstamp"].dt),
        sequence=int(sequence) if sequence is not None else None,
    )


def _moment(stamp: datetime) -> datetime:
    """DTSTAMP is in UTC (RFC 5545 3.8.7.2), also where a program forgets to say so."""
    return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp.astimezone(UTC)
