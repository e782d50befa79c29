"""Figures: words first, then the number, then the picture. Text stands in HTML, only the shape is SVG; bars start at 0.

A share is how much of the whole width is filled: its number and its whole come from the caller, never a percentage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ui.components.library import one_of, register

_FILLS = {"": "bar", "given": "bar2", "middle": "mid", "late": "late", "kept": "kept"}


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: its words, its number as text ("13 keer"), and `number` out of the `whole` of all bars.

    `tone`: empty for what is counted, `given` (what we gave), `middle`, `late` or `kept`. `more`: a sentence below.
    """

    label: str
    value: str
    number: float
    whole: float
    tone: str = ""
    more: str = ""

    @property
    def width(self) -> str:
        """0 to 100, with a point and one digit, as SVG wants it."""
        share = 100 * self.number / self.whole if self.whole else 0
        return f"{min(max(share, 0), 100):.1f}"

    @property
    def fill(self) -> str:
        return f"sf-c-{_FILLS[one_of(self.tone, _FILLS, what='tone of a bar')]}"


@register.inclusion_tag("ui/bars.html")
def bars(*, items: Sequence[Bar], wide: bool = False) -> dict[str, Any]:
    """Numbers beside their bars. `wide` puts words, bar and number on one line where there is room."""
    return {"items": items, "wide": wide}


@register.inclusion_tag("ui/balance.html")
def balance(*, asked: Bar, given: Bar) -> dict[str, Any]:
    """What was asked above what was given, on the same scale (`whole` is the same for both)."""
    return {"items": [asked, given]}


_MIX_KINDS = ("", "few", "none")


@dataclass(frozen=True, kw_only=True)
class MixCell:
    """One number of a cross table. `text` is what a narrow cell holds, `spoken` the whole words; `kind`: few, none or a number."""

    text: str
    spoken: str
    kind: str = ""
    is_total: bool = False

    @property
    def css(self) -> str:
        look = f"sf-mix__{self.kind}" if one_of(self.kind, _MIX_KINDS, what="kind of cell") else ""
        return " ".join(filter(None, [look, "sf-mix__total" if self.is_total else ""]))


@dataclass(frozen=True, kw_only=True)
class MixRow:
    label: str
    cells: Sequence[MixCell]


@register.inclusion_tag("ui/mix_table.html")
def mix_table(*, caption: str, corner: str, columns: Sequence[str], rows: Sequence[MixRow]) -> dict[str, Any]:
    """A cross table in which small numbers are words. "None" is a gap, and stands out. On a phone each row is a list with its columns named."""
    lines = [(row.label, list(zip(columns, row.cells, strict=True))) for row in rows]
    return {"caption": caption, "corner": corner, "columns": columns, "lines": lines}
