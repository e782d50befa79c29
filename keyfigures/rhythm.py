"""The rhythm of contact in quiet time. Days in, days out; no clock, no database.

Lesson "structureel contact in vredestijd": contact that has no cause comes back in a fixed rhythm, so many weeks after the last.
"""

from collections.abc import Collection
from datetime import date, timedelta

from terms import days


def due(last: date, weeks: int, *, closed: Collection[date] = ()) -> date:
    """By which day the next contact comes: the same weekday so many weeks later, or the last working day before it."""
    day = last + timedelta(weeks=weeks)
    return day if days.is_working_day(day, closed=closed) else days.add_working_days(day, -1, closed=closed)


def weeks_since(last: date, today: date) -> int:
    """Whole weeks."""
    return (today - last).days // 7
