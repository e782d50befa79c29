"""Where the public page leads on to, in parts of the application that the approach does not know. The project hands these down at the start."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText

from accounts.models import Municipality

Text = str | LazyText


@dataclass(frozen=True, kw_only=True)
class Door:
    """`name`: which setting of the public page shows it. `url` is empty where this municipality has nothing to show."""

    name: str
    title: Text
    text: Text
    url: Callable[[Municipality], str]


_doors: dict[str, Door] = {}


def register(*doors: Door) -> None:
    _doors.update({each.name: each for each in doors})


def door(name: str) -> Door | None:
    return _doors.get(name)
