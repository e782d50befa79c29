"""What somebody owes, over all apps, and how it goes to a colleague. Each app says what it has in somebody's care.

The app registers at the start: `parts` tells what one member holds now, `left` who still holds something although she
does not work here any more on that day. Callers hold a transaction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.functional import Promise as LazyText

from accounts.models import Membership
from terms import promises
from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some things of one kind that one member holds. Who takes them must hold `permission`.

    `give` (to whom, by whom, when) leaves behind what this colleague may not have, such as a promise to herself.
    """

    label: str | LazyText
    number: int
    permission: str
    give: Callable[[Membership, Membership | None, datetime], None]


@dataclass(frozen=True, kw_only=True)
class Source:
    parts: Callable[[Membership], Iterable[Part]]
    left: Callable[[date], Iterable[int]]


@dataclass(frozen=True, kw_only=True)
class Held:
    """Rows of one kind with one `owner`, that still need somebody; their promises go along as promises.

    Who takes them must hold `permission`. `not_to`: names that lead from a row to somebody who never gets it, such as who asked it.
    """

    label: str | LazyText
    rows: "models.QuerySet[Any]"
    permission: str
    owner: str = "owner"
    not_to: tuple[str, ...] = ()


def source_of(*held: Held) -> Source:
    """One statement for each of `held`."""

    def parts(member: Membership) -> Iterable[Part]:
        return [_held_part(each, member) for each in held]

    def left(on: date) -> Iterable[int]:
        return {pk for each in held for pk in each.rows.filter(**{f"{each.owner}__end_date__lte": on}).values_list(each.owner, flat=True)}

    return Source(parts=parts, left=left)


def parts_of(member: Membership) -> list[Part]:
    """All that she holds, of every app; empty parts are not there."""
    return [part for source in _sources for part in source.parts(member) if part.number]


def who_left(on: date) -> set[int]:
    """The rows of members who left and still hold something."""
    return {pk for source in _sources for pk in source.left(on)}


def register(source: Source) -> None:
    _sources.append(source)


def _held_part(held: Held, member: Membership) -> Part:
    hers = held.rows.filter(**{held.owner: member})

    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        fit = hers
        for name in held.not_to:
            fit = fit.exclude(**{name: to})
        fit.update(**{held.owner: to})

    return Part(label=held.label, number=hers.count(), permission=held.permission, give=give)


def _promises(member: Membership) -> Iterable[Part]:
    """Promises with a task, per kind. One statement."""
    rows = Clock.objects.open().filter(owner=member, kind__in=promises.with_task()).values_list("kind").annotate(Count("pk")).order_by("kind")
    return [_promise_part(member, kind, number) for kind, number in rows]


def _promise_part(member: Membership, kind: str, number: int) -> Part:
    known = promises.named(kind)

    def give(to: Membership, _by: Membership | None, at: datetime) -> None:
        clocks = Clock.objects.select_for_update(of=("self",)).open().filter(owner=member, kind=kind).exclude(waiter=to).order_by("pk")
        taken = [clock.pk for clock in clocks if known.may_take is None or known.may_take(clock, to)]
        Clock.objects.filter(pk__in=taken).update(owner=to)
        Clock.objects.filter(pk__in=taken, paused_at=None).update(look_again_at=at)

    return Part(label=known.label, number=number, permission=known.task.permission if known.task else "", give=give)


def _left_promises(on: date) -> Iterable[int]:
    owed = Clock.objects.open().filter(kind__in=promises.with_task(), owner__end_date__lte=on)
    return owed.order_by().values_list("owner", flat=True).distinct()


_sources: list[Source] = [Source(parts=_promises, left=_left_promises)]
