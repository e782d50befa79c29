"""Questions about visions."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import Municipality
    from approach.models.vision import Goal, Vision  # noqa: F401  the type checker needs it


class VisionQuerySet(models.QuerySet["Vision"]):
    def in_force(self, municipality: "Municipality", *, on: "date") -> "Vision | None":
        """The adopted version with the newest day of adoption that is not later than `on`. One statement."""
        adopted = self.filter(municipality=municipality, state="adopted", adopted_on__lte=on)
        return adopted.order_by("-adopted_on", "-number").first()


class GoalQuerySet(models.QuerySet["Goal"]):
    """Questions about many."""
