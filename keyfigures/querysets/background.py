"""Questions about anonymous answers."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count

if TYPE_CHECKING:
    from accounts.models import Municipality
    from indicators.quarters import Quarter
    from keyfigures.models.background import BackgroundAnswer  # noqa: F401  the type checker needs it


class BackgroundAnswerQuerySet(models.QuerySet["BackgroundAnswer"]):
    def counts_of(self, municipality: "Municipality", quarter: "Quarter") -> dict[str, dict[str, int]]:
        """Question → answer → how many. Never shown: it goes through keyfigures.suppression."""
        rows = self.filter(municipality=municipality, year=quarter.year, quarter=quarter.number)
        counts: dict[str, dict[str, int]] = {}
        for question, answer, number in rows.values_list("question", "answer").annotate(number=Count("pk")).order_by():
            counts.setdefault(question, {})[answer] = number
        return counts

    def secret_of(self, municipality: "Municipality", quarter: "Quarter") -> str:
        """The same as long as the rows are: with it the lot is drawn, so that looking twice draws once."""
        rows = self.filter(municipality=municipality, year=quarter.year, quarter=quarter.number)
        return "".join(str(each) for each in rows.order_by("pk").values_list("pk", flat=True)[:8])
