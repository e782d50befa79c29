"""Questions about anonymous answers after a meeting."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count

if TYPE_CHECKING:
    from meetings.models.meeting import Meeting
    from meetings.models.pulse import PulseAnswer  # noqa: F401  the type checker needs it


class PulseAnswerQuerySet(models.QuerySet["PulseAnswer"]):
    def counts_of(self, meeting: "Meeting") -> dict[str, dict[int, int]]:
        """Question → score → how often; who did not know is left out. There are only rows when five people or more answered. One statement."""
        rows = self.filter(meeting=meeting).exclude(score=None)
        counts: dict[str, dict[int, int]] = {}
        for question, score, number in rows.values_list("question", "score").annotate(number=Count("pk")).order_by():
            counts.setdefault(question, {})[score] = number
        return counts
