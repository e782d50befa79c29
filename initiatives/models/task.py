"""What an official does for an initiative: a promise with a day (terms)."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from initiatives.models.initiative import Initiative
from initiatives.querysets.task import TaskQuerySet


class Task(models.Model):
    """Done, or dropped with a reason that everybody who sees the initiative reads."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="tasks")
    what = models.CharField(_("what"), max_length=200)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    due_on = models.DateField(_("by when"))
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(_("why nobody does it"), max_length=300, blank=True)
    submission = models.UUIDField(unique=True, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task of an initiative")
        verbose_name_plural = _("tasks of initiatives")
        constraints = (
            models.CheckConstraint(
                condition=Q(dropped_at=None, dropped_because="") | Q(dropped_at__isnull=False, done_at=None) & ~Q(dropped_because=""),
                name="dropped_task_says_why_and_is_not_done",
            ),
        )
        indexes = (models.Index(fields=["initiative", "due_on", "id"], name="task_of_initiative_list"),)

    def __str__(self) -> str:
        return f"task {self.uuid}"

    @property
    def ended_at(self) -> datetime | None:
        """Done or dropped."""
        return self.done_at or self.dropped_at
