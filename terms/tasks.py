"""Promises with a task as rows of a page: for who owes them, and for who waits. Values in, words out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from terms import promises
from terms.calendar import Calendar
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line, due_for_waiter, due_for_worker, ring_of
from terms.promises import Task
from terms.standing import Promise, place, promise_of
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One open promise. `url` and `button` are empty where there is nothing to do; `who` waits for it."""

    kind: str
    subject: UUID
    title: str
    url: str
    button: str
    who: str
    line: Line
    promise: Promise

    @property
    def state(self) -> str:
        return self.promise.state


def owed(clocks: Iterable[Clock], calendar: Calendar, at: datetime) -> list[TaskRow]:
    """What somebody owes, late on top: the title says who waits for what, the button does it. One statement per kind that has details."""
    clocks, words = list(clocks), Words(local_date(at))
    more = _details(clocks, words.today)
    return _in_order(_owed_row(clock, promise_of(clock, calendar, at), words, more.get(clock.subject, "")) for clock in clocks)


def awaited(clocks: Iterable[Clock], calendar: Calendar, at: datetime) -> list[TaskRow]:
    """What was promised to somebody, late on top: the title says what, the line below by when and by whom."""
    return _in_order(_awaited_row(clock, promise_of(clock, calendar, at), Words(local_date(at))) for clock in clocks)


def _in_order(rows: Iterable[TaskRow]) -> list[TaskRow]:
    return sorted(rows, key=lambda row: place(row.promise))


def _details(clocks: list[Clock], today: date) -> dict[UUID, str]:
    told: dict[UUID, str] = {}
    for kind in sorted({clock.kind for clock in clocks}):
        details = promises.named(kind).details
        if details is not None:
            told |= details({clock.subject for clock in clocks if clock.kind == kind}, today)
    return told


def _owed_row(clock: Clock, promise: Promise, words: Words, more: str) -> TaskRow:
    task = _task(clock)
    who = clock.waiter.name if clock.waiter else ""
    due, tone = due_for_worker(promise, words)
    what = more or str(task.what)
    if promise.state == "late":
        what = _("%(what)s. Promised for %(day)s.") % {"what": what.removesuffix("."), "day": words.day(promise.due_date)}
    return TaskRow(
        kind=clock.kind, subject=clock.subject, title=task.title % {"name": who}, url=task.url(clock.subject), button=task.button % {"name": who}, who=who,
        line=Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=what), promise=promise,
    )


def _awaited_row(clock: Clock, promise: Promise, words: Words) -> TaskRow:
    task = _task(clock)
    due, tone = due_for_waiter(promise, words)
    return TaskRow(
        kind=clock.kind, subject=clock.subject, title=str(task.promised), url=task.own_url(clock.subject), button="", who="",
        line=Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=_("Of %(name)s.") % {"name": clock.owner.name}), promise=promise,
    )


def _task(clock: Clock) -> Task:
    task = promises.named(clock.kind).task
    if task is None:
        raise LookupError(clock.kind)  # asked for kinds with a task only
    return task
