"""How often a municipality wants to meet. Lesson: regular meetings of municipality and key figures."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from meetings.kinds import Kind
from meetings.querysets.rhythm import MeetingRhythmQuerySet


class MeetingRhythm(models.Model):
    """A target per kind and year; without a row: four network meetings and nothing else. `uuid` is what its promises are about."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    per_year = models.PositiveSmallIntegerField(_("how many per year"))

    objects = MeetingRhythmQuerySet.as_manager()

    class Meta:
        verbose_name = _("rhythm of meetings")
        verbose_name_plural = _("rhythms of meetings")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_rhythm_per_kind"),
            models.CheckConstraint(condition=Q(per_year__lte=52), name="rhythm_of_meetings_is_sensible"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.per_year}"
