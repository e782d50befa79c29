"""Questions about the figures of a network that were counted."""

from datetime import date, time
from typing import TYPE_CHECKING

from django.db import models

from terms.days import at_time

if TYPE_CHECKING:
    from accounts.models import Municipality
    from keyfigures.models.mix import FrozenMix


class FrozenMixQuerySet(models.QuerySet["FrozenMix"]):
    def latest_of(self, municipality: "Municipality") -> "FrozenMix | None":
        """Those that are shown now; None where too few people take part to count them."""
        return self.filter(municipality=municipality).order_by("-year", "-quarter").first()

    def shown_on(self, municipality: "Municipality", day: date) -> "FrozenMix | None":
        """Those that were shown at the end of that day."""
        return self.filter(at__lte=at_time(day, time.max)).latest_of(municipality)
