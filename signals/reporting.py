"""The clocks of the reporting point, for who may know that a promise is late but not from whom or about what."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import Municipality
from signals import deadlines
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class StatusRow:
    """One open promise. `state`: run, today, late or paused; numbers are working days."""

    kind: str
    state: str
    due_date: date
    days_left: int
    share_used: int
    working_days_late: int


@dataclass(frozen=True, kw_only=True)
class ClockStatus:
    rows: list[StatusRow]

    @property
    def late(self) -> int:
        return sum(row.state == "late" for row in self.rows)


def clock_status(municipality: Municipality, *, at: datetime) -> ClockStatus:
    """Every open promise about a concern, what is due first on top. Two statements; no number, no name, no link."""
    clocks = Clock.objects.open().filter(municipality=municipality, kind__in=deadlines.WORKING_DAYS)
    rows = clocks.order_by("due_at", "pk").values_list("kind", "due_at", "working_days", "paused_at")
    calendar, today = calendar_of(municipality), local_date(at)
    told = []
    for kind, due_at, working_days, paused_at in rows:
        due = local_date(due_at)
        state = "paused" if paused_at else _state(due, today)
        left = max(calendar.between(local_date(paused_at) if paused_at else today, due), 0)
        share = min(max(round(100 * (working_days - left) / working_days), 0), 100)
        late = max(calendar.between(due, today), 1) if state == "late" else 0
        told.append(StatusRow(kind=kind, state=state, due_date=due, days_left=left, share_used=share, working_days_late=late))
    return ClockStatus(rows=told)


def _state(due: date, today: date) -> str:
    if due < today:
        return "late"
    return "today" if due == today else "run"
