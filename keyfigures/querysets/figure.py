"""Questions about many key figures. `visible_to` is the only rule for who sees whom."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from keyfigures.stages import Stage

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from keyfigures.models.figure import KeyFigure  # noqa: F401  the type checker needs it


class KeyFigureQuerySet(models.QuerySet["KeyFigure"]):
    def visible_to(self, member: "Membership") -> Self:
        """Herself, and for who works on the network all of her municipality. No key figure sees another."""
        seen = Q(member=member)
        if member.may("keyfigures.manage"):
            seen |= Q(municipality=member.municipality_id)
        return self.filter(seen, municipality=member.municipality_id, anonymised_at=None)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def in_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages)

    def active(self) -> Self:
        return self.filter(stage=Stage.ACTIVE)

    def not_ended(self) -> Self:
        return self.exclude(stage=Stage.ENDED)

    def to_erase(self, before: date) -> Self:
        """Ended on this day or before: their profile is not needed any more."""
        return self.filter(ended_on__lte=before, anonymised_at=None)

    def for_list(self) -> Self:
        return self.select_related("member__user", "contact_person__user").order_by("member__user__name", "pk")

    def for_detail(self) -> Self:
        return self.select_related("municipality", "member__user", "member__municipality", "contact_person__user", "contact_person__municipality")
