"""Facts, states, conversation, who opened it; views and pages of a list; headings of page and section."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from ui.components.library import draw, one_of, register
from ui.navigation import NavItem

_STATUSES = ("course", "attention", "none", "few", "aside", "late")


@register.inclusion_tag("ui/page_title.html")
def page_title(*, title: str, kicker: str = "", lead: str = "") -> dict[str, Any]:
    """Kicker (date, number), h1 (the answer, not the name of the screen), lead with the first step."""
    return {"title": title, "kicker": kicker, "lead": lead}


@register.simple_block_tag
def section(content: str, *, title: str, section_id: str, level: int = 2, small: bool = False, hidden: bool = False, meta: str = "") -> SafeString:
    """A part of a page with its heading. `small` looks like a third level, `hidden` is only for screen readers."""
    return draw("section", title=title, section_id=section_id, level=level, small=small, hidden=hidden, meta=meta, content=content)


@register.simple_block_tag
def aside_section(content: str, *, title: str) -> SafeString:
    """Facts beside the work: no buttons, only links."""
    return draw("aside_section", title=title, content=content)


@register.inclusion_tag("ui/views.html")
def views(*, label: str, items: Sequence[NavItem]) -> dict[str, Any]:
    """Views of one list: links, of which one is here."""
    return {"label": label, "items": items}


@register.inclusion_tag("ui/pagination.html")
def pagination(*, next_url: str = "", first_url: str = "", other_size_url: str = "", other_size: int = 0) -> dict[str, Any]:
    """Keyset paging: forward, back to the first, and the other page size. No numbers of pages: nothing is counted."""
    return {"next_url": next_url, "first_url": first_url, "other_size_url": other_size_url, "other_size": other_size}


@register.inclusion_tag("ui/status.html")
def status(*, kind: str, label: str) -> dict[str, Any]:
    """State of an agreement or lesson, always with its word: course, attention, none (not started), few (data), aside, late."""
    return {"kind": one_of(kind, _STATUSES, what="status"), "label": label}


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many stand in one state. `kind`: of `status`."""

    kind: str
    number: int
    label: str

    @property
    def shapes(self) -> range:
        return range(self.number)


@register.inclusion_tag("ui/strip.html")
def strip(*, label: str, items: Sequence[Share]) -> dict[str, Any]:
    """How many stand how: one shape for each, and the number with its word below. `label`: what is counted, for who does not see it."""
    for each in items:
        one_of(each.kind, _STATUSES, what="status")
    return {"label": label, "items": items}


@register.inclusion_tag("ui/badge.html")
def badge(*, label: str, calm: bool = False) -> dict[str, Any]:
    """One word beside a title: "Nieuw"; `calm` for "Nieuw bericht". Never three in a row."""
    return {"label": label, "calm": calm}


@register.simple_block_tag
def facts(content: str, *, wide: bool = False) -> SafeString:
    return draw("facts", wide=wide, content=content)


@register.simple_block_tag
def fact(content: str, *, label: str) -> SafeString:
    return draw("fact", label=label, content=content)


@register.simple_block_tag
def check(content: str) -> SafeString:
    """The page before sending: question, answer, "Wijzig"."""
    return draw("check", content=content)


@register.inclusion_tag("ui/check_line.html")
def check_line(*, label: str, answer: str, href: str) -> dict[str, Any]:
    """One answer; an empty one says so."""
    return {"label": label, "answer": answer, "href": href}


@register.inclusion_tag("ui/statement.html")
def statement(*, kind: str, title: str, text: str, mark: str = "", level: int = 3) -> dict[str, Any]:
    """What somebody wrote, read later: `fact` (perceived) has a solid line, `view` (opinion) a dotted one. `mark`: "mening"."""
    return {"kind": one_of(kind, ("fact", "view"), what="kind of statement"), "title": title, "text": text, "mark": mark, "level": level}


@register.simple_block_tag
def talk(content: str) -> SafeString:
    """A conversation, oldest first."""
    return draw("talk", content=content)


@register.inclusion_tag("ui/said.html")
def said(*, text: str, meta: str, mine: bool = False) -> dict[str, Any]:
    """One message: ours left, hers right. `meta`: name, weekday, time."""
    return {"text": text, "meta": meta, "mine": mine}


@register.simple_block_tag
def log(content: str) -> SafeString:
    """Who opened it, newest first."""
    return draw("log", content=content)


@register.inclusion_tag("ui/log_line.html")
def log_line(*, who: str, meta: str) -> dict[str, Any]:
    """`who`: name and role; `meta`: how often, when, and the reason."""
    return {"who": who, "meta": meta}


@register.inclusion_tag("ui/date_leaf.html")
def date_leaf(*, month: str, day: int, weekday: str) -> dict[str, Any]:
    """A day as a leaf of a calendar; the words stand beside it."""
    return {"month": month, "day": day, "weekday": weekday}
