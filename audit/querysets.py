"""Questions about many log entries."""

from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Municipality
    from audit.models import Entry  # noqa: F401  the type checker needs it


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, kind: str, subject: UUID) -> Self:
        return self.filter(subject_kind=kind, subject=subject)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def for_list(self) -> Self:
        return self.select_related("actor__user", "actor__municipality").order_by("-at", "-pk")

    def older_than(self, at: datetime, pk: int) -> Self:
        """What comes after this entry in `for_list`: the next page, as fast as the first however long the log."""
        return self.filter(Q(at__lt=at) | Q(at=at, pk__lt=pk))
