"""The working days of one municipality: the law, its closing days and its office hours, loaded once."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import CharField, DateField, IntegerField, Q, QuerySet, Value

from accounts.models import Municipality
from accounts.prepared import Given, Prepared
from terms import days
from terms.models import ClosingDay, Term


@dataclass(frozen=True)
class Calendar:
    """Counts for one municipality; without one, only the law and office hours until 17.00."""

    closed: frozenset[date] = frozenset()
    opens_at: time = time(9)
    closes_at: time = time(17)
    own_terms: tuple[tuple[str, int], ...] = ()

    def due_at(self, moment: datetime, working_days: int) -> datetime:
        return days.due_at(moment, working_days, closes_at=self.closes_at, closed=self.closed)

    def counted_on(self, moment: datetime) -> date:
        return days.counted_on(moment, closes_at=self.closes_at, closed=self.closed)

    def add(self, day: date, working_days: int) -> date:
        return days.add_working_days(day, working_days, closed=self.closed)

    def between(self, first: date, last: date) -> int:
        return days.working_days_between(first, last, closed=self.closed)

    def office_opens_on(self, day: date) -> datetime:
        return days.at_time(day, self.opens_at)

    def working_days(self, kind: str, default: int) -> int:
        """The municipality's own term of this kind, or the default, in working days."""
        return dict(self.own_terms).get(kind, default)


def _of_a_municipality() -> QuerySet[Any, tuple[date | None, str, int]]:
    closing = ClosingDay.objects.filter(Q(municipality=Given("municipality")) | Q(municipality=None))
    terms = Term.objects.filter(municipality=Given("municipality"))
    no_day, no_kind, no_number = Value(None, DateField()), Value("", CharField()), Value(0, IntegerField())
    return closing.values_list("date", no_kind, no_number).union(terms.values_list(no_day, "kind", "working_days"), all=True)


_days_and_terms: Prepared[tuple[date | None, str, int]] = Prepared(_of_a_municipality)


def calendar_of(municipality: Municipality) -> Calendar:
    """One statement: closing days (own, and equated by royal decree for all) and own terms, which have no day."""
    rows = _days_and_terms(municipality=municipality.pk)
    return Calendar(
        closed=frozenset(day for day, _kind, _number in rows if day),
        opens_at=municipality.opens_at,
        closes_at=municipality.closes_at,
        own_terms=tuple((kind, number) for day, kind, number in rows if day is None),
    )
