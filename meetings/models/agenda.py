"""The points of a meeting: proposed, discussed, and what was done with them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from meetings.kinds import Aim, BroughtBy
from meetings.models.meeting import Meeting
from meetings.querysets.agenda import ActionPointQuerySet, AgendaItemQuerySet


class AgendaItem(models.Model):
    """One point. After the meeting the municipality owes an answer: what it did with it, visible to all who were invited.

    The order is the chair's: `position`, from 1. `withdrawn_at`: who proposed it took it back, or the chair took it off and said
    why (`taken_off_because`). `moved_from`: it stood on the agenda of that meeting before. Not taken: it was on the agenda but
    was not dealt with, and `not_taken_because` says why.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    brought_by = models.CharField(_("from"), max_length=12, choices=BroughtBy)
    proposed_by = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    submission = models.UUIDField(unique=True, editable=False)
    title = models.CharField(_("what is it about?"), max_length=120)
    explanation = models.TextField(_("explanation"), max_length=600, blank=True)
    aim = models.CharField(_("what do you want with it?"), max_length=11, choices=Aim)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=10)
    position = models.PositiveSmallIntegerField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    taken_off_because = models.CharField(_("why it is not on the agenda"), max_length=300, blank=True)
    moved_from = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    moved_because = models.CharField(_("why it goes to another meeting"), max_length=300, blank=True)

    said = models.TextField(_("what was said"), max_length=3000, blank=True)
    agreed = models.TextField(_("what was agreed"), max_length=1500, blank=True)
    was_taken = models.BooleanField(_("it was dealt with"), default=True)
    not_taken_because = models.CharField(_("why not"), max_length=200, blank=True)

    answer = models.TextField(_("what we did with it"), max_length=1500, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda point")
        verbose_name_plural = _("agenda points")
        # A later migration adds composite foreign keys: meeting and people belong to `municipality`.
        constraints = (
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="one_point_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=Q(taken_off_because="") | Q(withdrawn_at__isnull=False), name="what_is_taken_off_is_not_on_the_agenda"),
            models.CheckConstraint(condition=Q(moved_from=None) | ~Q(moved_because=""), name="what_is_moved_has_a_reason"),
            models.CheckConstraint(condition=Q(minutes__gte=1) & Q(minutes__lte=240), name="minutes_are_sensible"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="", answered_by=None) | Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer=""),
                name="answer_to_a_point_says_something",
            ),
        )

    def __str__(self) -> str:
        return f"agenda point {self.uuid}"


class ActionPoint(models.Model):
    """Something that somebody does after the meeting. A key figure owns it only once she accepted it; saying no needs no reason.

    Dropped: nobody does it, and everybody who was invited reads why.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="actions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("who"))
    text = models.CharField(_("what"), max_length=200)
    due_on = models.DateField(_("by when"))
    made_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(_("why nobody does it"), max_length=300, blank=True)

    objects = ActionPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("action point")
        verbose_name_plural = _("action points")
        constraints = (
            models.CheckConstraint(condition=Q(accepted_at=None) | Q(declined_at=None), name="action_is_accepted_or_declined"),
            models.CheckConstraint(condition=Q(done_at=None) | Q(accepted_at__isnull=False), name="only_accepted_action_is_done"),
            models.CheckConstraint(
                condition=Q(dropped_at=None, dropped_because="") | Q(dropped_at__isnull=False, done_at=None) & ~Q(dropped_because=""),
                name="dropped_action_says_why_and_is_not_done",
            ),
        )

    def __str__(self) -> str:
        return f"action point {self.uuid}"
