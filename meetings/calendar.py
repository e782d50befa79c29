"""A meeting as iCalendar text, for the calendar of one person. Pure: values in, bytes out.

RFC 5545 (the text), 5546 (invite, change, cancel) and 6047 (by mail). Title, time, place and link, and nothing else: calendars
are shared, printed and read over shoulders.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vDuration

PRODUCT = "-//Sleutelfiguren//Bijeenkomsten//NL"
REFRESH = timedelta(hours=6)  # how often a subscription looks again
# They turn the direction of what follows them, which in a calendar is somebody else's line.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Method(StrEnum):
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a calendar knows of a meeting. `sequence` goes up with each change that a calendar must know (RFC 5546 2.1.4)."""

    uid: UUID
    host: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class People:
    """From whom and for whom, as mail addresses. `answers_are_read`: a reply to `organiser` is read by the application.

    `partstat`: what she answered (NEEDS-ACTION, ACCEPTED, TENTATIVE, DECLINED).
    """

    organiser: str
    organiser_name: str
    attendee: str
    partstat: str = "NEEDS-ACTION"
    answers_are_read: bool = False


def mail_part(entry: Entry, people: People, *, method: Method, stamp: datetime, goes_on: bool = False) -> bytes:
    """The invitation (also when it changed) or the cancellation of one meeting for one person. `stamp`: when it was said.

    `goes_on`: only her invitation is taken back, and the event has no status then (RFC 5546 3.2.5).
    """
    calendar, event = _calendar(method), _event(entry, stamp=stamp)
    if not goes_on:
        event["status"] = "CANCELLED" if method == Method.CANCEL else "CONFIRMED"
    event["organizer"] = _address(people.organiser, cn=plain(people.organiser_name))
    # Only herself: nobody reads in her calendar who else is invited.
    rsvp = "TRUE" if people.answers_are_read and method == Method.REQUEST else "FALSE"
    event["attendee"] = _address(people.attendee, cutype="INDIVIDUAL", role="REQ-PARTICIPANT", partstat=people.partstat, rsvp=rsvp)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def subscription(entries: Iterable[Entry], *, name: str, stamps: Iterable[datetime]) -> bytes:
    """All of one person, for her calendar program. `stamps`: when each last changed, in the order of `entries`."""
    calendar = _calendar(Method.PUBLISH)
    calendar.add("x-wr-calname", plain(name))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for entry, stamp in zip(entries, stamps, strict=True):
        calendar.add_component(_event(entry, stamp=stamp))
    return bytes(calendar.to_ical())


def uid_of(uid: UUID, host: str) -> str:
    """Unique in the world (RFC 7986 5.3); replies of calendars carry it back."""
    return f"{uid}@{host}"


def plain(text: str) -> str:
    """On one line, without control characters: what breaks a line here would begin a property of its own."""
    kept = "".join(" " if unicodedata.category(each) in {"Cc", "Zl", "Zp"} else each for each in text if each not in _TURNING)
    return " ".join(kept.split())


def _calendar(method: Method) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    return calendar


def _event(entry: Entry, *, stamp: datetime) -> Event:
    """In UTC, so that no calendar needs our table of clock changes."""
    event = Event()
    event.add("uid", uid_of(entry.uid, entry.host))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(UTC))
    event.add("dtend", entry.ends_at.astimezone(UTC))
    event.add("summary", plain(entry.title))
    if entry.place or entry.link:
        event.add("location", plain(entry.place or entry.link))
    if entry.link:
        event.add("url", plain(entry.link))
    return event


def _address(mail: str, **parameters: str) -> Any:  # noqa: ANN401  the library's own type has no types
    address = vCalAddress(f"mailto:{plain(mail)}")
    for name, value in parameters.items():
        address.params[name.upper()] = value
    return address
