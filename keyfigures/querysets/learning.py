"""Questions about many trainings, and about who takes part in them."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.learning import Course, Enrolment  # noqa: F401  the type checker needs them

HAS_PLACE = ("place", "attended", "absent")


class CourseQuerySet(models.QuerySet["Course"]):
    def visible_to(self, member: "Membership") -> Self:
        """What is offered in her municipality, for key figures and for who works on the network."""
        if not (member.may("keyfigures.own") or member.may("keyfigures.manage")):
            return self.none()
        return self.filter(municipality=member.municipality_id)

    def ahead(self, at: datetime) -> Self:
        return self.filter(starts_at__gt=at, cancelled_at=None)

    def past(self, at: datetime) -> Self:
        return self.filter(starts_at__lte=at, cancelled_at=None)

    def cancelled(self) -> Self:
        return self.filter(cancelled_at__isnull=False)

    def with_counts(self) -> Self:
        """`taken` places and `waiting` people, in the same statement."""
        taken, waiting = Q(enrolments__state__in=HAS_PLACE), Q(enrolments__state="waiting")
        rows = self.select_related("municipality", "offered_by__user", "offered_by__municipality")
        return rows.annotate(taken=Count("enrolments", filter=taken), waiting=Count("enrolments", filter=waiting))


class EnrolmentQuerySet(models.QuerySet["Enrolment"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality. No key figure sees who else comes."""
        own = Q(key_figure__member=member)
        seen = own | Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)

    def of(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def taking_part(self) -> Self:
        """Has a place, or had one."""
        return self.filter(state__in=HAS_PLACE)

    def waiting(self) -> Self:
        """In the order in which they get a place."""
        return self.filter(state="waiting").order_by("signed_up_at", "pk")

    def attended(self) -> Self:
        return self.filter(state="attended", course__cancelled_at=None)

    def for_list(self) -> Self:
        return self.select_related("key_figure__member__user", "course").order_by("signed_up_at", "pk")
