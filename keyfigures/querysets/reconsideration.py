"""Questions about many rows of keyfigures.models.reconsideration."""

from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

from terms.models import Clock

if TYPE_CHECKING:
    from accounts.models import Membership
    from keyfigures.models.figure import KeyFigure
    from keyfigures.models.reconsideration import Reconsideration, SealedStatement  # noqa: F401  the type checker needs it


class ReconsiderationQuerySet(models.QuerySet["Reconsideration"]):
    def visible_to(self, member: "Membership") -> Self:
        """Herself, who raised it, and the two who decide, or whoever took a promise over from them. Nobody else: not the role, the person."""
        took_over = Clock.objects.filter(subject=OuterRef("uuid"), owner=member, ended_at=None)  # also when she kept it
        named = Q(raised_by=member) | Q(first_decider=member) | Q(second_decider=member) | Exists(took_over)
        return self.filter(Q(key_figure__member=member) | named, municipality=member.municipality_id)

    def running(self) -> Self:
        return self.filter(decided_at=None)

    def of_figure(self, figure: "KeyFigure") -> Self:
        return self.filter(key_figure=figure)

    def to_erase(self, before: datetime) -> Self:
        """Over before this moment: the whole of it goes."""
        return self.filter(decided_at__lt=before).order_by("decided_at", "pk")

    def for_detail(self) -> Self:
        return self.select_related(
            "municipality", "key_figure__member__user", "key_figure__municipality", "key_figure__contact_person__user", "raised_by__user",
            "first_decider__user", "second_decider__user",
        )


class SealedStatementQuerySet(models.QuerySet["SealedStatement"]):
    def about(self, *subjects: UUID) -> Self:
        return self.filter(subject__in=subjects)

    def in_order(self) -> Self:
        return self.select_related("author__user").order_by("at", "pk")
