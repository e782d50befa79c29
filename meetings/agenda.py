"""Rules about the points of a meeting: until when they can be proposed, their order, and at what time each begins. Values only."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from terms.days import local_date

FIRST, UP, DOWN = "first", "up", "down"
WAYS = (FIRST, UP, DOWN)


def is_open(*, closes_on: date | None, starts_at: datetime, at: datetime) -> bool:
    """Until the end of the last day in Amsterdam, and never once the meeting has begun."""
    return at < starts_at and (closes_on is None or local_date(at) <= closes_on)


def reordered(order: Sequence[int], one: int, way: str) -> list[int]:
    """`one` a place up or down, or before all others; at the end of the list it stays where it is. ValueError for another way."""
    here = order.index(one)
    place = {FIRST: 0, UP: max(here - 1, 0), DOWN: here + 1}.get(way)
    if place is None:
        raise ValueError(way)
    rest = [each for each in order if each != one]
    return [*rest[:place], one, *rest[place:]]


def begins(starts_at: datetime, minutes: Sequence[int]) -> list[datetime]:
    """When each point begins if all take as long as was thought, in UTC: right also in the night of a clock change."""
    moments, moment = [], starts_at.astimezone(UTC)
    for each in minutes:
        moments.append(moment)
        moment += timedelta(minutes=each)
    return moments


def length(starts_at: datetime, ends_at: datetime) -> int:
    """Of the meeting, in whole minutes."""
    return int((ends_at - starts_at).total_seconds()) // 60
