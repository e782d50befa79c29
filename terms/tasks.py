"""Promises with a task as rows of a page: for who owes them, and for who waits. Values in, words out."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from accounts.models import Membership
from terms import promises
from terms.calendar import Calendar
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line, due_for_waiter, due_for_worker, ring_of
from terms.promises import Task
from terms.standing import STATES, Promise, place, promise_of
from ui.names import called, rest_of
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One open promise. `url` and `button` are empty where there is nothing to do; `about` says which one, for who hears the button only.

    `waiter` is who waits for it, as a number that is only good for counting; `who` is how she is called, where it may be said.
    """

    title: str
    line: Line
    promise: Promise | None  # None when all that was promised about it is done
    url: str = ""
    button: str = ""
    about: str = ""
    who: str = ""
    waiter: int | None = None

    @property
    def state(self) -> str:
        return self.promise.state if self.promise else "kept"


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Something that waits for who reads it. On a shared telephone it says what kind of thing, never what it says.

    `link` leads to where she answers; `about` says which one, for who hears the link only.
    """

    title: str | LazyText
    text: str | LazyText
    link: str | LazyText
    url: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Groups:
    """What somebody owes, in the order in which it should be done."""

    late: list[TaskRow]
    today: list[TaskRow]
    week: list[TaskRow]
    later: list[TaskRow]

    @property
    def now(self) -> list[TaskRow]:
        """What cannot wait until tomorrow."""
        return [*self.late, *self.today]


def grouped(rows: Iterable[TaskRow], today: date) -> Groups:
    """Of all apps together: late longest first, today, this week with what stands still, and later."""
    groups: dict[str, list[TaskRow]] = {"late": [], "today": [], "week": [], "later": []}
    end_of_week = _end_of_week(today)
    for row in in_order(rows):
        if row.promise is not None:
            groups[_group(row.promise, end_of_week)].append(row)
    return Groups(**groups)


def in_order(rows: Iterable[TaskRow]) -> list[TaskRow]:
    """What is late on top; what is done below all."""
    return sorted(rows, key=lambda row: place(row.promise) if row.promise else (len(STATES), date.max))


def owed(clocks: Iterable[Clock], calendar: Calendar, at: datetime, *, reader: Membership | None = None) -> list[TaskRow]:
    """What somebody owes, late on top: the title says who waits for what, the button does it. One statement for the kinds that have the same details.

    For a `reader` who is another than the owner, the row says for whom she does it.
    """
    clocks, words = list(clocks), Words(local_date(at))
    more = _details(clocks, words.today)
    return in_order(_owed_row(clock, promise_of(clock, calendar, at), words, more.get((clock.kind, clock.subject), ""), reader) for clock in clocks)


def helping(clocks: Iterable[Clock], calendar: Calendar, at: datetime) -> list[Line]:
    """Late promises of others for who was asked to help and may not open what they are about: what kind, and whom to ask."""
    words = Words(local_date(at))
    return [_helping_line(clock, promise_of(clock, calendar, at), words) for clock in clocks]


def awaited(clocks: Iterable[Clock], calendar: Calendar, at: datetime) -> list[TaskRow]:
    """What was promised to somebody, late on top: the title says what, the line below by when and by whom."""
    told = [clock for clock in clocks if _task(clock).promised]
    return in_order(_awaited_row(clock, promise_of(clock, calendar, at), Words(local_date(at))) for clock in told)


def _end_of_week(today: date) -> date:
    """The Sunday of this week; on Friday and in the weekend that of the next."""
    friday = 4
    days = 6 - today.weekday() + (7 if today.weekday() >= friday else 0)
    return today + timedelta(days=days)


def _group(promise: Promise, end_of_week: date) -> str:
    if promise.state in {"late", "today"}:
        return promise.state
    return "week" if promise.due_date <= end_of_week or promise.state == "paused" else "later"


def _helping_line(clock: Clock, promise: Promise, words: Words) -> Line:
    due, tone = due_for_worker(promise, words)
    told = _("%(name)s owes this. Ask what is needed, and see to it that it is done today.") % {"name": clock.owner.name}
    return Line(ring=ring_of(promise), what=str(_task(clock).what), due=due, tone=tone, meta=told)


def _details(clocks: list[Clock], today: date) -> dict[tuple[str, UUID], str]:
    kinds: dict[Callable[[Collection[UUID], date], Mapping[UUID, str]], list[str]] = {}
    for kind in sorted({clock.kind for clock in clocks}):
        details = promises.named(kind).details
        if details is not None:
            kinds.setdefault(details, []).append(kind)
    told: dict[tuple[str, UUID], str] = {}
    for details, alike in kinds.items():
        about = details({clock.subject for clock in clocks if clock.kind in alike}, today)
        told |= {(kind, subject): words for kind in alike for subject, words in about.items()}
    return told


def _owed_row(clock: Clock, promise: Promise, words: Words, more: str, reader: Membership | None) -> TaskRow:
    task = _task(clock)
    named = {"name": clock.waiter.name if clock.waiter else ""}
    due, tone = due_for_worker(promise, words)
    button = task.button % {"name": called(named["name"])}
    line = Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=_owed_meta(clock, promise, words, more or str(task.what), reader))
    about = rest_of(named["name"]) if button.endswith(called(named["name"])) else named["name"]
    title, url = task.title % named, task.url(clock.subject)
    return TaskRow(title=title, line=line, promise=promise, url=url, button=button, about=about, who=called(named["name"]), waiter=clock.waiter_id)


def _owed_meta(clock: Clock, promise: Promise, words: Words, what: str, reader: Membership | None) -> str:
    sentences = [f"{what.removesuffix('.')}."]
    if promise.state == "late":
        sentences.append(_("Promised for %(day)s.") % {"day": words.day(promise.due_date)})
    if reader is not None and clock.owner_id != reader.pk:
        sentences.append(_("You stand in for %(name)s.") % {"name": clock.owner.name})
    return " ".join(sentences)


def _awaited_row(clock: Clock, promise: Promise, words: Words) -> TaskRow:
    task = _task(clock)
    due, tone = due_for_waiter(promise, words)
    line = Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=_("Of %(name)s.") % {"name": clock.owner.name})
    return TaskRow(title=str(task.promised), line=line, promise=promise, url=task.own_url(clock.subject))


def _task(clock: Clock) -> Task:
    task = promises.named(clock.kind).task
    if task is None:
        raise LookupError(clock.kind)  # asked for kinds with a task only
    return task
