"""The kinds of promises. The app that makes a kind of promise registers it in its `apps.py`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise as LazyText

from terms.ladder import DEFAULT, Rung

if TYPE_CHECKING:
    from datetime import date, datetime

    from accounts.models import Membership
    from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Task:
    """How a promise reads on the pages of both sides. `%(name)s` in a text is who waits.

    `title` and `button` are for who owes it ("%(name)s waits for an answer", "Answer %(name)s"), `promised` for who waits;
    empty where she reads the same in another promise.
    `route` names the page where it is kept, with the public id of what the promise is about; `own_route` the page of who
    waits, with that id only when it is another one than her start page. Only who holds `permission` hears of it; when it
    `is_private`, only who owes it and who waits: not their colleagues with the same permission, not who stands in.
    """

    title: str | LazyText
    button: str | LazyText
    what: str | LazyText
    promised: str | LazyText
    route: str
    permission: str
    own_route: str = ""
    is_private: bool = False

    def url(self, subject: UUID) -> str:
        return reverse(self.route, args=[subject])

    def own_url(self, subject: UUID) -> str:
        """Empty where there is nothing more to see than that it is promised."""
        return reverse(self.own_route, args=[subject]) if self.own_route else ""


def _path(clock: "Clock", member: "Membership") -> str:
    """Where it is kept; the start page for who may only know that it is late."""
    task = _task_of(clock)
    return task.url(clock.subject) if member.may(task.permission) else reverse("home")


def _still_wanted(clock: "Clock", member: "Membership") -> bool:
    """Who can keep it, and who is asked when it stays late; never who waits for it herself."""
    return (member.may(_task_of(clock).permission) or member.may("signals.escalated")) and member.pk != clock.waiter_id


def _task_of(clock: "Clock") -> Task:
    task = named(clock.kind).task
    if task is None:
        raise LookupError(clock.kind)  # a kind without a task says itself where it is kept
    return task


@dataclass(frozen=True, kw_only=True)
class PromiseKind:
    """`working_days` is our default. A kind has a `task`, or says in its own way where and by whom it is kept.

    `path` is where this person can keep the promise, or see that it is late. `still_wanted` answers at delivery whether
    this person may and must still hear about it. `resume` ends a pause whose day came; it must not wait for somebody who
    is busy with the same thing: it may leave the pause as it is, and is then asked again. None: the clock just runs on.
    `may_take` answers whether this promise may go to that colleague, for kinds that somebody may not keep. `details` says more
    in a row of who owes it, for many subjects at once, seen from today. `set_by_term`: a municipality chooses its own number
    of working days; kinds whose day comes from elsewhere do not offer that.
    """

    kind: str
    label: str | LazyText
    working_days: int
    task: Task | None = None
    path: "Callable[[Clock, Membership], str]" = _path
    still_wanted: "Callable[[Clock, Membership], bool]" = _still_wanted
    resume: "Callable[[Clock, datetime], None] | None" = None
    ladder: tuple[Rung, ...] = DEFAULT
    may_take: "Callable[[Clock, Membership], bool] | None" = None
    details: "Callable[[Collection[UUID], date], Mapping[UUID, str]] | None" = None
    set_by_term: bool = True


_KINDS: dict[str, PromiseKind] = {}


def register(*kinds: PromiseKind) -> None:
    _KINDS.update({kind.kind: kind for kind in kinds})


def named(kind: str) -> PromiseKind:
    """The registered kind; KeyError for one that nobody registered."""
    return _KINDS[kind]


def all_kinds() -> tuple[PromiseKind, ...]:
    return tuple(_KINDS.values())


def with_task(permissions: Collection[str] | None = None) -> list[str]:
    """The kinds that stand on the pages of everybody by their task: all, or those that everybody with one of `permissions` may know."""
    tasks = _tasks().items()
    return [kind for kind, task in tasks if permissions is None or (task.permission in permissions and not task.is_private)]


def private() -> list[str]:
    """The kinds of which only who owes them and who waits may know."""
    return [kind for kind, task in _tasks().items() if task.is_private]


def _tasks() -> dict[str, Task]:
    return {kind.kind: kind.task for kind in _KINDS.values() if kind.task is not None}
