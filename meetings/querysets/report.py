"""Questions about many corrections."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from meetings.models.meeting import Meeting
    from meetings.models.report import Correction  # noqa: F401  the type checker needs it


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def of_meeting(self, meeting: "Meeting") -> Self:
        return self.filter(item__meeting=meeting).order_by("at", "pk")

    def open(self) -> Self:
        return self.filter(state="proposed")
