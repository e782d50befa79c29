"""The kinds of promises. The app that makes a kind of promise registers it in its `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise as LazyText

from terms.ladder import DEFAULT, Rung

if TYPE_CHECKING:
    from datetime import datetime

    from accounts.models import Membership
    from terms.models import Clock


@dataclass(frozen=True, kw_only=True)
class PromiseKind:
    """`working_days` is our default. `path` is where this person can keep the promise, or see that it is late.

    `resume` ends a pause whose day came; it must not wait for somebody who is busy with the same thing: it may leave
    the pause as it is, and is then asked again.

    `still_wanted` answers at delivery whether this person may and must still hear about it.
    """

    kind: str
    label: str | LazyText
    working_days: int
    path: "Callable[[Clock, Membership], str]"
    still_wanted: "Callable[[Clock, Membership], bool]"
    resume: "Callable[[Clock, datetime], None]"
    ladder: tuple[Rung, ...] = DEFAULT


_KINDS: dict[str, PromiseKind] = {}


def register(*kinds: PromiseKind) -> None:
    _KINDS.update({kind.kind: kind for kind in kinds})


def named(kind: str) -> PromiseKind:
    """The registered kind; KeyError for one that nobody registered."""
    return _KINDS[kind]


def all_kinds() -> tuple[PromiseKind, ...]:
    return tuple(_KINDS.values())
