"""Allowances of volunteers: the maxima of the law per year, and proposals that a second official decides. The system pays nothing."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.allowance import PaymentQuerySet


class AllowanceMaximum(models.Model):
    """The maxima of one year for all municipalities, in euros (Belastingdienst, vrijwilligersvergoeding)."""

    year = models.PositiveSmallIntegerField(_("year"), primary_key=True)
    per_hour = models.DecimalField(_("per hour"), max_digits=6, decimal_places=2)
    per_month = models.DecimalField(_("per month"), max_digits=7, decimal_places=2)
    per_year = models.DecimalField(_("per year"), max_digits=8, decimal_places=2)
    source = models.CharField(_("source"), max_length=200)

    class Meta:
        verbose_name = _("maximum of an allowance")
        verbose_name_plural = _("maxima of allowances")
        constraints = (
            models.CheckConstraint(condition=Q(per_hour__gt=0, per_month__gte=F("per_hour"), per_year__gte=F("per_month")), name="maxima_grow"),
        )

    def __str__(self) -> str:
        return str(self.year)


class PaymentState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Refused")
    EXPORTED = "exported", _("Handed to finance")


class Payment(models.Model):
    """An allowance for one month: proposed by one official, decided by another, handed to finance as a file."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.PROTECT, related_name="payments")
    month = models.DateField(_("month"))  # its first day
    hours = models.DecimalField(_("hours"), max_digits=5, decimal_places=1)
    amount = models.DecimalField(_("amount in euros"), max_digits=7, decimal_places=2)
    state = models.CharField(max_length=10, choices=PaymentState, default=PaymentState.PROPOSED, editable=False)
    proposed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    exported_at = models.DateTimeField(null=True, blank=True)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("allowance")
        verbose_name_plural = _("allowances")
        constraints = (
            models.CheckConstraint(condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="payment_has_two_officials"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_by=None, decided_at=None) | ~Q(state="proposed") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_payment_has_a_decider",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0, hours__gt=0), name="payment_is_something"),
            models.CheckConstraint(condition=Q(month__day=1), name="payment_of_a_month"),
            models.UniqueConstraint(fields=["key_figure", "month"], condition=~Q(state="refused"), name="one_payment_a_month"),
        )
        indexes = (models.Index(fields=["municipality", "month", "id"], name="payment_list"),)

    def __str__(self) -> str:
        return f"payment {self.uuid}"
