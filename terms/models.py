"""Promised time: how long per municipality, which days do not count, and one clock per promise."""

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from terms.querysets import ClockQuerySet

if TYPE_CHECKING:
    from datetime import datetime


class Term(models.Model):
    """A municipality's own number of working days for a kind of promise; without a row the default holds."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="terms")
    kind = models.CharField(_("promise"), max_length=60)
    working_days = models.PositiveSmallIntegerField(_("working days"))

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_term_per_kind"),
            models.CheckConstraint(condition=Q(working_days__gte=1) & Q(working_days__lte=250), name="term_is_sensible"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.working_days}"


class ClosingDay(models.Model):
    """A day that does not count: of one municipality, or of all (equated by royal decree, Atw art. 3.3)."""

    municipality = models.ForeignKey(
        Municipality, on_delete=models.CASCADE, null=True, blank=True, related_name="closing_days",
    )
    date = models.DateField(_("day"))
    reason = models.CharField(_("reason"), max_length=100)

    class Meta:
        verbose_name = _("closing day")
        verbose_name_plural = _("closing days")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "date"], nulls_distinct=False, name="closing_day_once"),
        )

    def __str__(self) -> str:
        return f"{self.date.isoformat()}"


class Clock(models.Model):
    """One promise of an answer: made at a moment, due on a day, kept or not. Told apart from its content.

    `subject` is the public id of what the promise is about; only the app that made the promise knows more.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    subject = models.UUIDField()
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    waiter = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    promised_at = models.DateTimeField()
    working_days = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()

    paused_at = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)  # last day of the pause, inclusive
    pause_reason = models.CharField(max_length=40, blank=True)

    kept_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)  # no longer wanted: withdrawn, replaced

    look_again_at = models.DateTimeField(null=True, blank=True)  # next moment the reminder job must look

    objects = ClockQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        constraints = (
            models.CheckConstraint(condition=Q(kept_at=None) | Q(ended_at=None), name="promise_is_kept_or_ended"),
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_until=None) | Q(paused_at__isnull=False, paused_until__isnull=False),
                name="pause_has_an_end",
            ),
            models.CheckConstraint(condition=Q(due_at__gt=F("promised_at")), name="due_after_promise"),
            models.CheckConstraint(
                condition=Q(look_again_at=None) | Q(kept_at=None, ended_at=None), name="only_open_promises_remind",
            ),
        )
        indexes = (
            models.Index(fields=["look_again_at", "id"], condition=Q(look_again_at__isnull=False), name="clock_look_again"),
            models.Index(fields=["subject"], name="clock_subject"),
            models.Index(fields=["municipality", "kind", "due_at"], name="clock_kept_in_time"),
            models.Index(fields=["owner", "due_at"], condition=Q(kept_at=None, ended_at=None), name="clock_open_by_owner"),
        )

    def __str__(self) -> str:
        return f"promise {self.kind} {self.uuid}"

    @property
    def is_open(self) -> bool:
        return self.kept_at is None and self.ended_at is None

    @property
    def is_paused(self) -> bool:
        return self.is_open and self.paused_at is not None

    def is_late_at(self, at: "datetime") -> bool:
        """True from the first second after the promised day, and for ever when it was kept after it."""
        if self.ended_at is not None or self.is_paused:
            return False
        return (self.kept_at or at) > self.due_at


class Pause(models.Model):
    """A closed pause of a clock: why it stood still, and from which to which day the promise moved."""

    clock = models.ForeignKey(Clock, on_delete=models.CASCADE, related_name="pauses")
    reason = models.CharField(max_length=40)
    paused_at = models.DateTimeField()
    resumed_at = models.DateTimeField()
    due_before = models.DateTimeField()
    due_after = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(resumed_at__gte=F("paused_at")), name="pause_ends_after_start"),
        )

    def __str__(self) -> str:
        return f"pause of promise {self.clock_id}"
