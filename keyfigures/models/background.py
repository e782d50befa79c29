"""The anonymous, voluntary list of questions about background: no key to a person, no moment finer than a quarter (AVG art. 9; R8)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality


class BackgroundAnswer(models.Model):
    """One answer to one question of one quarter. Answers of one person are not tied to each other either.

    The key is random and there is no column of time, so the order of rows tells nothing; see keyfigures.actions.background.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=30)  # a code
    answer = models.CharField(max_length=30)  # a code

    class Meta:
        verbose_name = _("anonymous answer")
        verbose_name_plural = _("anonymous answers")
        constraints = (models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="quarter_of_a_year"),)
        indexes = (models.Index(fields=["municipality", "year", "quarter", "question"], name="background_counts"),)

    def __str__(self) -> str:
        return f"answer {self.year}-{self.quarter}"
