"""Working days in the Netherlands. Dates in, dates out; no clock, no database.

The rule. A working day is Monday to Friday, except the days of the Algemene termijnenwet (Atw) art. 3: New Year's Day,
Easter Monday, Whit Monday, both Christmas days, Ascension Day, the day on which the King's birthday is celebrated and
5 May, every year (3.1); Good Friday is equated with these (3.2); other days can be equated by royal decree (3.3), and
a municipality can close: the caller passes those as `closed`.

What arrives after office hours, or not on a working day, counts as arriving on the next working day. Counting starts
on the day after the day of arrival, and the term ends with the end (23:59:59) of its last day in Europe/Amsterdam.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LAST_SECOND = time(23, 59, 59)
ONE_DAY = timedelta(days=1)

# What the law names; the library also knows days that are no day off by law (Easter Sunday falls on a Sunday anyway).
_OF_THE_LAW = ("Nieuwjaarsdag", "Goede Vrijdag", "paasdag", "Koningsdag", "Bevrijdingsdag", "Hemelvaart", "Pinksterdag", "Kerstdag")


@lru_cache(maxsize=64)
def legal_holidays(year: int) -> frozenset[date]:
    """The days of Atw art. 3.1 and 3.2 in `year`."""
    calendar = holidays.country_holidays("NL", years=year, categories=("public", "optional"), language="nl")
    named = {day for day, name in calendar.items() if any(part.lower() in name.lower() for part in _OF_THE_LAW)}
    return frozenset(named | {date(year, 5, 5)})


def is_working_day(day: date, *, closed: Collection[date] = ()) -> bool:
    return day.weekday() < 5 and day not in legal_holidays(day.year) and day not in closed  # noqa: PLR2004  Saturday


def _walk(start: date, step: int) -> Iterator[date]:
    day = start
    while True:
        day += step * ONE_DAY
        yield day


def next_working_day(day: date, *, closed: Collection[date] = ()) -> date:
    """`day` itself when it is a working day, else the first one after it."""
    return day if is_working_day(day, closed=closed) else add_working_days(day, 1, closed=closed)


def add_working_days(start: date, days: int, *, closed: Collection[date] = ()) -> date:
    """The `days`-th working day after `start`; before it when `days` is negative; `start` itself for 0."""
    left = abs(days)
    if left == 0:
        return start
    for day in _walk(start, 1 if days > 0 else -1):
        left -= is_working_day(day, closed=closed)
        if left == 0:
            return day
    raise AssertionError  # _walk never ends


def working_days_between(first: date, last: date, *, closed: Collection[date] = ()) -> int:
    """How many working days after `first` up to and including `last`; negative when `last` lies before `first`."""
    if last < first:
        return -working_days_between(last, first, closed=closed)
    span = (last - first).days
    return sum(is_working_day(first + n * ONE_DAY, closed=closed) for n in range(1, span + 1))


def counted_on(moment: datetime, *, closes_at: time, closed: Collection[date] = ()) -> date:
    """The day on which `moment` counts as arrived; a minute at or after closing time belongs to the next working day."""
    local = moment.astimezone(AMSTERDAM)
    day = local.date()
    if is_working_day(day, closed=closed) and local.time() < closes_at:
        return day
    return add_working_days(day, 1, closed=closed)


def end_of(day: date) -> datetime:
    """The last second of `day` in Amsterdam."""
    return datetime.combine(day, LAST_SECOND, tzinfo=AMSTERDAM)


def at_time(day: date, moment: time) -> datetime:
    """`day` at a time of the clock in Amsterdam."""
    return datetime.combine(day, moment, tzinfo=AMSTERDAM)


def local_date(moment: datetime) -> date:
    """The day it is in Amsterdam: at 22:30 UTC in summer it is already tomorrow."""
    return moment.astimezone(AMSTERDAM).date()


def due_at(moment: datetime, working_days: int, *, closes_at: time, closed: Collection[date] = ()) -> datetime:
    """Until when something promised at `moment` within `working_days` is in time."""
    start = counted_on(moment, closes_at=closes_at, closed=closed)
    return end_of(add_working_days(start, working_days, closed=closed))
