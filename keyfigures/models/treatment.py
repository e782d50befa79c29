"""A complaint of a key figure about how she is treated: outside the coordinator, with the term of the law (Awb art. 9:11)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.treatment import ComplaintQuerySet


class ComplaintState(models.TextChoices):
    MADE = "made", _("Received")
    EXTENDED = "extended", _("The answer takes four weeks more")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Finding(models.TextChoices):
    FOUNDED = "founded", _("You are right")
    PARTLY = "partly", _("You are partly right")
    UNFOUNDED = "unfounded", _("We see it otherwise")


class Complaint(models.Model):
    """One complaint. The text is a SealedStatement; read by who handles it and by herself, not by the coordinator."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.PROTECT, related_name="complaints")
    handler = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True)
    state = models.CharField(max_length=10, choices=ComplaintState, default=ComplaintState.MADE, editable=False)
    finding = models.CharField(_("what we find"), max_length=10, choices=Finding, blank=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = _("complaint about treatment")
        verbose_name_plural = _("complaints about treatment")
        constraints = (
            models.CheckConstraint(condition=~Q(state="answered") | ~Q(finding=""), name="answered_complaint_has_a_finding"),
            models.CheckConstraint(
                condition=Q(state__in=["answered", "withdrawn"], ended_at__isnull=False) | Q(state__in=["made", "extended"], ended_at=None),
                name="ended_complaint_has_a_moment",
            ),
        )
        indexes = (models.Index(fields=["ended_at", "id"], condition=Q(ended_at__isnull=False), name="complaint_to_erase"),)

    def __str__(self) -> str:
        return f"complaint {self.uuid}"

    @property
    def is_open(self) -> bool:
        return self.ended_at is None
