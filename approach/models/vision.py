"""Why and how this municipality works with key figures. Lesson: first a clear vision. An adopted version stays as it is."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from approach.kinds import Body, NetworkForm, OrganisationKind, VisionState
from approach.querysets.vision import GoalQuerySet, VisionQuerySet
from keyfigures.catalogue import ShippedRole

_REFUSE_WHEN_ADOPTED = """
IF EXISTS (SELECT 1 FROM approach_vision WHERE id IN ({visions}) AND state = 'adopted') THEN
    RAISE EXCEPTION 'an adopted vision stays as it is';
END IF;
RETURN {row};
"""


# What is written in own words, in the order of the steps.
TEXTS = ("problem", "goal", "way", "form_because", "who", "organisations_do", "functions", "limits", "links")


class Vision(models.Model):
    """One version; at most one draft at a time. The four questions of the lessons: `problem`, `goal` and `way`, `who`, `roles` and `functions`.

    `review_on` is a promise (terms) of who wrote it. In force: the adopted version with the newest `adopted_on` that is not later than today.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(max_length=7, choices=VisionState, default=VisionState.DRAFT, editable=False)
    problem = models.TextField(_("which question or problem is it an answer to?"), max_length=3000, blank=True)
    goal = models.TextField(_("what do we want to reach?"), max_length=3000, blank=True)
    way = models.TextField(_("how do we want to reach it?"), max_length=3000, blank=True)
    form = models.CharField(_("do we need a network, and which?"), max_length=10, choices=NetworkForm, blank=True)
    form_because = models.TextField(_("why this form?"), max_length=1000, blank=True)
    who = models.TextField(_("which people should take part?"), max_length=2000, blank=True)
    organisations = ArrayField(models.CharField(max_length=13, choices=OrganisationKind), verbose_name=_("which organisations?"), default=list, blank=True)
    organisations_do = models.TextField(_("what do these organisations do?"), max_length=2000, blank=True)
    roles = ArrayField(models.CharField(max_length=20, choices=ShippedRole), verbose_name=_("which roles do key figures have?"), default=list, blank=True)
    functions = models.TextField(_("what do these roles mean here?"), max_length=2000, blank=True)
    limits = models.TextField(_("what will we never ask of a key figure?"), max_length=2000, blank=True)
    links = models.TextField(_("with which other policy does it go together?"), max_length=1000, blank=True)

    written_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    review_on = models.DateField(_("looked at again on"), null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.CharField(_("adopted by"), max_length=7, choices=Body, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    document_number = models.CharField(_("number of the document"), max_length=60, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(default=1, editable=False)

    objects = VisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vision")
        verbose_name_plural = _("visions")
        # A later migration adds composite foreign keys: people and goals belong to `municipality`.
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="vision_with_municipality"),
            models.UniqueConstraint(fields=["municipality", "number"], name="vision_version_once"),
            models.UniqueConstraint(fields=["municipality"], condition=Q(state="draft"), name="one_draft_of_a_vision"),
            models.CheckConstraint(
                condition=~Q(state="adopted")
                | ~Q(adopted_by="") & Q(adopted_on__isnull=False, recorded_by__isnull=False, recorded_at__isnull=False, review_on__isnull=False)
                & ~Q(problem="") & ~Q(goal="") & ~Q(way="") & ~Q(who="") & ~Q(functions="") & ~Q(form="") & ~Q(form_because=""),
                name="adopted_vision_is_complete",
            ),
        )
        triggers = (
            pgtrigger.Trigger(
                name="adopted_vision_stays", when=pgtrigger.Before, operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["reviewed_at", "review_on"]),
                func="IF OLD.state = 'adopted' THEN RAISE EXCEPTION 'an adopted vision stays as it is'; END IF; RETURN NEW;",
            ),
            pgtrigger.Protect(name="adopted_vision_is_kept", operation=pgtrigger.Delete, condition=pgtrigger.Q(old__state="adopted")),
        )

    def __str__(self) -> str:
        return f"vision {self.uuid}"


class Goal(models.Model):
    """A measurable sub-goal. `indicator`: the code of what shows it (indicators.registry); empty: `measure` says how it is shown.

    It keeps its `identity` over versions, so that reports before and after a new vision are about the same goal.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    vision = models.ForeignKey(Vision, on_delete=models.CASCADE, related_name="goals")
    identity = models.UUIDField(default=uuid.uuid4)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("what do we want to see?"), max_length=200)
    indicator = models.CharField(_("which figure shows it?"), max_length=60, blank=True)
    target = models.DecimalField(_("which number is it then?"), max_digits=9, decimal_places=1, null=True, blank=True)
    measure = models.CharField(_("how do we see it, when no figure shows it?"), max_length=200, blank=True)
    by_date = models.DateField(_("by when?"), null=True, blank=True)

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = _("goal of a vision")
        verbose_name_plural = _("goals of a vision")
        constraints = (
            models.UniqueConstraint(fields=["vision", "identity"], name="goal_once_in_a_vision"),
            models.UniqueConstraint(fields=["vision", "position"], name="one_goal_per_position", deferrable=models.Deferrable.DEFERRED),
            models.CheckConstraint(condition=~Q(indicator="") | ~Q(measure=""), name="goal_can_be_seen"),
        )
        triggers = tuple(
            pgtrigger.Trigger(
                name=f"goal_{verb}_before_adoption", when=pgtrigger.Before, operation=operation, func=_REFUSE_WHEN_ADOPTED.format(visions=visions, row=row),
            )
            for verb, operation, visions, row in (
                ("comes", pgtrigger.Insert, "NEW.vision_id", "NEW"),
                ("changes", pgtrigger.Update, "OLD.vision_id, NEW.vision_id", "NEW"),
                ("goes", pgtrigger.Delete, "OLD.vision_id", "OLD"),
            )
        )

    def __str__(self) -> str:
        return f"goal {self.identity}"
