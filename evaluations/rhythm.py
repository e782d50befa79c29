"""How often is evaluated: when the next one of a kind opens. Days in, days out.

Lesson: reflect on the cooperation periodically. So many months lie between two of a kind, counted from the first day of the last.
"""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Of one kind in one municipality. `last`: the first day of the last one that was opened; none of this kind: `since`, when the first of
    all kinds was. `has_next`: one is planned or open."""

    months: int
    last: date | None
    has_next: bool
    since: date | None = None

    @property
    def expected(self) -> date | None:
        """The first day of the next one. None: nothing to count from, one is there already, or none is wanted."""
        begin = self.last or self.since
        if not self.months or self.has_next or begin is None:
            return None
        return begin + relativedelta(months=self.months)

    def opens_on(self, ready: date) -> date:
        """`ready`: the first day on which it can be prepared. The first survey of all opens on that day."""
        return max(self.expected or ready, ready)

    def is_to_be_planned(self, ready: date) -> bool:
        """Close enough to prepare it. A first survey is: it has nothing to count from."""
        if not self.months or self.has_next:
            return False
        return self.expected is None or self.expected <= ready
