"""Lists of questions in versions. A published version is frozen by Postgres; a change is a new version.

Words are kept per language: `{"nl": "…", "en": "…"}`; Dutch is always there. A question keeps its `identity` over versions, and from
a list to its mirror: by it answers of different rounds, and of key figures and officials, are compared.
"""

from uuid import uuid4

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from evaluations.kinds import QuestionKind, Use
from evaluations.querysets.questionnaire import QuestionnaireQuerySet, VersionQuerySet

# A part of a list that was published stays as it is, also when a job or the administration tries.
_REFUSE_WHEN_PUBLISHED = """
IF EXISTS (SELECT 1 FROM evaluations_version WHERE id IN ({versions}) AND published_at IS NOT NULL) THEN
    RAISE EXCEPTION 'published questions stay as they are';
END IF;
RETURN {row};
"""


def _stays_when_published(name: str) -> tuple[pgtrigger.Trigger, ...]:
    """`name` is what the triggers are called after."""
    refusals = (
        ("comes", pgtrigger.Insert, "NEW.version_id", "NEW"),
        ("changes", pgtrigger.Update, "OLD.version_id, NEW.version_id", "NEW"),
        ("goes", pgtrigger.Delete, "OLD.version_id", "OLD"),
    )
    return tuple(
        pgtrigger.Trigger(
            name=f"{name}_{verb}_before_publishing", when=pgtrigger.Before, operation=operation,
            func=_REFUSE_WHEN_PUBLISHED.format(versions=versions, row=row),
        )
        for verb, operation, versions, row in refusals
    )


class Questionnaire(models.Model):
    """A list of questions of a municipality. `shipped`: which of ours it was copied from (evaluations.shipped); empty: made here."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    use = models.CharField(_("what it is for"), max_length=10, choices=Use)
    title = models.CharField(_("title"), max_length=120)
    shipped = models.CharField(max_length=20, blank=True, editable=False)
    submission = models.UUIDField(unique=True, editable=False)
    made_at = models.DateTimeField()
    put_away_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        verbose_name = _("list of questions")
        verbose_name_plural = _("lists of questions")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="questionnaire_with_municipality"),
            models.UniqueConstraint(fields=["municipality", "shipped"], condition=~Q(shipped=""), name="shipped_questionnaire_once"),
        )
        indexes = (models.Index(fields=["municipality", "use", "title"], name="questionnaire_list"),)

    def __str__(self) -> str:
        return f"questionnaire {self.uuid}"


class Version(models.Model):
    """One version of a list. `edits` goes up with each change of a draft, so that two do not overwrite each other."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+", db_index=False)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    languages = ArrayField(models.CharField(max_length=8), default=list, blank=True)  # beside Dutch
    edits = models.PositiveIntegerField(default=1, editable=False)
    begun_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a list of questions")
        verbose_name_plural = _("versions of a list of questions")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="version_with_municipality"),
            models.UniqueConstraint(fields=["questionnaire", "number"], name="version_of_questions_once"),
            models.UniqueConstraint(fields=["questionnaire"], condition=Q(published_at=None), name="one_draft_of_questions"),
        )
        triggers = (
            pgtrigger.Protect(
                name="published_version_stays", operation=pgtrigger.Update | pgtrigger.Delete, condition=pgtrigger.Q(old__published_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"version {self.number} of questions"


class Section(models.Model):
    """Questions that stand on one page."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.JSONField(default=dict, blank=True)
    intro = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("section of questions")
        verbose_name_plural = _("sections of questions")
        ordering = ("position", "pk")
        triggers = _stays_when_published("section")

    def __str__(self) -> str:
        return f"section {self.position}"


class Question(models.Model):
    """`choices`: `[{"code": "a", "words": {"nl": "…"}}]`, for one or several of a list.

    `shown_if` names the identity of a question of an earlier section, and `shown_if_answers` the answers to it with which this one is
    asked; empty: always. `counts_for_trust`: its mean is part of the trust index.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="questions")
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="questions")
    identity = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("how it is asked"), max_length=7, choices=QuestionKind)
    words = models.JSONField(default=dict)
    help = models.JSONField(default=dict, blank=True)
    choices = models.JSONField(default=list, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=False)
    shown_if = models.UUIDField(null=True, blank=True)
    shown_if_answers = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    counts_for_trust = models.BooleanField(_("counts for the trust index"), default=False)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("section__position", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["version", "identity"], name="question_once_in_a_version"),
            models.CheckConstraint(condition=Q(counts_for_trust=False) | Q(kind="scale"), name="trust_is_on_the_scale"),
            models.CheckConstraint(
                condition=Q(shown_if=None, shown_if_answers=[]) | Q(shown_if__isnull=False) & ~Q(shown_if_answers=[]), name="shown_if_has_answers",
            ),
        )
        triggers = _stays_when_published("question")

    def __str__(self) -> str:
        return f"question {self.identity}"
