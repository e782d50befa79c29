"""From a day and two times of the clock to two moments in Europe/Amsterdam. Values in, values out.

In the night of 29 March 2026 the hour from 2.00 does not exist, on 25 October 2026 it comes twice: a meeting that begins or
ends there has no clear moment, and is refused.
"""

from datetime import UTC, date, datetime, time, timedelta

from terms.days import ONE_DAY, at_time

LONGEST_NIGHT = timedelta(hours=6)  # what goes on longer after midnight is a slip of the finger


class UnclearTime(ValueError):
    """`field`: begins or ends. `code`: skipped, twice (both by the clock change), or before (the end comes first)."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code = field, code


def period(day: date, begins: time, ends: time) -> tuple[datetime, datetime]:
    """When it begins and ends. An end before the beginning is the next morning, when that is no longer than six hours."""
    first = _moment(day, begins, field="begins")
    last_day = day if ends > begins else day + ONE_DAY
    last = _moment(last_day, ends, field="ends")
    if last_day != day and last.astimezone(UTC) - first.astimezone(UTC) > LONGEST_NIGHT:
        raise UnclearTime("ends", "before")
    return first, last


def _moment(day: date, clock: time, *, field: str) -> datetime:
    moment = at_time(day, clock.replace(fold=0))
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        exists = moment.astimezone(UTC).astimezone(moment.tzinfo).time() == clock.replace(fold=0)
        raise UnclearTime(field, "twice" if exists else "skipped")
    return moment
