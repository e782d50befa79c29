"""What a municipality decides about a lesson, and how its figures stood at the end of each quarter."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from approach.querysets.lesson import FrozenFigureQuerySet, LessonSettingQuerySet
from indicators.registry import Figure, Lack


class LessonSetting(models.Model):
    """What was decided about a lesson, each time anew: the highest `number` holds, the others are its history.

    `threshold`: the municipality's own; None: our proposal. Set aside: with a reason, and looked at again on a day.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    lesson = models.CharField(_("lesson"), max_length=30)
    number = models.PositiveSmallIntegerField(default=1)
    threshold = models.DecimalField(_("threshold"), max_digits=9, decimal_places=1, null=True, blank=True)
    aside_because = models.CharField(_("why it is set aside"), max_length=300, blank=True)
    aside_until = models.DateField(_("looked at again on"), null=True, blank=True)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = LessonSettingQuerySet.as_manager()

    class Meta:
        verbose_name = _("setting of a lesson")
        verbose_name_plural = _("settings of lessons")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "lesson", "number"], name="setting_of_a_lesson_once"),
            models.CheckConstraint(
                condition=Q(aside_because="", aside_until=None) | ~Q(aside_because="") & Q(aside_until__isnull=False), name="set_aside_with_reason_and_day",
            ),
        )
        triggers = (pgtrigger.Protect(name="setting_stays", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"setting of {self.lesson}"

    def is_aside_on(self, day: date) -> bool:
        """Until the day on which it is looked at again; on that day it counts again."""
        return self.aside_until is not None and day < self.aside_until

    def is_looked_at_again_on(self, day: date) -> bool:
        """The day has come, and nobody decided since."""
        return self.aside_until is not None and self.aside_until <= day


class FrozenFigure(models.Model):
    """One indicator at the end of one quarter, as it could be shown then. Nobody changes it. `lack`: why there is no value (indicators.registry)."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    indicator = models.CharField(max_length=60)
    quarter = models.DateField()  # its first day
    value = models.DecimalField(max_digits=12, decimal_places=1, null=True)
    part = models.PositiveIntegerField(null=True)
    of = models.PositiveIntegerField(null=True)
    is_rounded = models.BooleanField(default=False)
    lack = models.CharField(max_length=11, blank=True)
    frozen_at = models.DateTimeField()

    objects = FrozenFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure of a quarter")
        verbose_name_plural = _("figures of quarters")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "quarter", "indicator"], name="figure_frozen_once"),
            models.CheckConstraint(condition=Q(value=None) & ~Q(lack="") | Q(value__isnull=False, lack=""), name="frozen_figure_has_a_value_or_says_why"),
        )
        triggers = (pgtrigger.Protect(name="frozen_figure_stays", operation=pgtrigger.Update),)

    def __str__(self) -> str:
        return f"{self.indicator} of {self.quarter.isoformat()}"

    @property
    def figure(self) -> Figure:
        """As it was measured then."""
        return Figure(value=self.value, part=self.part, of=self.of, lack=Lack(self.lack) if self.lack else None, is_rounded=self.is_rounded)
