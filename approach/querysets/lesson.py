"""Questions about how lessons stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, QuerySet

from indicators.quarters import Quarter

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import Municipality
    from approach.models.lesson import FrozenFigure, LessonSetting


class LessonSettingQuerySet(models.QuerySet["LessonSetting"]):
    def that_hold(self, municipality: "Municipality") -> Self:
        """What was decided last, of each lesson."""
        return self.filter(municipality=municipality).order_by("lesson", "-number").distinct("lesson")

    def to_look_at_again(self, municipality: "Municipality", *, on: "date") -> "list[LessonSetting]":
        """Set aside until a day that has come, oldest first. One statement."""
        due = [each for each in self.that_hold(municipality) if each.is_looked_at_again_on(on)]
        return sorted(due, key=lambda each: (each.aside_until, each.lesson))

    def history_of(self, municipality: "Municipality", lesson: str) -> Self:
        """Newest first, with who decided."""
        return self.filter(municipality=municipality, lesson=lesson).select_related("decided_by__user", "decided_by__municipality").order_by("-number")


class FrozenFigureQuerySet(models.QuerySet["FrozenFigure"]):
    def of_quarters(self, municipality: "Municipality", codes: Iterable[str], *, until: Quarter, number: int) -> Self:
        """The last `number` quarters up to and including `until`, oldest first."""
        oldest = until.last_ones(number)[0]
        within = self.filter(municipality=municipality, indicator__in=list(codes), quarter__range=(oldest.first, until.first))
        return within.order_by("indicator", "quarter")

    def frozen_in(self, quarter: Quarter, codes: Iterable[str]) -> "QuerySet[FrozenFigure, tuple[int, int]]":
        """How many of these figures each municipality has of a quarter: (municipality, number)."""
        rows = self.filter(quarter=quarter.first, indicator__in=list(codes)).order_by("municipality")
        return rows.values_list("municipality").annotate(number=Count("pk"))

    def codes_of(self, municipality: "Municipality", quarter: Quarter) -> set[str]:
        return set(self.filter(municipality=municipality, quarter=quarter.first).values_list("indicator", flat=True))
