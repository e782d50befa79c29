"""Questions about many agenda points and action points."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.agenda import ActionPoint, AgendaItem  # noqa: F401  the type checker needs them
    from meetings.models.meeting import Meeting


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def of_meeting(self, meeting: "Meeting") -> Self:
        """In the order of the chair; without what was withdrawn."""
        return self.filter(meeting=meeting, withdrawn_at=None).order_by("position")

    def proposed_by(self, member: "Membership") -> Self:
        return self.filter(proposed_by=member)

    def without_answer(self) -> Self:
        """The report is there, and nobody told yet what was done with it."""
        return self.filter(meeting__state__in=["closed", "fixed"], withdrawn_at=None, was_taken=True, answered_at=None)

    def with_people(self) -> Self:
        return self.select_related("meeting__municipality", "proposed_by__user", "proposed_by__municipality", "answered_by__user")


class ActionPointQuerySet(models.QuerySet["ActionPoint"]):
    def of_meeting(self, meeting: "Meeting") -> Self:
        return self.filter(meeting=meeting).order_by("due_on", "pk")

    def owned_by(self, member: "Membership") -> Self:
        return self.filter(owner=member)

    def open(self) -> Self:
        return self.filter(Q(declined_at=None), done_at=None)

    def with_people(self) -> Self:
        return self.select_related("meeting__municipality", "owner__user", "owner__municipality", "item")
