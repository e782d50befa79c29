"""Quarters of a year: the finest moment of everything that is counted without names. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS, LAST = 3, 4
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Quarter:
    year: int
    number: int  # 1 to 4

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @classmethod
    def ended_by(cls, day: date) -> "Quarter":
        """The last one of which `day` is the last day or later."""
        this = cls.of(day)
        return this if this.last == day else this.before

    @property
    def before(self) -> "Quarter":
        return Quarter(self.year - 1, LAST) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def after(self) -> "Quarter":
        return Quarter(self.year + 1, 1) if self.number == LAST else Quarter(self.year, self.number + 1)

    def since(self, earlier: "Quarter") -> int:
        """How many quarters later."""
        return (self.year - earlier.year) * LAST + self.number - earlier.number

    def last_ones(self, number: int) -> "tuple[Quarter, ...]":
        """The last `number` up to and including this one, oldest first."""
        found = [self]
        while len(found) < number:
            found.append(found[-1].before)
        return tuple(reversed(found))

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def last(self) -> date:
        return self.after.first - _ONE_DAY
