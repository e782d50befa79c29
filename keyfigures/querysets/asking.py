"""Questions about many requests of the municipality. `visible_to` is the only rule for who sees which."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.asking import Ask  # noqa: F401  the type checker needs it
    from keyfigures.models.figure import KeyFigure

OPEN = ("asked", "accepted")


class AskQuerySet(models.QuerySet["Ask"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who works on the network those of her municipality."""
        own = Q(key_figure__member=member)
        seen = own | Q(municipality=member.municipality_id) if member.may("keyfigures.manage") else own
        return self.filter(seen, municipality=member.municipality_id)

    def of_figure(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def open(self) -> Self:
        """Waits for her answer, or for the day on which she does it."""
        return self.filter(state__in=OPEN)

    def without_result(self) -> Self:
        """She did it and was not told yet what was done with it."""
        return self.filter(state="done", result_at=None)

    def ended(self) -> Self:
        return self.filter(Q(state__in=("declined", "withdrawn")) | Q(state="done", result_at__isnull=False))

    def with_people(self) -> Self:
        return self.select_related(
            "municipality", "key_figure__municipality", "key_figure__member__user", "key_figure__contact_person", "asked_by__user", "asked_by__municipality",
        )
