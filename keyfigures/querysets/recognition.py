"""Questions about many words of thanks. Nothing of it is shown wider than she chose."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from keyfigures.stages import Stage

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.recognition import Recognition  # noqa: F401  the type checker needs it


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality."""
        own = Q(key_figure__member=member)
        seen = own | Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)

    def of_figure(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def shown_in_network(self, municipality: "Municipality") -> Self:
        """What she chose to show to the network, or to everybody; gone when she ends."""
        return self._shown(municipality).filter(chosen__in=("internal", "public"))

    def public(self, municipality: "Municipality") -> Self:
        """What she chose to show to everybody."""
        return self._shown(municipality).filter(chosen="public")

    def with_people(self) -> Self:
        return self.select_related("municipality", "key_figure__member__user", "given_by__user")

    def _shown(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality).exclude(key_figure__stage=Stage.ENDED)
