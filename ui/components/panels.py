"""Boxes, of which a page has few: danger, choices, notes, steps on the spot, nothing to do."""

from typing import Any

from django.utils.safestring import SafeString

from ui.components.library import draw, one_of, register

_NOTE_ICONS = {"": "info-circle", "ok": "check", "warn": "alert-triangle"}


def _note_icon(tone: str, icon: str) -> str:
    one_of(tone, _NOTE_ICONS, what="tone of a note")
    return icon or _NOTE_ICONS[tone]


@register.inclusion_tag("ui/note.html")
def note(*, text: str, title: str = "", tone: str = "", icon: str = "", live: bool = False, note_id: str = "") -> dict[str, Any]:
    """One fact (no tone), a confirmation (`ok`) or a soft warning (`warn`). `live` lets screen readers say it at once."""
    return {"content": text, "title": title, "tone": tone, "icon": _note_icon(tone, icon), "live": live, "note_id": note_id}


@register.simple_block_tag
def note_block(content: str, *, title: str = "", tone: str = "", icon: str = "", live: bool = False, note_id: str = "") -> SafeString:
    """A note with more than one sentence: the block holds paragraphs. Arguments as of `note`."""
    return draw("note", block=content, title=title, tone=tone, icon=_note_icon(tone, icon), live=live, note_id=note_id)


@register.inclusion_tag("ui/emergency.html")
def emergency(*, emergency_number: str, police_number: str, anonymous_number: str, level: int = 2) -> dict[str, Any]:
    """First on every way in to a concern, and on paper: danger is for 112, not for this form. Numbers are settings."""
    return {"emergency_number": emergency_number, "police_number": police_number, "anonymous_number": anonymous_number, "level": level}


@register.inclusion_tag("ui/choice.html")
def choice(*, title: str, text: str, href: str, icon: str, first: bool = False) -> dict[str, Any]:
    """One of two to four big choices that lead on; stands in a `choices` block. `first` for the one we advise."""
    return {"title": title, "text": text, "href": href, "icon": icon, "first": first}


@register.simple_block_tag
def choices(content: str) -> SafeString:
    return draw("choices", content=content)


@register.simple_block_tag
def opens(content: str) -> SafeString:
    """Steps that are possible now, closed; each an `open_step`."""
    return draw("opens", content=content)


@register.simple_block_tag
def open_step(content: str, *, title: str, primary: bool = False, is_open: bool = False, step_id: str = "", on_paper: bool = False) -> SafeString:
    """A step on the spot instead of a modal. The first possible one is `primary` and open. `on_paper`: something to read, so printed in full."""
    return draw("open_step", title=title, primary=primary, is_open=is_open or primary, step_id=step_id, on_paper=on_paper, content=content)


@register.simple_block_tag
def blocked(content: str, *, title: str = "") -> SafeString:
    """Not possible any more (409): the block says who did it and when; below stands the page as it is now."""
    return draw("blocked", title=title, content=content)


@register.simple_block_tag
def empty_state(content: str, *, title: str = "", level: int = 2, art: bool = True) -> SafeString:
    """Nothing to do is good news, kindly; the block holds one sentence and at most one button."""
    return draw("empty_state", title=title, level=level, art=art, content=content)


@register.inclusion_tag("ui/steps.html")
def steps(*, number: int, count: int, label: str) -> dict[str, Any]:
    """ "Zorg delen, stap 1 van 5". The words carry the meaning, the bar is decoration."""
    marks = ["is-done"] * (number - 1) + ["is-now"] + [""] * (count - number)
    return {"number": number, "count": count, "label": label, "marks": marks}


@register.inclusion_tag("ui/example.html")
def example(*, title: str, good: str | list[str], bad: str | list[str]) -> dict[str, Any]:
    """Sentences to write like, and not to write like."""
    return {"title": title, "good": _listed(good), "bad": _listed(bad)}


def _listed(sentences: str | list[str]) -> list[str]:
    return [sentences] if isinstance(sentences, str) else list(sentences)
