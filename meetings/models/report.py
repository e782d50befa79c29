"""Corrections of a report. What was said and agreed stands with each point (meetings.models.agenda)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from meetings.models.agenda import AgendaItem
from meetings.querysets.report import CorrectionQuerySet


class CorrectionState(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    TAKEN = "taken", _("Taken over")
    NOT_TAKEN = "not_taken", _("Not taken over")


class Correction(models.Model):
    """What somebody who was invited reads otherwise. It stays visible beside the point, with what the chair did with it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="corrections")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    submission = models.UUIDField(unique=True, editable=False)
    text = models.TextField(_("what should it say?"), max_length=1000)
    state = models.CharField(max_length=9, choices=CorrectionState, default=CorrectionState.PROPOSED, editable=False)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(_("why not"), max_length=300, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("correction of a report")
        verbose_name_plural = _("corrections of a report")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at=None) | ~Q(state="proposed") & Q(decided_at__isnull=False), name="decided_correction_has_a_moment"
            ),
            models.CheckConstraint(condition=~Q(state="not_taken") | ~Q(reply=""), name="refused_correction_says_why"),
        )

    def __str__(self) -> str:
        return f"correction {self.uuid}"
