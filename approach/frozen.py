"""What a report keeps of its figures: as they were handed in, with definition and period, into JSON and back. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from indicators.registry import Direction, Figure, Lack, Line, Measured, Period, Unit

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """One figure of one period."""

    code: str
    label: str
    definition: str
    unit: Unit
    direction: Direction
    first: date
    last: date
    figure: Figure

    @classmethod
    def of(cls, measured: Measured, period: Period) -> "Frozen":
        """The words in the language that is on."""
        indicator = measured.indicator
        return cls(
            code=indicator.code, label=str(indicator.label), definition=str(indicator.definition), unit=indicator.unit,
            direction=indicator.direction, first=period.first, last=period.last, figure=measured.figure,
        )

    @classmethod
    def from_json(cls, kept: Json) -> "Frozen":
        lack, value = kept["lack"], kept["value"]
        figure = Figure(
            value=None if value is None else Decimal(value), part=kept["part"], of=kept["of"],
            lack=Lack(lack) if lack else None, is_rounded=kept["is_rounded"],
        )
        return cls(
            code=kept["code"], label=kept["label"], definition=kept["definition"], unit=Unit(kept["unit"]), direction=Direction(kept["direction"]),
            first=date.fromisoformat(kept["first"]), last=date.fromisoformat(kept["last"]), figure=figure,
        )

    def as_json(self) -> Json:
        figure = self.figure
        return {
            "code": self.code, "label": self.label, "definition": self.definition, "unit": self.unit.value, "direction": self.direction.value,
            "first": self.first.isoformat(), "last": self.last.isoformat(), "value": None if figure.value is None else str(figure.value),
            "part": figure.part, "of": figure.of, "lack": figure.lack.value if figure.lack else "", "is_rounded": figure.is_rounded,
        }


@dataclass(frozen=True, kw_only=True)
class Money:
    """A year of the budget. `spent` is None as long as nobody filled it in."""

    year: int
    amount: int
    spent: int | None
    spent_until: date | None
    note: str


@dataclass(frozen=True, kw_only=True)
class KeptGoal:
    """A goal of the vision with the figure that shows it; `indicator` is empty where `measure` says how it is shown."""

    text: str
    indicator: str
    target: Decimal | None
    measure: str
    by_date: date | None
    standing: str


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All of a report. `lines` of a code is None when they could not be told. `visions`: days of adoption, of those in force in the period."""

    now: Mapping[str, Frozen]
    before: Mapping[str, Frozen]
    lines: Mapping[str, Sequence[Line] | None]
    money: Sequence[Money]
    goals: Sequence[KeptGoal]
    visions: Sequence[date]

    @classmethod
    def from_json(cls, kept: Json) -> "Figures":
        """Of a report that is half made: what there is."""
        return cls(
            now=_by_code(kept.get("now", {})),
            before=_by_code(kept.get("before", {})),
            lines={code: None if each is None else [Line(**line) for line in each] for code, each in kept.get("lines", {}).items()},
            money=[Money(**{**each, "spent_until": _day(each["spent_until"])}) for each in kept.get("money", [])],
            goals=[KeptGoal(**{**each, "target": _number(each["target"]), "by_date": _day(each["by_date"])}) for each in kept.get("goals", [])],
            visions=[date.fromisoformat(each) for each in kept.get("visions", [])],
        )


def _by_code(kept: Json) -> dict[str, Frozen]:
    """In the order of their codes: Postgres keeps none."""
    return {code: Frozen.from_json(kept[code]) for code in sorted(kept)}


def _day(kept: str | None) -> date | None:
    return date.fromisoformat(kept) if kept else None


def _number(kept: str | None) -> Decimal | None:
    return Decimal(kept) if kept is not None else None
