"""Themes of talks with key figures: written down by somebody neutral, never who said it, nor words of one person."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.models.evaluation import Evaluation
from evaluations.querysets.interview import InterviewThemeQuerySet


class InterviewTheme(models.Model):
    """What several people said, in the words of who held the talks. No number of people, no day of a talk."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="themes")
    theme = models.CharField(_("theme"), max_length=80)
    text = models.TextField(_("what was said about it"), max_length=1000)
    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = InterviewThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme of talks")
        verbose_name_plural = _("themes of talks")

    def __str__(self) -> str:
        return f"theme {self.uuid}"
