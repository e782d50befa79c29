"""Questions about declarations of independence."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.independence import IndependenceDeclaration
    from meetings.models.meeting import Meeting


class IndependenceDeclarationQuerySet(models.QuerySet["IndependenceDeclaration"]):
    def for_meeting(self, meeting: "Meeting") -> "IndependenceDeclaration | None":
        """Of who leads it, for the year in which it is held."""
        return self.filter(chair=meeting.chair_id, year=meeting.year).first()

    def of(self, chair: "Membership") -> Self:
        return self.filter(chair=chair)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)
