"""Questions about many promises."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Count, F, Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from terms.models import Clock  # noqa: F401  the type checker needs it


class ClockQuerySet(models.QuerySet["Clock"]):
    def open(self) -> Self:
        return self.filter(kept_at=None, ended_at=None)

    def about(self, subject: UUID) -> Self:
        return self.filter(subject=subject)

    def to_look_at(self, at: datetime) -> Self:
        """Open promises of which a rung of the ladder, or the end of a pause, was reached before `at`."""
        return self.filter(look_again_at__lte=at)

    def late_at(self, at: datetime) -> Self:
        return self.open().filter(due_at__lt=at, paused_at=None)

    def promised_to(self, member: "Membership") -> Self:
        """Those for which she waits."""
        return self.filter(waiter=member, municipality=member.municipality_id)

    def owed_by(self, members: "Iterable[int]", *, municipality: int) -> Self:
        """Those of these members, by their row."""
        return self.filter(owner__in=list(members), municipality=municipality)

    def kept_by(self, member: "Membership", *, since: datetime, at: datetime) -> tuple[int, int]:
        """How many of her promises of this time were kept in time, and of how many: also those that are late now. One statement."""
        ended_here = Q(kept_at__gte=since) | Q(kept_at=None, due_at__lt=at, paused_at=None)
        hers = self.filter(ended_here, owner=member, ended_at=None)
        counted = hers.aggregate(in_time=Count("pk", filter=Q(kept_at__lte=F("due_at"))), all=Count("pk"))
        return counted["in_time"], counted["all"]

    def for_rows(self) -> Self:
        """With the names of both sides, due first on top."""
        return self.select_related("owner__user", "waiter__user").order_by("due_at", "pk")
