"""What a municipality decides about a lesson, and how its figures stood at the end of each quarter."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from approach.querysets.lesson import FrozenFigureQuerySet, LessonSettingQuerySet


class LessonSetting(models.Model):
    """`threshold`: the municipality's own; None: our proposal. Set aside: with a reason, and looked at again on a day."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    lesson = models.CharField(_("lesson"), max_length=30)
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
            models.UniqueConstraint(fields=["municipality", "lesson"], name="one_setting_per_lesson"),
            models.CheckConstraint(
                condition=Q(aside_because="", aside_until=None) | ~Q(aside_because="") & Q(aside_until__isnull=False), name="set_aside_with_reason_and_day",
            ),
        )

    def __str__(self) -> str:
        return f"setting of {self.lesson}"


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
