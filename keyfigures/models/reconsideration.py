"""Reconsidering the cooperation: a procedure that both agreed beforehand. Texts are sealed and gone a year after the outcome."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.reconsideration import ReconsiderationQuerySet, SealedStatementQuerySet


class ReconsiderationState(models.TextChoices):
    RAISED = "raised", _("A question was raised")
    HEARD = "heard", _("Both sides were heard")
    PROPOSED = "proposed", _("One official decided, the second has to")
    DECIDED = "decided", _("Decided")
    STOPPED = "stopped", _("Stopped, because she ended the cooperation herself")


OVER = (ReconsiderationState.DECIDED, ReconsiderationState.STOPPED)


class ReconsiderationOutcome(models.TextChoices):
    GO_ON = "go_on", _("Go on together")
    ADAPT = "adapt", _("Adapt the role")
    PAUSE = "pause", _("Pause")
    END = "end", _("End the cooperation")


class Reconsideration(models.Model):
    """One procedure. Never in a list of persons, never in an export; she sees all of it: the step, the days and each text.

    `first_decider` and `second_decider` are known from the beginning, so that she knows who decides, and nobody else reads it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.PROTECT, related_name="reconsiderations")
    state = models.CharField(max_length=10, choices=ReconsiderationState, default=ReconsiderationState.RAISED, editable=False)
    raised_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    talk_on = models.DateField(_("day of the talk"), null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=ReconsiderationOutcome, blank=True)
    first_decider = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    second_decider = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)  # or stopped

    objects = ReconsiderationQuerySet.as_manager()

    class Meta:
        verbose_name = _("reconsideration")
        verbose_name_plural = _("reconsiderations")
        constraints = (
            models.UniqueConstraint(fields=["key_figure"], condition=~Q(state__in=["decided", "stopped"]), name="one_reconsideration_runs"),
            models.CheckConstraint(
                condition=(Q(first_decider=None) | ~Q(first_decider=F("raised_by")))
                & (Q(second_decider=None) | ~Q(second_decider=F("raised_by")) & ~Q(second_decider=F("first_decider"))),
                name="two_others_decide",
            ),
            models.CheckConstraint(
                condition=~Q(state="decided") | ~Q(outcome="") & Q(first_decider__isnull=False, second_decider__isnull=False, decided_at__isnull=False),
                name="decided_by_two_with_an_outcome",
            ),
            models.CheckConstraint(condition=Q(state__in=["raised", "stopped"]) | Q(heard_at__isnull=False), name="nobody_decides_unheard"),
            models.CheckConstraint(
                condition=Q(state__in=["decided", "stopped"], decided_at__isnull=False) | Q(state__in=["raised", "heard", "proposed"], decided_at=None),
                name="reconsideration_over_has_a_moment",
            ),
        )
        indexes = (models.Index(fields=["decided_at", "id"], condition=Q(decided_at__isnull=False), name="reconsideration_to_erase"),)

    def __str__(self) -> str:
        return f"reconsideration {self.uuid}"

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def deciders(self) -> list[Membership]:
        return [member for member in (self.first_decider, self.second_decider) if member is not None]


class SealedStatement(models.Model):
    """A text of a reconsideration or a complaint, encrypted and bound to this row. Empty once it is erased."""

    class Purpose(models.TextChoices):
        QUESTION = "question", _("What was seen: a fact, no judgement")
        HER_READING = "her_reading", _("Her own reading, in her words")
        REASON = "reason", _("The reason")
        DISAGREEMENT = "disagreement", _("Why the second official does not agree")
        COMPLAINT = "complaint", _("What she complains about")
        ANSWER = "answer", _("The answer to the complaint")

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField()  # of the reconsideration or the complaint
    purpose = models.CharField(max_length=12, choices=Purpose)
    author = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40, blank=True)
    purged_at = models.DateTimeField(null=True, blank=True)

    objects = SealedStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("sealed statement")
        verbose_name_plural = _("sealed statements")
        constraints = (
            models.CheckConstraint(
                condition=Q(purged_at=None) & ~Q(sealed=b"") & ~Q(key_id="") | Q(purged_at__isnull=False, sealed=b"", key_id=""),
                name="statement_is_sealed_or_erased",
            ),
        )
        indexes = (
            models.Index(fields=["subject"], name="statement_subject"),
            models.Index(fields=["key_id", "uuid"], condition=Q(purged_at=None), name="statement_by_key"),
        )

    def __str__(self) -> str:
        return f"statement {self.uuid}"

    @property
    def bound_to(self) -> str:
        """What the seal is bound to: moved to another row, procedure or kind, it does not open."""
        return f"keyfigures.sealedstatement:{self.uuid}:{self.subject}:{self.purpose}"
