"""How often is met: when the next meeting must be planned, and when the last one is too long ago. Days in, days out.

Lesson: regular meetings of municipality and key figures. So many a year is one in each so many days, counted from the last.
"""

from dataclasses import dataclass
from datetime import date, timedelta

YEAR = 365
INVITE_AHEAD = timedelta(days=28)  # people hear four weeks before a meeting; a number of ours


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Of one kind in one municipality on one day. `last` was held, `next` is planned; none: there is none."""

    per_year: int
    last: date | None
    next: date | None

    @property
    def meet_by(self) -> date | None:
        """On this day at the latest is the following meeting. None: nothing to count from, or nothing wanted."""
        return self.last + timedelta(days=YEAR // self.per_year) if self.per_year and self.last else None

    @property
    def plan_by(self) -> date | None:
        """By this day it is planned, so that people can be invited in time; the day of the last one at the earliest."""
        return max(self.meet_by - INVITE_AHEAD, self.last) if self.meet_by and self.last else None

    @property
    def lacks_next(self) -> bool:
        return self.per_year > 0 and self.next is None

    def is_too_long_ago(self, today: date) -> bool:
        """Also while the next one is planned already: it is kept by meeting."""
        return self.meet_by is not None and self.meet_by < today
