"""Questions about many rows of keyfigures.models.treatment."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.treatment import Complaint  # noqa: F401  the type checker needs it


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def visible_to(self, member: "Membership") -> Self:
        """Her own, and for who handles complaints those of her municipality, except of a key figure whose contact person she is herself."""
        seen = Q(key_figure__member=member)
        if member.may("keyfigures.complaints"):
            seen |= ~Q(key_figure__contact_person=member)
        return self.filter(seen, municipality=member.municipality_id)

    def open(self) -> Self:
        return self.filter(ended_at=None)

    def ended(self) -> Self:
        return self.filter(ended_at__isnull=False)

    def of_figure(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def to_erase(self, before: datetime) -> Self:
        """Answered or withdrawn before this moment: the whole of it goes."""
        return self.filter(ended_at__lt=before).order_by("ended_at", "pk")

    def for_detail(self) -> Self:
        return self.select_related("municipality", "key_figure__member__user", "key_figure__municipality", "handler__user")
