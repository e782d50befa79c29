"""Figures of the network as they are shown for a while: counted once, so that one person who comes or goes cannot be seen."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from keyfigures.querysets.mix import FrozenMixQuerySet


class FrozenMix(models.Model):
    """The mix of one municipality, at most once a quarter. `figures` holds only what may be shown: nothing hidden is kept.

    Its form is that of keyfigures.mix.Figures; names of areas and roles stand in it, as they were.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    figures = models.JSONField()

    objects = FrozenMixQuerySet.as_manager()

    class Meta:
        verbose_name = _("figures of a network")
        verbose_name_plural = _("figures of networks")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "year", "quarter"], name="mix_once_a_quarter"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="mix_of_a_quarter"),
        )

    def __str__(self) -> str:
        return f"mix {self.year}-{self.quarter} of municipality {self.municipality_id}"
