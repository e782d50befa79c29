"""The promises of a report as they stand at a moment: read from its clocks, shown to who waits and to who works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from notifications.reminders import asked_about_all
from signals import deadlines
from signals.models import ConcernReport
from signals.workflow import State
from terms.calendar import Calendar, calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.models import Pause as ClockPause

ORDER = {"late": 0, "today": 1, "run": 1, "paused": 2}


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

    Days are Dutch days, numbers are working days; `share_used` is 0 to 100. `asked`: who was asked to help, by name.
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


def promises_of(report: ConcernReport, at: datetime) -> list[Promise]:
    """All promises that were made, in the order of time, and the one that comes later. Four statements."""
    clocks = list(Clock.objects.about(report.uuid).filter(ended_at=None).prefetch_related("pauses").order_by("promised_at", "due_at", "pk"))
    calendar = calendar_of(report.municipality)
    asked = _asked(clocks, at)
    told = [_promise(clock, calendar, at, asked.get(clock.pk, []), clock.pauses.all()) for clock in clocks]
    return sorted(told, key=lambda each: each.due_date) + _later(report, told, calendar)


def next_promises(reports: Sequence[ConcernReport], at: datetime, *, with_asked: bool = False) -> dict[int, Promise]:
    """The promise that matters now of each report, by its row. Two statements, and one more `with_asked`."""
    if not reports:
        return {}
    pk_of = {report.uuid: report.pk for report in reports}
    clocks = list(Clock.objects.open().filter(subject__in=pk_of))
    calendar = calendar_of(reports[0].municipality)
    asked = _asked(clocks, at) if with_asked else {}
    told: dict[int, Promise] = {}
    for clock in clocks:
        pk, promise = pk_of[clock.subject], _promise(clock, calendar, at, asked.get(clock.pk, []))
        told[pk] = min(told.get(pk, promise), promise, key=lambda each: (ORDER[each.state], each.due_date))
    return told


def next_feedback_due(report: ConcernReport, at: datetime) -> date:
    """By which day the reporter hears from us again, when she hears from us now."""
    calendar = calendar_of(report.municipality)
    return local_date(calendar.due_at(at, _every(calendar)))


def _every(calendar: Calendar) -> int:
    return calendar.working_days(deadlines.NEXT_FEEDBACK, deadlines.WORKING_DAYS[deadlines.NEXT_FEEDBACK])


def _later(report: ConcernReport, told: Sequence[Promise], calendar: Calendar) -> list[Promise]:
    """Before the first answer she is told how it goes on after it."""
    goes_on = report.state in {State.RECEIVED, State.TAKEN_ON, State.CONTACTED}
    if not goes_on or any(each.kind == deadlines.NEXT_FEEDBACK and each.kept_on is None for each in told):
        return []
    last = max((each.due_date for each in told), default=local_date(report.counted_from))
    return [Promise(kind=deadlines.NEXT_FEEDBACK, state="later", due_date=calendar.add(last, _every(calendar)), working_days=_every(calendar))]


def _asked(clocks: Iterable[Clock], at: datetime) -> dict[int, list[str]]:
    late = [clock for clock in clocks if clock.is_open and clock.is_late_at(at)]
    return {pk: [each.name for each in people] for pk, people in asked_about_all(late).items()} if late else {}


def _promise(clock: Clock, calendar: Calendar, at: datetime, asked: list[str], pauses: Iterable[ClockPause] = ()) -> Promise:
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
        asked=asked,
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
    return min(max(round(100 * (total - left) / total), 0), 100)


def _pause(row: ClockPause, calendar: Calendar) -> Pause:
    first, last = local_date(row.paused_at), local_date(row.resumed_at)
    return Pause(
        first_day=first,
        last_day=last,
        working_days=calendar.between(first, last),
        due_before=local_date(row.due_before),
        due_after=local_date(row.due_after),
    )
