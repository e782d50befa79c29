"""Evaluation of the plan: two people or more read it alone, one of them an outsider; then side by side (domain 3.1, toolkit)."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.models.evaluation import Evaluation
from evaluations.querysets.plan import PlanOutcomeQuerySet, PlanReadingQuerySet


class PlanReading(models.Model):
    """What one evaluator finds. Nobody else reads it until all have handed in."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="readings")
    evaluator = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    is_outsider = models.BooleanField(_("from outside, with a critical eye"), default=False)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = PlanReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading of a plan")
        verbose_name_plural = _("readings of a plan")
        constraints = (models.UniqueConstraint(fields=["evaluation", "evaluator"], name="plan_read_once_by_each"),)

    def __str__(self) -> str:
        return f"reading {self.uuid}"


class PlanAnswer(models.Model):
    """1 (not at all) to 5 (fully), `x` for do not know, empty for not answered yet; a question in own words has only a remark."""

    reading = models.ForeignKey(PlanReading, on_delete=models.CASCADE, related_name="answers")
    identity = models.UUIDField()
    answer = models.CharField(max_length=10, blank=True)
    remark = models.TextField(_("why"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("answer about a plan")
        verbose_name_plural = _("answers about a plan")
        constraints = (
            models.UniqueConstraint(fields=["reading", "identity"], name="one_answer_about_a_plan"),
            models.CheckConstraint(condition=Q(answer__in=["", "1", "2", "3", "4", "5", "x"]), name="answer_about_a_plan_is_one_to_five"),
        )

    def __str__(self) -> str:
        return f"answer {self.pk}"


class PlanOutcome(models.Model):
    """What the evaluators agree on about one question, after they talked."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="plan_outcomes")
    identity = models.UUIDField()
    text = models.TextField(_("what you agree on"), max_length=1000)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = PlanOutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome about a plan")
        verbose_name_plural = _("outcomes about a plan")
        constraints = (models.UniqueConstraint(fields=["evaluation", "identity"], name="one_outcome_about_a_plan"),)

    def __str__(self) -> str:
        return f"outcome {self.pk}"
