"""The anonymous, voluntary list of questions about background: no key to a person, no moment finer than a quarter (AVG art. 9; R8).

How answers come here without a trace: keyfigures.actions.background and docs/decisions.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from keyfigures.querysets.background import BackgroundAnswerQuerySet


class BackgroundAnswer(models.Model):
    """One answer to one question of one quarter. Answers of one person are not tied to each other either.

    The key is random and there is no column of time. All rows of a municipality and a quarter are written anew together.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=30)  # a code
    answer = models.CharField(max_length=30)  # a code

    objects = BackgroundAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("anonymous answer")
        verbose_name_plural = _("anonymous answers")
        constraints = (models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="quarter_of_a_year"),)
        indexes = (models.Index(fields=["municipality", "year", "quarter", "question"], name="background_counts"),)

    def __str__(self) -> str:
        return f"answer {self.year}-{self.quarter}"


class BackgroundEnvelope(models.Model):
    """Answers that were just sent, sealed and all of one length, until the next whole hour: then they are counted with the others."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("sealed anonymous answers")
        verbose_name_plural = _("sealed anonymous answers")
        constraints = (models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="envelope_of_a_quarter"),)

    def __str__(self) -> str:
        return f"envelope {self.year}-{self.quarter}"

    @property
    def bound_to(self) -> str:
        return f"keyfigures.backgroundenvelope:{self.uuid}:{self.municipality_id}:{self.year}-{self.quarter}"
