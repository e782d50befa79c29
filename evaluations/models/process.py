"""Process evaluation in nine steps. That there are nine is the toolkit's; their words are ours (domain 3.1)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.models.evaluation import Evaluation
from evaluations.querysets.process import ProcessStepQuerySet


class ProcessStep(models.Model):
    """What was written down in one step. `figures`: what the system counted, as it was shown (already suppressed).

    `{"day": "2026-06-09", "parts": [{"title": "…", "sentence": "…", "lines": [["In rustige tijd", "12"]]}]}`; empty: nothing is counted for it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("what you found"), max_length=2000, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = ProcessStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of a process evaluation")
        verbose_name_plural = _("steps of a process evaluation")
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["evaluation", "number"], name="process_step_once"),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=9), name="nine_steps"),
        )

    def __str__(self) -> str:
        return f"step {self.number}"
