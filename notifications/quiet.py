"""When a message may arrive. Values in, a moment out."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from terms.days import at_time, local_date

DEFAULT_FROM, DEFAULT_UNTIL = time(21), time(8)
DIGEST_AT = time(8)


@dataclass(frozen=True)
class Hours:
    """Quiet hours on the clock of Amsterdam; they may pass midnight."""

    start: time = DEFAULT_FROM
    end: time = DEFAULT_UNTIL

    def cover(self, moment: time) -> bool:
        if self.start <= self.end:
            return self.start <= moment < self.end
        return moment >= self.start or moment < self.end


def first_allowed(at: datetime, hours: Hours) -> datetime:
    """`at` itself, or the end of the quiet hours in which it falls."""
    day = local_date(at)
    local = at_time(day, time(0)).tzinfo
    now = at.astimezone(local)
    if not hours.cover(now.time()):
        return at
    end = at_time(day, hours.end)
    return end if end > at else at_time(day + timedelta(days=1), hours.end)


def next_digest(at: datetime) -> datetime:
    """The first daily moment after `at`."""
    today = at_time(local_date(at), DIGEST_AT)
    return today if today > at else at_time(local_date(at) + timedelta(days=1), DIGEST_AT)
