"""Rules about the report of a meeting: when it is written, until when it can be corrected, what is missing. Values only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from meetings.deadlines import CORRECTION_DAYS
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting, MeetingState
from terms.calendar import Calendar
from terms.days import local_date

HAS_REPORT = frozenset({MeetingState.CLOSED, MeetingState.FIXED})
PRESENT, POINTS, SAID, WHY_NOT = "present", "points", "said", "why_not"  # what can be missing


@dataclass(frozen=True, kw_only=True)
class Written:
    """What the writer filled in about one point."""

    uuid: UUID
    was_taken: bool = True
    said: str = ""
    agreed: str = ""
    not_taken_because: str = ""


@dataclass(frozen=True)
class Missing:
    """`point` is the title of the point of which something is missing; empty for the report as a whole."""

    what: str
    point: str = ""


def can_be_written(meeting: Meeting, at: datetime) -> bool:
    """From the moment it begins, so that it can be written at the table, until it is closed."""
    return meeting.state == MeetingState.PLANNED and meeting.starts_at <= at


def is_there(meeting: Meeting) -> bool:
    return meeting.state in HAS_REPORT


def can_be_corrected(meeting: Meeting, on: date) -> bool:
    """Until the last day, inclusive. After it nothing new is proposed, also while an older proposal still waits."""
    return meeting.state == MeetingState.CLOSED and meeting.correct_until is not None and on <= meeting.correct_until


def last_day_to_correct(calendar: Calendar, closed_at: datetime) -> date:
    """Ten working days of this municipality, counted as every term: from the day after the report was there."""
    return local_date(calendar.due_at(closed_at, CORRECTION_DAYS))


def missing(items: Iterable[AgendaItem], attendance: Iterable[bool | None]) -> list[Missing]:
    """What must still be filled in before the report can be closed, in the order of the page."""
    points = list(items)
    found = [Missing(PRESENT)] if any(each is None for each in attendance) else []
    found += [] if points else [Missing(POINTS)]
    for point in points:
        if point.was_taken and not (point.said or point.agreed):
            found.append(Missing(SAID, point.title))
        if not point.was_taken and not point.not_taken_because:
            found.append(Missing(WHY_NOT, point.title))
    return found
