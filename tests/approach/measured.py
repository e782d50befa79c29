"""Figures that a test chooses, registered as an app would hand them in, instead of those that the apps count."""

from contextlib import contextmanager
from decimal import Decimal

from approach import lessons
from indicators import registry
from indicators.registry import NOTHING_YET, Direction, Figure, Indicator, Unit, number, share

UNITS = {
    "approach.vision_months": Unit.MONTHS, "approach.vision_complete": Unit.YES, "approach.mandate": Unit.YES, "approach.budget_ahead": Unit.YES,
    "keyfigures.profile_types": Unit.NUMBER, "keyfigures.procedure": Unit.YES, "keyfigures.joined": Unit.NUMBER, "keyfigures.left": Unit.NUMBER,
    "keyfigures.active": Unit.NUMBER, "meetings.held": Unit.NUMBER, "evaluations.rounds": Unit.NUMBER, "evaluations.trust": Unit.MEAN,
    "evaluations.process_known": Unit.MEAN, "evaluations.respect": Unit.MEAN, "approach.council_months": Unit.MONTHS,
    "keyfigures.themes": Unit.NUMBER, "initiatives.themes": Unit.NUMBER, "initiatives.filed": Unit.NUMBER,
}
THRESHOLDS = {Unit.SHARE: 90, Unit.NUMBER: 2, Unit.MEAN: Decimal("3.5"), Unit.MONTHS: 24, Unit.YES: 1}
WITHOUT_THRESHOLD = {"keyfigures.active", "keyfigures.left", "initiatives.filed", "initiatives.themes"}
# What is well, of each unit.
WELL = {Unit.SHARE: share(51, 53), Unit.NUMBER: number(9), Unit.MEAN: Figure(value=Decimal("3.7")), Unit.MONTHS: number(8), Unit.YES: number(1)}
YES, NO = number(1), number(0)


def mean(text):
    return Figure(value=Decimal(text))


def indicator(code, figure, *, counts_people=False):
    unit = UNITS.get(code, Unit.SHARE)

    def measure(municipality, period):
        told = figure(municipality, period) if callable(figure) else figure
        if isinstance(told, Exception):
            raise told
        return told

    return Indicator(
        code=code, label=code.split(".")[1].replace("_", " "), definition=f"Zo telt {code}.", unit=unit, measure=measure, counts_people=counts_people,
        direction=Direction.AT_MOST if unit == Unit.MONTHS else Direction.AT_LEAST,
        threshold=None if code in WITHOUT_THRESHOLD else Decimal(THRESHOLDS[unit]), reason="Omdat het zo is.",
    )


@contextmanager
def measuring(figures=(), *, default=NOTHING_YET, counts_people=(), codes=lessons.CODES):
    """Every figure of the lessons is `default`, but for `figures`: by code, a Figure, what makes one, or a problem to raise. `default` "well": all is well."""
    held, chosen = dict(registry._INDICATORS), dict(figures)
    registry._INDICATORS.clear()
    for code in codes:
        usual = WELL[UNITS.get(code, Unit.SHARE)] if default == "well" else default
        registry.register(indicator(code, chosen.get(code, usual), counts_people=code in counts_people))
    try:
        yield
    finally:
        registry._INDICATORS.clear()
        registry._INDICATORS.update(held)
