"""Drawings by the server: a strip of moments, a trend of at most two series, and how a whole is spread. Text keeps its size: positions are percentages.

In a trend the first series is a filled disc, the second an open square: form and colour say the same. The numbers stand in a table below.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.template.loader import render_to_string

from ui.components.library import one_of, register

_TOP, _BOTTOM = 20, 172  # of the drawing of a trend, in pixels
_LEFT, _RIGHT = 9.0, 97.0  # in percent
_STEPS = (1, 2, 5)
_GAP = 0.6  # in percent, between two parts of a strip: colour alone does not part them
# The colours of static/css/tokens.css, for who reads without a style sheet.
_ON_PAPER = (
    ".sf-c-bar,.sf-c-dot{fill:#0d5c69}.sf-c-kept{fill:#1f6740}.sf-c-mid{fill:#5d7177}.sf-c-late{fill:#a1281b}.sf-c-rest{fill:#d9e8e7}"
    ".sf-c-line{stroke:#0d5c69;stroke-width:2.5}.sf-c-line--second{stroke:#a1281b;stroke-dasharray:2 6}.sf-c-grid{stroke:#d3dddd}.sf-c-axis{stroke:#5d7177}"
    ".sf-c-incident{fill:#fff;stroke:#a1281b;stroke-width:2.5}.sf-c-text{font:14px Figtree;fill:#44575d}"
)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One moment on a strip: `at` 0 to 100; of the first kind or the second."""

    at: float
    is_first: bool = True

    @property
    def x(self) -> str:
        return f"{2 + 0.96 * self.at:.1f}%"


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A word below a strip: `at` 0 to 100."""

    at: float
    label: str

    @property
    def x(self) -> str:
        return f"{2 + 0.96 * self.at:.1f}%"

    @property
    def anchor(self) -> str:
        """A word at the edge stays on the page."""
        near = 12
        return "start" if self.at < near else "end" if self.at > 100 - near else "middle"


@register.inclusion_tag("ui/timeline.html")
def timeline(*, chart_id: str, title: str, words: str, marks: Sequence[Mark], ticks: Sequence[Tick], legend: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """A strip of moments. `words` says what the picture shows; `legend`: ("first" or "second", words with the number)."""
    return {"chart_id": chart_id, "title": title, "words": words, "marks": marks, "ticks": ticks, "legend": legend}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One moment of a trend: its name, the short name below the chart (empty where there is no room), and a number per series."""

    label: str
    short: str
    values: tuple[int, ...]

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(str(value) for value in self.values)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A column of measures: `told` is each as words for the table; a value that is None is a gap in its line."""

    label: str
    short: str
    values: tuple[float | None, ...]
    told: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    @property
    def left(self) -> str:
        return f"{self.x:.1f}%"

    @property
    def across(self) -> str:
        return f"{self.x:.1f}"

    @property
    def top(self) -> str:
        return f"{self.y:.1f}"


@register.inclusion_tag("ui/trend.html")
def trend(
    *, chart_id: str, title: str, words: str, series: Sequence[str], columns: Sequence[Column | Measure], label: str, ends: tuple[int, int] | None = None,
) -> dict[str, Any]:
    """One or two series in time, and the same numbers as a table. `series`: their names; `label`: what a column is ("Month").

    `ends`: the lowest and highest that can be measured; else it begins at 0 and ends above the highest number.
    """
    low, top = ends or (0, scale(max((value for column in columns for value in column.values if value is not None), default=0)))
    lines = [[_point(column.values[at], place, len(columns), (low, top)) for place, column in enumerate(columns)] for at in range(len(series))]
    drawn = [
        {"name": name, "is_first": at == 0, "points": [point for point in line if point], "segments": [pair for pair in pairwise(line) if all(pair)]}
        for at, (name, line) in enumerate(zip(series, lines, strict=True))
    ]
    grid = [{"value": value, "y": f"{_y(value, (low, top)):.1f}", "is_axis": value == low} for value in _grid(low, top)]
    names = [{"x": f"{_x(place, len(columns)):.1f}%", "label": column.short} for place, column in enumerate(columns) if column.short]
    rows = [(column.label, list(zip(series, column.told, strict=True))) for column in columns]
    return {"chart_id": chart_id, "title": title, "words": words, "series": drawn, "grid": grid, "names": names, "rows": rows, "label": label}


@dataclass(frozen=True, kw_only=True)
class Spark:
    """A small line beside a number: where it went. Beside the words that say the same; the numbers stand elsewhere."""

    points: tuple[Point, ...]

    @classmethod
    def of(cls, values: Sequence[float | None]) -> "Spark":
        """From the oldest to the newest; a gap is bridged. A line that hardly moves stays in the middle."""
        known = [(place, value) for place, value in enumerate(values) if value is not None]
        low, high = min(value for _place, value in known), max(value for _place, value in known)
        span, last = (high - low) or 1.0, max(len(values) - 1, 1)
        middle = 14.0 if high == low else 24.0
        return cls(points=tuple(Point(x=4 + 96 * place / last, y=middle - 20 * (value - low) / span) for place, value in known))

    @property
    def line(self) -> str:
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)


@register.inclusion_tag("ui/spark.html")
def spark(*, drawn: Spark) -> dict[str, Any]:
    return {"line": drawn.line, "end": drawn.points[-1]}


_TONES = {"high": "kept", "middle": "mid", "low": "late", "": "bar", "rest": "rest"}


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A part of a whole: its words, its number as text, and `number` as it is drawn. `tone`: high, middle, low, empty, or rest for what is not told."""

    label: str
    value: str
    number: int
    tone: str = ""

    @property
    def fill(self) -> str:
        return f"sf-c-{_TONES[one_of(self.tone, _TONES, what='tone of a segment')]}"


@register.inclusion_tag("ui/distribution.html")
def distribution(*, chart_id: str, title: str, words: str, segments: Sequence[Segment], rows: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """One strip in parts, with their numbers beside it. `rows` is the whole table, which can tell more than the parts."""
    whole, placed, begin = sum(each.number for each in segments) or 1, [], 0.0
    for each in segments:
        width = 100 * each.number / whole
        if each.number:
            placed.append({"fill": each.fill, "x": f"{begin:.2f}", "width": f"{max(width - _GAP, 0.2):.2f}"})
        begin += width
    return {"chart_id": chart_id, "title": title, "words": words, "segments": segments, "placed": placed, "rows": rows}


def picture(template: str, context: Mapping[str, Any]) -> str:
    """A drawing by itself, for paper: the same shapes, 480 wide, with the colours inside. `context` as its tag makes it."""
    drawn = render_to_string(template, dict(context)).strip()
    drawn = drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" width="480" ', 1).replace(' width="100%"', "", 1)
    return drawn.replace("<title", f"<style>{_ON_PAPER}</style><title", 1)


def scale(highest: float) -> int:
    """The round number at the top of a chart that begins at 0: 1, 2, 5, 10, 20, 50, …"""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= highest:
                return step * power
        power *= 10


def _grid(low: int, top: int) -> list[int]:
    middle = (low + top) // 2
    return sorted({low, top} | ({middle} if (low + top) % 2 == 0 else set()))


def _point(value: float | None, place: int, count: int, ends: tuple[int, int]) -> Point | None:
    return None if value is None else Point(x=_x(place, count), y=_y(value, ends))


def _x(place: int, count: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (place + 0.5) / count


def _y(value: float, ends: tuple[int, int]) -> float:
    low, top = ends
    return _BOTTOM - (_BOTTOM - _TOP) * (value - low) / (top - low)
