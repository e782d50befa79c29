"""How a promise stands at a moment: run, today, late, paused, kept or kept-late. Values in, values out; asks the database nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from terms.calendar import Calendar
from terms.days import local_date
from terms.models import Clock
from terms.models import Pause as ClockPause

STATES = ("late", "today", "run", "paused")  # of a promise that is open
_ORDER = {"late": 0, "today": 1, "run": 1, "paused": 2}


@dataclass(frozen=True, kw_only=True)
class Pause:
    """A pause that is over. `working_days`: how long it was; the promise moved from `due_before` to `due_after`."""

    first_day: date
    last_day: date
    working_days: int
    due_before: date
    due_after: date


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise on one day. `state`: run, today, late, paused, kept, kept-late, or later (not begun yet).

    Days are Dutch days, numbers are working days; `share_used` is 0 to 100. `asked`: who was asked to help, each with her name and as what.
    """

    kind: str
    state: str
    due_date: date
    working_days: int
    kept_on: date | None = None
    days_left: int = 0
    share_used: int = 0
    working_days_late: int = 0
    asked: list[str] = field(default_factory=list)
    paused_since: date | None = None
    paused_until: date | None = None
    pauses: list[Pause] = field(default_factory=list)


def in_order(promises: Iterable[Promise]) -> list[Promise]:
    """Those that are open: what is late longest first, then by day, and what stands still last."""
    return sorted((each for each in promises if each.state in _ORDER), key=place)


def place(promise: Promise) -> tuple[int, date]:
    """Where an open promise stands in a list: late, then by day, then what stands still."""
    return _ORDER[promise.state], promise.due_date


def current(promises: Iterable[Promise]) -> Promise | None:
    """The promise that matters now; None when none is open."""
    return next(iter(in_order(promises)), None)


def promise_of(clock: Clock, calendar: Calendar, at: datetime, asked: Sequence[str] = (), pauses: Iterable[ClockPause] = ()) -> Promise:
    """One clock as it stands at that moment."""
    due, today = local_date(clock.due_at), local_date(at)
    state = _state(clock, at)
    seen_from = local_date(clock.paused_at) if clock.paused_at else today
    left = max(calendar.between(seen_from, due), 0) if state in {"run", "paused"} else 0
    ended = local_date(clock.kept_at) if clock.kept_at else today
    return Promise(
        kind=clock.kind,
        state=state,
        due_date=due,
        working_days=clock.working_days,
        kept_on=local_date(clock.kept_at) if clock.kept_at else None,
        days_left=left,
        share_used=_share(left, clock.working_days),
        working_days_late=max(calendar.between(due, ended), 1) if state in {"late", "kept-late"} else 0,
        asked=list(asked),
        paused_since=local_date(clock.paused_at) if clock.paused_at else None,
        paused_until=clock.paused_until,
        pauses=[_pause(each, calendar) for each in pauses],
    )


def _state(clock: Clock, at: datetime) -> str:
    is_late = clock.is_late_at(at)
    if clock.kept_at is not None:
        return "kept-late" if is_late else "kept"
    if clock.is_paused:
        return "paused"
    if is_late:
        return "late"
    return "today" if local_date(clock.due_at) == local_date(at) else "run"


def _share(left: int, total: int) -> int:
    return min(max(round(100 * (total - left) / total), 0), 100) if total else 100


def _pause(row: ClockPause, calendar: Calendar) -> Pause:
    first, last = local_date(row.paused_at), local_date(row.resumed_at)
    return Pause(
        first_day=first,
        last_day=last,
        working_days=calendar.between(first, last),
        due_before=local_date(row.due_before),
        due_after=local_date(row.due_after),
    )
