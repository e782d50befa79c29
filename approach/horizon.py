"""What of the support ends or comes, and from which day somebody is warned. Pure: rows and a day in, what is ahead out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from approach.deadlines import ELECTIONS_WARN_DAYS, WARN_DAYS

MANDATE, BUDGET, REVIEW, ELECTIONS, PORTFOLIO, MOMENT = "mandate", "budget", "review", "elections", "portfolio", "moment"
# How long before its day somebody is warned. A moment with college or council: only when it is over and nobody wrote down what came of it.
WARN_BEFORE = {
    MANDATE: timedelta(days=WARN_DAYS), BUDGET: timedelta(days=WARN_DAYS), REVIEW: timedelta(days=WARN_DAYS), PORTFOLIO: timedelta(days=WARN_DAYS),
    ELECTIONS: timedelta(days=ELECTIONS_WARN_DAYS), MOMENT: timedelta(days=-1),
}
TOLD_BY_MAIL = frozenset(WARN_BEFORE) - {MOMENT}


@dataclass(frozen=True)
class Mark:
    """A row of the register: a mandate until `on` (None: without an end), money until the last day of a year, a review, a date, a moment."""

    kind: str
    subject: UUID
    on: date | None


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """The last day of what ends, or the day on which something comes."""

    kind: str
    subject: UUID
    on: date

    def is_over(self, today: date) -> bool:
        return self.on < today

    def is_near(self, today: date) -> bool:
        """From here on it is said; also when the day is over and nobody did anything."""
        return today >= self.on - WARN_BEFORE[self.kind]


def ahead_of(marks: Iterable[Mark], *, today: date) -> list[Ahead]:
    """First what comes first. Of several mandates the one that holds longest, of several years the last one without a gap."""
    by_kind: dict[str, list[Mark]] = {}
    for mark in marks:
        by_kind.setdefault(mark.kind, []).append(mark)
    one_by_one = [mark for kind in (REVIEW, ELECTIONS, PORTFOLIO, MOMENT) for mark in by_kind.get(kind, [])]
    ends = [_last_mandate(by_kind.get(MANDATE, [])), _last_money(by_kind.get(BUDGET, []), today)]
    found = [Ahead(kind=each.kind, subject=each.subject, on=each.on) for each in (*ends, *one_by_one) if each is not None and each.on is not None]
    return sorted(found, key=lambda each: (each.on, each.kind, each.subject))


def near(marks: Iterable[Mark], *, today: date) -> list[Ahead]:
    """What somebody is warned of now."""
    return [each for each in ahead_of(marks, today=today) if each.is_near(today)]


def holds(marks: Iterable[Mark], *, today: date) -> bool:
    """Whether a mandate holds on this day."""
    return any(mark.kind == MANDATE and (mark.on is None or mark.on >= today) for mark in marks)


def _last_mandate(mandates: list[Mark]) -> Mark | None:
    """None when one of them has no end, or when nobody ever decided."""
    if any(mark.on is None for mark in mandates):
        return None
    return max(mandates, key=lambda mark: mark.on or date.min, default=None)


def _last_money(years: list[Mark], today: date) -> Mark | None:
    """The last year for which there is money without a gap, counted from this year; when there is none for this year, the last one before it."""
    by_year = {mark.on.year: mark for mark in years if mark.on is not None}
    year = today.year
    if year not in by_year:
        return by_year.get(max((each for each in by_year if each < year), default=0))
    while year + 1 in by_year:
        year += 1
    return by_year[year]
