"""When something happens: who is called by whom, who was reached, and what follows. About the tension, never about who causes it."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.catalogue import Theme
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import Area
from meetings.kinds import Phase
from meetings.models.meeting import Meeting
from meetings.querysets.tension import TensionCallQuerySet, TensionQuerySet


class Tension(models.Model):
    """A time of tension in the municipality. It has no text field: what it is about is a theme and an area from the lists."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    theme = models.CharField(_("theme"), max_length=20, choices=Theme, default=Theme.NEIGHBOURHOOD)
    area = models.ForeignKey(Area, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("area"))
    phase = models.CharField(_("phase"), max_length=9, choices=Phase, default=Phase.SIGNS)
    begun_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    phase_since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    objects = TensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("tension")
        verbose_name_plural = _("tensions")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="tension_with_municipality"),
            models.CheckConstraint(condition=Q(phase="over", ended_at__isnull=False) | ~Q(phase="over") & Q(ended_at=None), name="tension_over_has_a_moment"),
        )
        indexes = (models.Index(fields=["municipality", "ended_at", "id"], name="tension_list"),)

    def __str__(self) -> str:
        return f"tension {self.uuid}"


class CallState(models.TextChoices):
    TO_CALL = "to_call", _("Still to call")
    REACHED = "reached", _("Reached")
    NOT_REACHED = "not_reached", _("Not reached")
    LEFT_OUT = "left_out", _("Not needed")


class TensionCall(models.Model):
    """Somebody who chose to mediate, and who calls her. That she was reached is written down as a contact because of an incident, without a key to this row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    tension = models.ForeignKey(Tension, on_delete=models.CASCADE, related_name="calls")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="+")
    caller = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("who calls"))
    state = models.CharField(max_length=11, choices=CallState, default=CallState.TO_CALL)
    called_at = models.DateTimeField(null=True, blank=True)

    objects = TensionCallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call at a tension")
        verbose_name_plural = _("calls at a tension")
        constraints = (
            models.UniqueConstraint(fields=["tension", "key_figure"], name="called_once_in_a_tension"),
            models.CheckConstraint(
                condition=Q(state__in=["to_call", "left_out"], called_at=None) | Q(state__in=["reached", "not_reached"], called_at__isnull=False),
                name="call_has_a_moment",
            ),
        )

    def __str__(self) -> str:
        return f"call {self.uuid}"
