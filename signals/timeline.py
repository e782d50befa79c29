"""The promises of a report as they stand at a moment: read from its clocks, shown to who waits and to who works."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from notifications.reminders import asked_about_all
from signals import deadlines
from signals.models import ConcernReport
from signals.workflow import State
from terms.calendar import Calendar, calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.standing import Promise, current, promise_of


def promises_of(report: ConcernReport, at: datetime) -> list[Promise]:
    """All promises that were made, in the order of time, and the one that comes later. Four statements."""
    clocks = list(Clock.objects.about(report.uuid).filter(ended_at=None).prefetch_related("pauses").order_by("promised_at", "due_at", "pk"))
    calendar = calendar_of(report.municipality)
    asked = _asked(clocks, at)
    told = [promise_of(clock, calendar, at, asked.get(clock.pk, []), clock.pauses.all()) for clock in clocks]
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
        pk, promise = pk_of[clock.subject], promise_of(clock, calendar, at, asked.get(clock.pk, []))
        told[pk] = current([told.get(pk, promise), promise]) or promise
    return told


def next_feedback_due(calendar: Calendar, at: datetime) -> date:
    """By which day a reporter hears from us again, when she hears from us now."""
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
    return {pk: [f"{each.name} ({each.role})" for each in people] for pk, people in asked_about_all(late).items()} if late else {}
