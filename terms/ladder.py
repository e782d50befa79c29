"""Who hears when about a promise. Dates in, rungs out; no clock, no database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Rung:
    """`after`: working days after the due day (negative: before). `who`: owner, deputy or team_lead."""

    name: str
    after: int
    who: str


DEFAULT = (
    Rung("soon", -2, "owner"),
    Rung("today", 0, "owner"),
    Rung("late", 1, "deputy"),
    Rung("long_late", 3, "team_lead"),
)

AddDays = Callable[[date, int], date]
OpensOn = Callable[[date], datetime]


def moments(ladder: Sequence[Rung], due: date, *, add: AddDays, opens_on: OpensOn) -> list[tuple[datetime, Rung]]:
    """When each rung is reached: at office opening of its day."""
    return [(opens_on(add(due, rung.after)), rung) for rung in ladder]


def reached(ladder: Sequence[Rung], due: date, *, at: datetime, add: AddDays, opens_on: OpensOn) -> list[Rung]:
    """The furthest rung reached at `at` for each person: who was away three days gets one message, not three."""
    furthest: dict[str, Rung] = {}
    for moment, rung in moments(ladder, due, add=add, opens_on=opens_on):
        if moment <= at:
            furthest[rung.who] = rung
    return list(furthest.values())


def next_moment(
    ladder: Sequence[Rung], due: date, *, after: datetime, add: AddDays, opens_on: OpensOn,
) -> datetime | None:
    """The first rung after `after`, or None when the ladder is climbed."""
    later = [moment for moment, _rung in moments(ladder, due, add=add, opens_on=opens_on) if moment > after]
    return min(later, default=None)
