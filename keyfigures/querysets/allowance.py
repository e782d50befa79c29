"""Questions about many rows of keyfigures.models.allowance."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from keyfigures.models.allowance import Payment  # noqa: F401  the type checker needs it


class PaymentQuerySet(models.QuerySet["Payment"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who proposes or decides those of her municipality. The only rule for who sees which row."""
        own = models.Q(key_figure__member=member)
        works = member.may("keyfigures.manage") or member.may("keyfigures.decide")
        seen = own | models.Q(municipality=member.municipality_id, key_figure__anonymised_at=None) if works else own
        return self.filter(seen, municipality=member.municipality_id)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def counted(self) -> Self:
        """What counts for the maxima: all that is not refused."""
        return self.exclude(state="refused")

    def proposed(self) -> Self:
        return self.filter(state="proposed")

    def approved(self) -> Self:
        """Approved, and not handed to finance yet."""
        return self.filter(state="approved")

    def handed_over(self) -> Self:
        return self.filter(state="exported")

    def handed_over_at(self, at: datetime) -> Self:
        """What went to finance in one file."""
        return self.filter(state="exported", exported_at=at)

    def with_people(self) -> Self:
        return self.select_related(
            "municipality", "key_figure__member__user", "key_figure__member__municipality", "proposed_by__user", "proposed_by__municipality",
            "decided_by__user",
        )
