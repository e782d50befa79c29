"""Questions about many members."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active_on(self, day: date) -> Self:
        """Members who have confirmed, started and not left on `day` (start inclusive, end exclusive)."""
        return self.filter(
            Q(end_date=None) | Q(end_date__gt=day),
            start_date__lte=day,
            user__is_active=True,
        )

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def with_role(self, role: str) -> Self:
        return self.filter(roles__contains=[role])

    def absent_on(self, day: date) -> Self:
        """Members with an absence that covers `day` (first day inclusive, last day inclusive)."""
        return self.filter(absences__first_date__lte=day, absences__last_date__gte=day)
