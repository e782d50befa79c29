"""What a report is made of, asked once of everybody who hands something in. Each step gives a part of `Report.figures`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from accounts.models import Municipality
from approach.frozen import Frozen
from approach.models.report import Report
from approach.models.support import Budget
from approach.models.vision import Goal, Vision
from approach.report_template import LINES
from approach.standing import standing_of
from indicators.measuring import measure, period_of, told
from indicators.quarters import Quarter
from indicators.registry import Indicator, Lines, Period, lines_named, named

QUARTERS = 12  # that ended, to choose from
Json = dict[str, Any]


def figures_of(report: Report) -> Json:
    return {"now": _frozen(report.municipality, Period(first=report.first, last=report.last))}


def figures_before(report: Report) -> Json:
    return {"before": _frozen(report.municipality, period_before(report))}


def words_and_money(report: Report) -> Json:
    period = Period(first=report.first, last=report.last)
    handed_in = {code: lines_named(code) for code in LINES}
    lines = {code: _told(each, report.municipality, period) for code, each in handed_in.items() if each is not None}
    budgets = Budget.objects.filter(municipality=report.municipality, year__range=(report.first.year, report.last.year)).order_by("year")
    return {"lines": lines, "money": [_money(each) for each in budgets]}


def goals_and_vision(report: Report) -> Json:
    """The goals of the vision in force on the last day. Which one that is stands with the report."""
    report.vision = Vision.objects.in_force(report.municipality, on=report.last)
    goals = Goal.objects.filter(vision=report.vision).order_by("position", "pk") if report.vision is not None else []
    return {"goals": [_goal(each, report.figures["now"]) for each in goals], "visions": [day.isoformat() for day in _visions(report)]}


STEPS: tuple[Callable[[Report], Json], ...] = (figures_of, figures_before, words_and_money, goals_and_vision)


def period_before(report: Report) -> Period:
    """As many quarters, directly before."""
    begins = Quarter.of(report.first)
    before = begins.before.last_ones(Quarter.of(report.last).since(begins) + 1)
    return Period(first=before[0].first, last=before[-1].last)


def _frozen(municipality: Municipality, period: Period) -> Json:
    return {code: each.as_json() for code, each in _measured(municipality, period).items()}


def measured_again(report: Report) -> Mapping[str, Frozen]:
    """The same figures of the same period as they are now; what is no longer handed in is not there."""
    period = Period(first=report.first, last=report.last)
    asked: list[Indicator] = [each for each in map(named, report.figures.get("now", {})) if each is not None]
    return _measured(report.municipality, period, asked)


def _measured(municipality: Municipality, period: Period, asked: Iterable[Indicator] | None = None) -> dict[str, Frozen]:
    """By code, each with the period of which it was counted."""
    return {code: Frozen.of(each, period_of(each.indicator, period)) for code, each in measure(municipality, period, indicators=asked).items()}


def _told(handed_in: Lines, municipality: Municipality, period: Period) -> list[dict[str, str]] | None:
    """None when it could not be told: the rest of the report does not suffer."""
    found = told(handed_in, municipality, period)
    return None if found is None else [{"title": str(line.title), "text": str(line.text)} for line in found]


def _money(row: Budget) -> Json:
    return {
        "year": row.year, "amount": row.amount, "spent": row.spent, "spent_until": row.spent_until.isoformat() if row.spent_until else None, "note": row.note,
    }


def _goal(row: Goal, now: Json) -> Json:
    """How it stands: beside its target, or beside our threshold where it has none."""
    kept, indicator, standing = now.get(row.indicator), named(row.indicator), ""
    if kept is not None:
        frozen = Frozen.from_json(kept)
        threshold = row.target if row.target is not None else (indicator.threshold if indicator else None)
        standing = str(standing_of(frozen.figure, threshold=threshold, direction=frozen.direction))
    return {
        "text": row.text, "indicator": row.indicator, "target": None if row.target is None else str(row.target), "measure": row.measure,
        "by_date": row.by_date.isoformat() if row.by_date else None, "standing": standing,
    }


def _visions(report: Report) -> list[date]:
    """Days of adoption of those that were in force in the period, oldest first."""
    adopted = Vision.objects.adopted_until(report.last, municipality=report.municipality).order_by("adopted_on", "number")
    days = list(dict.fromkeys(day for day in adopted.values_list("adopted_on", flat=True) if day is not None))
    earlier, inside = [day for day in days if day <= report.first], [day for day in days if day > report.first]
    return [*earlier[-1:], *inside]


def ended_quarters(today: date) -> list[Quarter]:
    """Of which a report can be made, newest first."""
    return list(reversed(Quarter.ended_by(today).last_ones(QUARTERS)))
