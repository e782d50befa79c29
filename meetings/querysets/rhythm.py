"""Questions about the targets of a municipality."""

from typing import TYPE_CHECKING, Self

from django.db import models

from meetings.kinds import Kind

if TYPE_CHECKING:
    from accounts.models import Municipality
    from meetings.models.rhythm import MeetingRhythm  # noqa: F401  the type checker needs it

DEFAULTS = {Kind.NETWORK: 4}


class MeetingRhythmQuerySet(models.QuerySet["MeetingRhythm"]):
    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def per_year(self, municipality: "Municipality") -> dict[str, int]:
        """How many of each kind a year: its own numbers over ours."""
        own = dict(self.of_municipality(municipality).values_list("kind", "per_year"))
        return {kind: own.get(kind, DEFAULTS.get(kind, 0)) for kind in Kind}
