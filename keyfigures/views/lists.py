"""The views of a list as links, and its pages. What was chosen stands in the address, so that it can be kept and sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise as LazyText

from keyfigures.querysets.pages import page_after
from ui.navigation import NavItem

SHOW, AFTER = "toon", "na"  # names in the address
SIZE = 25

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, kw_only=True)
class View:
    """A part of a list, by a link. `narrow` asks the queryset; `empty` says kindly that there is nothing."""

    name: str
    label: str | LazyText
    empty: str | LazyText
    narrow: Callable[..., Any]


@dataclass(frozen=True, kw_only=True)
class Page(Generic[Row]):
    rows: list[Row]
    next_url: str
    first_url: str


def chosen(request: HttpRequest, views: Sequence[View]) -> View:
    """The view that the address names, else the first."""
    return next((each for each in views if each.name == request.GET.get(SHOW)), views[0])


def links(request: HttpRequest, views: Sequence[View]) -> list[NavItem]:
    here = chosen(request, views)
    return [NavItem(label=str(each.label), url=_url(request, **{SHOW: each.name, AFTER: ""}), current=each == here) for each in views]


def choices(request: HttpRequest, name: str, labels: Sequence[tuple[str, Any]]) -> list[NavItem]:
    """Narrowing by one value of `name` in the address; the first label is for no value."""
    here = request.GET.get(name, "")
    return [NavItem(label=str(label), url=_url(request, **{name: value, AFTER: ""}), current=value == here) for value, label in labels]


def page_of(request: HttpRequest, rows: "models.QuerySet[Row]", *, moment: str, oldest_first: bool = False) -> Page[Row]:
    """In the order of `moment`, newest first unless said otherwise."""
    after = request.GET.get(AFTER, "")
    found, following = page_after(rows, after, moment=moment, size=SIZE, oldest_first=oldest_first)
    return Page(rows=found, next_url=_url(request, **{AFTER: following}) if following else "", first_url=_url(request, **{AFTER: ""}) if after else "")


def _url(request: HttpRequest, **wanted: str) -> str:
    values = request.GET.copy()
    for name, value in wanted.items():
        values[name] = value
    for name in [name for name, value in values.items() if not value]:
        del values[name]
    return "?" + values.urlencode()
