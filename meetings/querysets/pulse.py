"""Questions about anonymous answers after a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, Max

if TYPE_CHECKING:
    from accounts.models import Municipality
    from meetings.models.meeting import Meeting
    from meetings.models.pulse import PulseAnswer  # noqa: F401  the type checker needs it


@dataclass(frozen=True, kw_only=True)
class PulseOfMeeting:
    """`counts`: question → score → how often, as `counts_of`."""

    starts_at: datetime
    counts: Mapping[str, Mapping[int, int]]


class PulseAnswerQuerySet(models.QuerySet["PulseAnswer"]):
    def counts_of(self, meeting: "Meeting") -> dict[str, dict[int, int]]:
        """Question → score → how often; who did not know is left out. There are only rows when five people or more answered. One statement."""
        rows = self.filter(meeting=meeting).exclude(score=None)
        counts: dict[str, dict[int, int]] = {}
        for question, score, number in rows.values_list("question", "score").annotate(number=Count("pk")).order_by():
            counts.setdefault(question, {})[score] = number
        return counts

    def of_last_meetings(self, municipality: "Municipality", *, most: int) -> list[PulseOfMeeting]:
        """Of the last meetings of which answers may be shown, newest first. One statement."""
        here = self.filter(meeting__municipality=municipality)
        last = here.values("meeting").annotate(at=Max("meeting__starts_at")).order_by("-at", "-meeting").values("meeting")[:most]
        rows = here.filter(meeting__in=last).exclude(score=None).order_by("-meeting__starts_at", "-meeting")
        found: dict[tuple[int, datetime], dict[str, dict[int, int]]] = {}
        for meeting, starts_at, question, score, number in rows.values_list("meeting", "meeting__starts_at", "question", "score").annotate(number=Count("pk")):
            found.setdefault((meeting, starts_at), {}).setdefault(question, {})[score] = number
        return [PulseOfMeeting(starts_at=starts_at, counts=counts) for (_meeting, starts_at), counts in found.items()]
