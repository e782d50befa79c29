"""How the lessons stand in one municipality: what was measured, beside what it decided and what was frozen before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from accounts.models import Municipality
from approach import lessons
from approach.kinds import Standing
from approach.lessons import Lesson
from approach.models.lesson import FrozenFigure, LessonSetting
from approach.standing import standing_in
from approach.trend import QUARTERS, Trend, trend_of
from indicators import measuring, registry
from indicators.quarters import Quarter
from indicators.registry import Figure, Lack, Measured, Period, Text


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """Where it is well: `value` that holds, `ours` with its reason, and whether the municipality has one of its own."""

    value: Decimal | None
    ours: Decimal | None
    reason: Text

    @property
    def is_own(self) -> bool:
        return self.value != self.ours


@dataclass(frozen=True, kw_only=True)
class LessonFigure:
    """One figure of a lesson. `past`: the last quarters that ended, oldest first, None where nothing was kept."""

    measured: Measured
    threshold: Threshold
    standing: Standing
    period: Period
    past: tuple[tuple[Quarter, FrozenFigure | None], ...]

    @property
    def code(self) -> str:
        return self.measured.indicator.code

    @property
    def has_failed(self) -> bool:
        return self.measured.figure.lack == Lack.FAILED

    @property
    def falls_short(self) -> bool:
        """It has a number, and a threshold that it does not reach."""
        return self.measured.figure.value is not None and self.threshold.value is not None and self.standing != Standing.ON_COURSE

    @property
    def values(self) -> list[Decimal | None]:
        return [frozen.value if frozen is not None else None for _quarter, frozen in self.past]

    @property
    def trend(self) -> Trend | None:
        rounded = any(frozen.is_rounded for _quarter, frozen in self.past if frozen is not None)
        return trend_of(self.values, unit=self.measured.indicator.unit, is_rounded=rounded)


@dataclass(frozen=True, kw_only=True)
class LessonState:
    """`figures`: the main one first. `telling`: the one that says how it stands. `setting`: what was decided last."""

    lesson: Lesson
    standing: Standing
    figures: tuple[LessonFigure, ...]
    telling: LessonFigure
    setting: LessonSetting | None
    is_aside: bool

    @property
    def main(self) -> LessonFigure:
        return self.figures[0]

    @property
    def is_on_course(self) -> bool:
        """What is set aside never is."""
        return self.standing == Standing.ON_COURSE and not self.is_aside

    @property
    def has_failed(self) -> bool:
        return self.main.has_failed

    @property
    def needs_something(self) -> bool:
        """A figure that could not be counted is no work for the municipality."""
        return not self.is_aside and not self.has_failed and self.standing != Standing.ON_COURSE


def all_states(municipality: Municipality, *, today: date) -> list[LessonState]:
    """In the order of the lessons. A number of statements that does not depend on what is there."""
    settings = {each.lesson: each for each in LessonSetting.objects.that_hold(municipality)}
    figures = _Figures.of(municipality, lessons.CODES, today=today)
    return [_state(each, figures, settings.get(each.code), today=today) for each in lessons.LESSONS]


def state_of(lesson: Lesson, municipality: Municipality, *, today: date) -> LessonState:
    """One lesson, with only its own figures."""
    setting = LessonSetting.objects.that_hold(municipality).filter(lesson=lesson.code).first()
    return _state(lesson, _Figures.of(municipality, lesson.codes, today=today), setting, today=today)


# What needs something, in the order in which it is taken up: what was not begun, what falls short, what nobody could say anything about.
_URGENCY = {Standing.NOT_STARTED: 0, Standing.ATTENTION: 1, Standing.TOO_FEW: 2}


def to_do(states: Sequence[LessonState]) -> list[LessonState]:
    """First what to do first."""
    place = {code: number for number, code in enumerate(lessons.ORDER)}
    waiting = [each for each in states if each.needs_something]
    return sorted(waiting, key=lambda each: (_URGENCY[each.standing], place[each.lesson.code]))


def nothing_began(states: Sequence[LessonState]) -> bool:
    """Of no lesson there is anything yet: a municipality that begins."""
    return all(each.standing not in {Standing.ON_COURSE, Standing.ATTENTION} for each in states)


@dataclass(frozen=True, kw_only=True)
class _Figures:
    """What was measured now, and what was frozen, by code of the indicator."""

    measured: Mapping[str, Measured]
    frozen: Mapping[str, Mapping[date, FrozenFigure]]
    quarters: tuple[Quarter, ...]
    period: Period

    @classmethod
    def of(cls, municipality: Municipality, codes: Sequence[str], *, today: date) -> "_Figures":
        period, newest = Period.year_until(today), Quarter.ended_by(today)
        known = [each for each in map(registry.named, codes) if each is not None]
        frozen: dict[str, dict[date, FrozenFigure]] = defaultdict(dict)
        for row in FrozenFigure.objects.of_quarters(municipality, codes, until=newest, number=QUARTERS):
            frozen[row.indicator][row.quarter] = row
        return cls(measured=measuring.measure(municipality, period, indicators=known), frozen=frozen, quarters=newest.last_ones(QUARTERS), period=period)

    def past_of(self, code: str) -> tuple[tuple[Quarter, FrozenFigure | None], ...]:
        """From the first quarter that has a number: what was not begun then is no part of how it went."""
        rows = self.frozen.get(code, {})
        told = {quarter for quarter, row in rows.items() if row.value is not None}
        begun = next((place for place, each in enumerate(self.quarters) if each.first in told), len(self.quarters))
        return tuple((each, rows.get(each.first)) for each in self.quarters[begun:])


def _state(lesson: Lesson, measured: _Figures, setting: LessonSetting | None, *, today: date) -> LessonState:
    figures = tuple(_figure(code, lesson, measured, setting) for code in lesson.codes)
    main, standing = figures[0], figures[0].standing
    # Nothing of what was not begun can fall short; and what could not be counted says so.
    judges = standing in {Standing.ON_COURSE, Standing.TOO_FEW} and not main.has_failed
    short = next((each for each in figures[1:] if each.falls_short and lesson.short_of(each.code)), None) if judges else None
    return LessonState(
        lesson=lesson, standing=standing if short is None else Standing.ATTENTION, figures=figures, telling=short or main, setting=setting,
        is_aside=setting is not None and setting.is_aside_on(today),
    )


def _figure(code: str, lesson: Lesson, measured: _Figures, setting: LessonSetting | None) -> LessonFigure:
    found = measured.measured.get(code) or _missing(code)
    threshold = _threshold(lesson, found, setting)
    return LessonFigure(
        measured=found, threshold=threshold, standing=standing_in(found, threshold=threshold.value),
        period=measuring.period_of(found.indicator, measured.period), past=measured.past_of(code),
    )


def _threshold(lesson: Lesson, measured: Measured, setting: LessonSetting | None) -> Threshold:
    """A municipality has a threshold of its own for the main figure only."""
    ours, is_main = measured.indicator.threshold, measured.indicator.code == lesson.main
    own = setting.threshold if is_main and setting is not None else None
    return Threshold(value=ours if own is None else own, ours=ours, reason=measured.indicator.reason)


def _missing(code: str) -> Measured:
    """No app hands it in (any more): told as what could not be counted, and a test says so first."""
    indicator = registry.Indicator(code=code, label=code, definition="", unit=registry.Unit.NUMBER, measure=lambda _municipality, _period: registry.FAILED)
    return Measured(indicator=indicator, figure=Figure(lack=Lack.FAILED))
