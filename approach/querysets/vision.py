"""Questions about visions."""

from typing import TYPE_CHECKING, Self

from django.db import models

from approach.kinds import VisionState

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import Membership, Municipality
    from approach.models.vision import Goal, Vision  # noqa: F401  the type checker needs it


class VisionQuerySet(models.QuerySet["Vision"]):
    def visible_to(self, member: "Membership") -> Self:
        """Of her municipality. A draft is read by who writes it; what was adopted by who reads about the approach."""
        if not member.may("approach.read"):
            return self.none()
        mine = self.filter(municipality=member.municipality_id)
        return mine if member.may("approach.manage") else mine.filter(state=VisionState.ADOPTED)

    def of(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def drafts(self) -> Self:
        return self.filter(state=VisionState.DRAFT)

    def adopted(self) -> Self:
        return self.filter(state=VisionState.ADOPTED)

    def adopted_until(self, day: "date", *, municipality: "Municipality") -> Self:
        """The one in force on that day first; then those that were before it."""
        return self.of(municipality).adopted().filter(adopted_on__lte=day).order_by("-adopted_on", "-number")

    def in_force(self, municipality: "Municipality", *, on: "date") -> "Vision | None":
        """The adopted version with the newest day of adoption that is not later than `on`. One statement."""
        return self.adopted_until(on, municipality=municipality).first()

    def newest_first(self) -> Self:
        return self.order_by("-number")

    def with_people(self) -> Self:
        return self.select_related("municipality", "written_by__user", "recorded_by__user")


class GoalQuerySet(models.QuerySet["Goal"]):
    def of(self, vision: "Vision") -> Self:
        """In the order in which they stand in the vision."""
        return self.filter(vision=vision).order_by("position")
