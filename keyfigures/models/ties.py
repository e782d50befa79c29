"""Personal ties: an official who knows a key figure privately. Lesson of Amsterdam: assignments to a relation ended a network."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.ties import PersonalTieQuerySet


class PersonalTie(models.Model):
    """An official says that she knows a key figure privately: she then asks, proposes and decides nothing about her. Both see it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    official = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="ties")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = PersonalTieQuerySet.as_manager()

    class Meta:
        verbose_name = _("personal tie")
        verbose_name_plural = _("personal ties")
        constraints = (
            models.UniqueConstraint(fields=["official", "key_figure"], condition=Q(ended_at=None), name="tie_once"),
            models.CheckConstraint(condition=Q(ended_at=None) | Q(ended_at__gte=F("at")), name="tie_ends_after_it_begins"),
        )

    def __str__(self) -> str:
        return f"tie {self.uuid}"
