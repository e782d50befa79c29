"""Lines in time: a strip of moments, and a trend of at most two series. Text keeps its size: positions are percentages.

The first series is a filled disc, the second an open square: form and colour say the same. The numbers stand in a table below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ui.components.library import register

_TOP, _BOTTOM = 20, 172  # of the drawing of a trend, in pixels
_LEFT, _RIGHT = 9.0, 97.0  # in percent
_STEPS = (1, 2, 5)


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


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    @property
    def left(self) -> str:
        return f"{self.x:.1f}%"

    @property
    def top(self) -> str:
        return f"{self.y:.1f}"


@register.inclusion_tag("ui/trend.html")
def trend(*, chart_id: str, title: str, words: str, series: Sequence[str], columns: Sequence[Column], label: str) -> dict[str, Any]:
    """One or two series in time, and the same numbers as a table. `series`: their names; `label`: what a column is ("Month")."""
    top = scale(max((value for column in columns for value in column.values), default=0))
    lines = [_line([column.values[place] for column in columns], top) for place in range(len(series))]
    drawn = [{"name": name, "is_first": place == 0, "points": line, "segments": list(pairwise(line))}
             for place, (name, line) in enumerate(zip(series, lines, strict=True))]
    grid = [{"value": value, "y": f"{_y(value, top):.1f}"} for value in sorted({0, top // 2, top}) if value in {0, top} or top % 2 == 0]
    names = [{"x": f"{_x(place, len(columns)):.1f}%", "label": column.short} for place, column in enumerate(columns) if column.short]
    return {"chart_id": chart_id, "title": title, "words": words, "series": drawn, "grid": grid, "names": names, "columns": columns, "label": label}


def scale(highest: int) -> int:
    """The round number at the top of a chart that begins at 0: 1, 2, 5, 10, 20, 50, …"""
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= highest:
                return step * power
        power *= 10


def _line(values: Sequence[int], top: int) -> list[Point]:
    return [Point(x=_x(place, len(values)), y=_y(value, top)) for place, value in enumerate(values)]


def _x(place: int, count: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (place + 0.5) / count


def _y(value: int, top: int) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * value / top
