"""The clocks of the reporting point, for who may know that a promise is late but not from whom or about what."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Municipality
from signals import deadlines
from terms.calendar import calendar_of
from terms.models import Clock
from terms.standing import Promise, in_order, promise_of


@dataclass(frozen=True, kw_only=True)
class ClockStatus:
    """Open promises only: run, today, late or paused. No number, no name, no link."""

    rows: list[Promise]

    @property
    def late(self) -> int:
        return sum(row.state == "late" for row in self.rows)


def clock_status(municipality: Municipality, *, at: datetime) -> ClockStatus:
    """Every open promise about a concern, what is late on top and what stands still last. Two statements."""
    clocks = Clock.objects.open().filter(municipality=municipality, kind__in=deadlines.WORKING_DAYS).order_by("pk")
    calendar = calendar_of(municipality)
    return ClockStatus(rows=in_order(promise_of(clock, calendar, at) for clock in clocks))
