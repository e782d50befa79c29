"""Questions about many improvements."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.improvement import Improvement  # noqa: F401  the type checker needs it


class ImprovementQuerySet(models.QuerySet["Improvement"]):
    def visible_to(self, member: "Membership") -> Self:
        """Who plans evaluations or may see results: of her municipality; who does one: hers."""
        mine = Q(owner=member)
        if member.may("evaluations.manage") or member.may("evaluations.results"):
            mine |= Q(municipality=member.municipality_id)
        return self.filter(mine, municipality=member.municipality_id)

    def open(self) -> Self:
        return self.filter(state="open")

    def for_list(self) -> Self:
        return self.select_related("evaluation", "owner__user", "owner__municipality").order_by("due_on", "pk")
