"""Who may answer a survey, apart from what was answered. Nothing ties the two: docs/decisions/0016.

Who answered is known until the answers are counted, for reminders only. What was answered is sealed until then; the sealed sheets are
written anew together each hour. They are opened once, together, and only what may be shown is kept.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.kinds import Group
from evaluations.models.evaluation import Evaluation
from evaluations.querysets.sheet import OutcomeQuerySet, ParticipantQuerySet


class Participant(models.Model):
    """Who is asked. Her link is this row's `uuid`, signed with `link_number` (accounts.signed_links); a code on paper is stored as a digest.

    `has_answered` has no moment. When the sheets are counted it is empty for all: nobody knows any more who answered.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="participants")
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=11, choices=Group)
    has_answered = models.BooleanField(default=False, null=True, editable=False)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    link_number = models.PositiveSmallIntegerField(default=1, editable=False)
    link_stopped_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("person asked in an evaluation")
        verbose_name_plural = _("people asked in an evaluation")
        constraints = (
            models.UniqueConstraint(fields=["evaluation", "member"], name="asked_once_in_an_evaluation"),
            models.UniqueConstraint(fields=["code_digest"], condition=~Q(code_digest=""), name="code_on_paper_once"),
        )
        indexes = (models.Index(fields=["member", "evaluation"], name="participant_of_member"),)

    def __str__(self) -> str:
        return f"participant {self.uuid}"


class Sheet(models.Model):
    """Answers that were sent, sealed and all of one length per list of questions, until they are counted. A random key and no moment."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="+")
    group = models.CharField(max_length=11, choices=Group)
    sealed = models.BinaryField()
    key_id = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("sealed answers to a survey")
        verbose_name_plural = _("sealed answers to a survey")

    def __str__(self) -> str:
        return "sealed sheet"

    @property
    def bound_to(self) -> str:
        return f"evaluations.sheet:{self.uuid}:{self.municipality_id}:{self.evaluation_id}:{self.group}"


class SheetDraft(models.Model):
    """Answers that were begun, to go on with on the same device only: its cookie holds the key, this row what no key of ours opens.

    `uuid` is made of that key as well. There is no person here; all drafts of a survey go on the same day.
    """

    uuid = models.UUIDField(primary_key=True, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    class Meta:
        verbose_name = _("answers that were begun")
        verbose_name_plural = _("answers that were begun")

    def __str__(self) -> str:
        return "begun sheet"


class Response(models.Model):
    """How many were asked and how many answered; `answered` is None when too few did to show anything of this group."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="responses")
    group = models.CharField(max_length=11, choices=Group)
    asked = models.PositiveIntegerField()
    answered = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("response to a survey")
        verbose_name_plural = _("responses to a survey")
        constraints = (
            models.UniqueConstraint(fields=["evaluation", "group"], name="one_response_per_group"),
            models.CheckConstraint(condition=Q(answered=None) | Q(answered__gte=5), name="response_of_five_or_more"),
        )

    def __str__(self) -> str:
        return f"response {self.group}"


class Outcome(models.Model):
    """How often each answer was given to one question by one group, from five answers on; less is not kept.

    `counts`: answer → number, `{"1": 0, "4": 3, "x": 2}`. `answered`: how many gave an answer other than "do not know".
    """

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="outcomes", db_index=False)
    group = models.CharField(max_length=11, choices=Group)
    identity = models.UUIDField()
    counts = models.JSONField()
    answered = models.PositiveIntegerField()

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome of a question")
        verbose_name_plural = _("outcomes of questions")
        constraints = (
            models.UniqueConstraint(fields=["evaluation", "group", "identity"], name="one_outcome_per_question"),
            models.CheckConstraint(condition=Q(answered__gte=5), name="outcome_of_five_or_more"),
        )
        indexes = (models.Index(fields=["identity", "group"], name="outcome_trend"),)

    def __str__(self) -> str:
        return f"outcome {self.identity}"


class OpenAnswer(models.Model):
    """An answer in own words, of ten or more to that question; in random order, erased a year after closing."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="open_answers")
    group = models.CharField(max_length=11, choices=Group)
    identity = models.UUIDField()
    text = models.TextField(max_length=2000)

    class Meta:
        verbose_name = _("answer in own words")
        verbose_name_plural = _("answers in own words")
        ordering = ("uuid",)

    def __str__(self) -> str:
        return "answer in own words"
