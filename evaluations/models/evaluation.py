"""One evaluation: a round of questions, a process or plan evaluation, or a request to a bureau outside. And how often each is held."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.kinds import Kind, Part, State
from evaluations.models.questionnaire import Version
from evaluations.querysets.evaluation import EvaluationQuerySet, EvaluationRhythmQuerySet, GuestQuerySet


class EvaluationRhythm(models.Model):
    """Months between two of a kind; 0: only when somebody plans one. Without a row our proposal holds (evaluations.deadlines)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    months = models.PositiveSmallIntegerField(_("months between two"))

    objects = EvaluationRhythmQuerySet.as_manager()

    class Meta:
        verbose_name = _("rhythm of evaluations")
        verbose_name_plural = _("rhythms of evaluations")
        constraints = (
            models.UniqueConstraint(fields=["municipality", "kind"], name="one_rhythm_per_kind_of_evaluation"),
            models.CheckConstraint(condition=Q(months__lte=120), name="rhythm_of_evaluations_is_sensible"),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.months} months"


class Evaluation(models.Model):
    """Answers of a survey are anonymous, always: there is no field to switch that.

    One of a kind is planned, and one is open, at a time: two rounds that overlap could be subtracted from each other. `questions` are
    asked of key figures (or are the checklist for a plan), `mirror` of officials. Nobody changes them once it is open.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(_("kind"), max_length=7, choices=Kind)
    title = models.CharField(_("title"), max_length=120)
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED, editable=False)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    questions = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    mirror = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opens_on = models.DateField(_("first day"))
    closes_on = models.DateField(_("last day"))
    planned_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    counted_at = models.DateTimeField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(_("why it is cancelled"), max_length=300, blank=True)
    heard = models.TextField(_("what we heard"), max_length=2000, blank=True)
    doing = models.TextField(_("what we do"), max_length=2000, blank=True)
    submission = models.UUIDField(unique=True, editable=False)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        # A later migration adds composite foreign keys: owner and questions belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="evaluation_with_municipality"),
            models.UniqueConstraint(fields=["municipality", "kind"], condition=Q(state="planned"), name="one_planned_evaluation_of_a_kind"),
            models.UniqueConstraint(fields=["municipality", "kind"], condition=Q(state="open"), name="one_open_evaluation_of_a_kind"),
            models.CheckConstraint(condition=Q(closes_on__gt=F("opens_on")), name="evaluation_closes_after_it_opens"),
            models.CheckConstraint(condition=~Q(state="open") | Q(opened_at__isnull=False), name="open_evaluation_was_opened"),
            models.CheckConstraint(condition=~Q(state__in=["closed", "shared"]) | Q(closed_at__isnull=False), name="closed_evaluation_was_closed"),
            models.CheckConstraint(condition=~Q(state="shared") | Q(shared_at__isnull=False), name="shared_evaluation_was_shared"),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False) | ~Q(state="cancelled") & Q(cancelled_at=None),
                name="cancelled_evaluation_has_a_moment",
            ),
            models.CheckConstraint(condition=~Q(kind="survey", state="open") | Q(questions__isnull=False), name="open_survey_has_questions"),
        )
        indexes = (
            models.Index("municipality", F("opens_on").desc(), F("id").desc(), name="evaluation_list"),
            models.Index(fields=["opens_on"], condition=Q(state="planned"), name="evaluation_to_open"),
            models.Index(fields=["closes_on"], condition=Q(state="open"), name="evaluation_to_close"),
            models.Index(fields=["closed_at"], condition=Q(counted_at=None, closed_at__isnull=False), name="evaluation_to_count"),
        )
        # Answers lie in a sheet in the order of these questions, and nothing else says which answer is which.
        triggers = (
            pgtrigger.Protect(
                name="questions_stay_once_open", operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__state="planned")
                & (pgtrigger.Q(old__questions__df=pgtrigger.F("new__questions")) | pgtrigger.Q(old__mirror__df=pgtrigger.F("new__mirror"))),
            ),
        )

    def __str__(self) -> str:
        return f"evaluation {self.uuid}"


class Guest(models.Model):
    """Somebody from outside who does one thing in one evaluation, until and including a day. Without a row she sees nothing of it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="guests")
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(_("what she does"), max_length=11, choices=Part)
    until = models.DateField(_("until and including"))
    given_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = _("part of somebody in an evaluation")
        verbose_name_plural = _("parts of people in an evaluation")
        constraints = (models.UniqueConstraint(fields=["evaluation", "member", "part"], name="one_part_in_an_evaluation"),)
        indexes = (models.Index(fields=["member", "until"], name="guest_of_member"),)

    def __str__(self) -> str:
        return f"part {self.uuid}"
