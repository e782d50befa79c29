"""Questions about many personal ties."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.ties import PersonalTie  # noqa: F401  the type checker needs it


class PersonalTieQuerySet(models.QuerySet["PersonalTie"]):
    def visible_to(self, member: "Membership") -> Self:
        """Those about herself or declared by herself, and for who decides those of her municipality. The only rule for who sees which row."""
        own = models.Q(key_figure__member=member) | models.Q(official=member)
        seen = own | models.Q(municipality=member.municipality_id) if member.may("keyfigures.decide") else own
        return self.filter(seen, municipality=member.municipality_id)

    def that_hold(self) -> Self:
        return self.filter(ended_at=None)

    def official_pks(self, figure: "KeyFigure") -> set[int]:
        """Who knows her privately now. One statement."""
        return set(self.that_hold().filter(key_figure=figure).values_list("official", flat=True))

    def for_list(self) -> Self:
        return self.select_related("official__user", "key_figure__member__user").order_by("-at", "-pk")
