"""What is done with what was heard. Lesson: reflect on the cooperation, and learn from it."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.kinds import ActionState
from evaluations.models.evaluation import Evaluation
from evaluations.querysets.improvement import ImprovementQuerySet


class Improvement(models.Model):
    """`identity` is the question that it follows from, when it does. Its day is a promise (terms) of the owner.

    `is_told`: the network hears of it when the evaluation is shared back, and reads what becomes of it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="improvements")
    identity = models.UUIDField(null=True, blank=True)
    what = models.CharField(_("what gets better"), max_length=200)
    why = models.TextField(_("why"), max_length=500)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("done on"))
    state = models.CharField(max_length=7, choices=ActionState, default=ActionState.OPEN, editable=False)
    outcome = models.TextField(_("what became of it"), max_length=500, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    is_told = models.BooleanField(default=False, editable=False)
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = ImprovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("improvement")
        verbose_name_plural = _("improvements")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="open", ended_at=None) | ~Q(state="open") & Q(ended_at__isnull=False) & ~Q(outcome=""),
                name="ended_improvement_says_what_became_of_it",
            ),
        )
        indexes = (models.Index("municipality", "state", F("made_at").desc(), F("id").desc(), name="improvement_list"),)

    def __str__(self) -> str:
        return f"improvement {self.uuid}"
