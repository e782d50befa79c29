"""What can be measured of the cooperation. An app hands in its figures from its `indicators.py`; who reports asks here and knows no app.

A figure is handed in as it may be shown: what is small is left out by the app that counts (keyfigures.suppression, evaluations.suppression).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from django.utils.functional import Promise as LazyText

from accounts.models import Municipality

Text = str | LazyText
_YEAR = timedelta(days=365)


class Unit(Enum):
    """How the value of an indicator reads. A share is told as `part` of `of`; its value is in percents."""

    SHARE = "share"
    NUMBER = "number"
    MEAN = "mean"  # from 1 to 5, one digit
    MONTHS = "months"
    EURO = "euro"
    YES = "yes"  # 1 or 0


class Direction(Enum):
    """On which side of the threshold it is well."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, kw_only=True)
class Period:
    """Both days inclusive. Figures of one moment are of `last`."""

    first: date
    last: date

    @classmethod
    def year_until(cls, last: date) -> "Period":
        return cls(first=last - _YEAR + timedelta(days=1), last=last)


class Lack(Enum):
    """Why there is no value."""

    NOTHING_YET = "nothing_yet"  # it did not begin: nothing to count
    TOO_FEW = "too_few"  # so few that a person could be seen
    FAILED = "failed"  # it could not be counted


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured number, as it may be shown. Without a value `lack` says why.

    `part` and `of` of a share are there where both may be told. A rounded share without them is "so many percent at least", in fives.
    """

    value: Decimal | None = None
    part: int | None = None
    of: int | None = None
    lack: Lack | None = None
    is_rounded: bool = False  # "5 or more": people, rounded down to fives

    def __post_init__(self) -> None:
        if (self.value is None) == (self.lack is None):
            raise ValueError("a figure has a value, or says why not")


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """`definition`: what is counted, in one sentence. `code` starts with the app that counts it, and never changes.

    `threshold`: our proposal for where it is well, with `reason`; None where no number can be too low or too high.
    `counts_people`: then it is measured at the end of a quarter only, as the pages of the network are.
    """

    code: str
    label: Text
    definition: Text
    unit: Unit
    measure: Callable[[Municipality, Period], Figure]
    direction: Direction = Direction.AT_LEAST
    threshold: Decimal | None = None
    reason: Text = ""
    counts_people: bool = False


@dataclass(frozen=True, kw_only=True)
class Measured:
    indicator: Indicator
    figure: Figure


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence for a report, with what it is about. No person in it."""

    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Lines:
    """What an app tells in words: what was learned, what was done. At most a handful, newest first, without persons."""

    code: str
    label: Text
    tell: Callable[[Municipality, Period], Sequence[Line]]


_INDICATORS: dict[str, Indicator] = {}
_LINES: dict[str, Lines] = {}


def register(*indicators: Indicator) -> None:
    _INDICATORS.update({each.code: each for each in indicators})


def register_lines(*lines: Lines) -> None:
    _LINES.update({each.code: each for each in lines})


def withdraw(code: str) -> None:
    """It is measured no more."""
    _INDICATORS.pop(code, None)


def lines_named(code: str) -> Lines | None:
    return _LINES.get(code)


def all_indicators() -> tuple[Indicator, ...]:
    """In the order of their codes."""
    return tuple(_INDICATORS[code] for code in sorted(_INDICATORS))


def named(code: str) -> Indicator | None:
    return _INDICATORS.get(code)


def share(part: int, of: int) -> Figure:
    """A share of what the municipality does: exact, because it is not about people. Of nothing there is no share."""
    if of == 0:
        return NOTHING_YET
    return Figure(value=(Decimal(100) * part / of).quantize(Decimal("0.1")), part=part, of=of)


def number(count: int) -> Figure:
    return Figure(value=Decimal(count))


NOTHING_YET = Figure(lack=Lack.NOTHING_YET)
TOO_FEW = Figure(lack=Lack.TOO_FEW)
FAILED = Figure(lack=Lack.FAILED)
