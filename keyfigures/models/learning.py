"""Trainings and meetings to learn: what is offered, who has a place, who waits, who was there."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Municipality
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.learning import CourseQuerySet, EnrolmentQuerySet


class Course(models.Model):
    """One training on one day. `places` is how many can take part; who comes after that waits."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    title = models.CharField(_("title"), max_length=120)
    about = models.TextField(_("what you learn"), max_length=1500)
    place = models.CharField(_("where"), max_length=200)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    places = models.PositiveSmallIntegerField(_("places"))
    sign_up_until = models.DateField(_("last day to sign up"))
    offered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = CourseQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = (
            models.UniqueConstraint(fields=["id", "municipality"], name="training_with_municipality"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="training_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(places__gte=1), name="training_has_places"),
        )
        indexes = (models.Index(fields=["municipality", "starts_at", "id"], name="training_list"),)

    def __str__(self) -> str:
        return f"training {self.uuid}"


class EnrolmentState(models.TextChoices):
    PLACE = "place", _("Has a place")
    WAITING = "waiting", _("Waits for a place")
    CANCELLED = "cancelled", _("Does not come")
    ATTENDED = "attended", _("Was there")
    ABSENT = "absent", _("Was not there")


class Enrolment(models.Model):
    """A key figure and a training. Who waits gets the first place that comes free, in the order of signing up."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrolments")
    key_figure = models.ForeignKey(KeyFigure, on_delete=models.CASCADE, related_name="enrolments")
    state = models.CharField(max_length=10, choices=EnrolmentState)
    signed_up_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        # A later migration adds composite foreign keys: training and key figure belong to `municipality`.
        constraints = (models.UniqueConstraint(fields=["course", "key_figure"], name="enrolled_once"),)

    def __str__(self) -> str:
        return f"enrolment {self.uuid}"
