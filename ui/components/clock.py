"""A promise with a day: the ring, the row, the head of a page, the path. The words come first; the ring repeats them."""

from typing import Any

from django.utils.safestring import SafeString

from ui.components.library import draw, one_of, register

STATES = ("run", "today", "late", "paused", "you", "kept", "kept-late", "later")
# Which colour the words of a state have. Red is only for late, danger and errors.
TONES = {"today": "today", "late": "late", "paused": "paused", "kept": "kept"}
HERO_TONES = {**TONES, "kept-late": "kept"}


def ring_values(state: str, number: int | str | None, share: float) -> dict[str, Any]:
    one_of(state, STATES, what="state of a clock")
    return {"state": state, "number": "" if number is None else number, "share": max(0, min(100, round(share)))}


@register.inclusion_tag("ui/ring.html")
def ring(*, state: str, number: int | str | None = "", share: float = 0, large: bool = False) -> dict[str, Any]:
    """The clock as a picture, hidden from screen readers.

    `state`: run, today, late, paused, you (she must act), kept, kept-late, later.
    `number`: working days left, only drawn for run. `share`: percentage of the promised working days that is used.
    `large`: as head of a page.
    """
    return {**ring_values(state, number, share), "large": large}


@register.simple_block_tag
def hero(content: str, *, state: str, title: str, number: int | str | None = "", share: float = 0, level: int = 1, heading_id: str = "") -> SafeString:
    """The state of the page in words, tinted, with the h1; once per page. The block holds the sentences below it."""
    values = ring_values(state, number, share)
    return draw("hero", **values, title=title, level=level, heading_id=heading_id, tone=HERO_TONES.get(state, ""), content=content)


@register.simple_block_tag
def rows(content: str, *, tone: str = "", work: bool = False) -> SafeString:
    """A list of things with a clock. `tone`: late, today or week colours the rule above; `work` for officials."""
    if tone:
        one_of(tone, ("late", "today", "week"), what="tone of rows")
    return draw("rows", tone=tone, work=work, content=content)


@register.simple_block_tag
def row(
    content: str,
    *,
    state: str,
    title: str,
    due: str,
    href: str = "",
    what: str = "",
    meta: str = "",
    tag: str = "",
    calm_tag: bool = False,
    number: int | str | None = "",
    share: float = 0,
    level: int = 3,
    work: bool = False,
) -> SafeString:
    """One thing with a clock; the block holds its one button. `level=0` makes the title a paragraph.

    `title` who or which, `what` must be done, `due` by which day (in words), `meta` the rest. `tag`: "Nieuw".
    """
    values = _row(state=state, title=title, due=due, href=href, what=what, meta=meta, tag=tag, calm_tag=calm_tag)
    return draw("row", **values, **ring_values(state, number, share), level=level, work=work, action=SafeString(content.strip()))


@register.inclusion_tag("ui/row.html")
def clock_row(
    *, state: str, title: str, due: str, href: str = "", what: str = "", meta: str = "", number: int | str | None = "", share: float = 0, level: int = 0,
) -> dict[str, Any]:
    """A row without a button. Arguments as of `row`."""
    values = _row(state=state, title=title, due=due, href=href, what=what, meta=meta, tag="", calm_tag=False)
    return {**values, **ring_values(state, number, share), "level": level, "work": False, "action": ""}


@register.simple_block_tag
def path(content: str) -> SafeString:
    """Promises in the order of time: what was, what is, what comes."""
    return draw("path", content=content)


@register.simple_block_tag
def path_step(
    content: str,
    *,
    state: str,
    what: str,
    due: str = "",
    meta: str = "",
    number: int | str | None = "",
    share: float = 0,
    ahead: bool = False,
    now: bool = False,
) -> SafeString:
    """One step of a path. The block holds what explains it, such as a pause. `ahead`: what comes after is still to come."""
    values = ring_values(state, number, share)
    return draw("path_step", **values, what=what, due=due, meta=meta, tone=TONES.get(state, ""), ahead=ahead, now=now, content=SafeString(content.strip()))


@register.simple_block_tag
def path_pause(content: str, *, title: str) -> SafeString:
    """Why a day moved, inside its step: a moved day is never silent."""
    return draw("path_pause", title=title, content=content)


@register.simple_block_tag
def promise(content: str, *, state: str, title: str, number: int | str | None = "", share: float = 0) -> SafeString:
    """One promise in the greeting of the start page; the block holds text and link."""
    return draw("promise", **ring_values(state, number, share), title=title, tone=TONES.get(state, ""), content=content)


def _row(*, state: str, **words: object) -> dict[str, Any]:
    return {**words, "tone": TONES.get(state, "")}
