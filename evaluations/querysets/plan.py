"""Questions about readings of a plan."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.plan import PlanReading  # noqa: F401  the type checker needs it


class PlanReadingQuerySet(models.QuerySet["PlanReading"]):
    def of(self, member: "Membership") -> Self:
        return self.filter(evaluator=member)

    def handed_in(self) -> Self:
        return self.filter(handed_in_at__isnull=False)
