"""Questions about many log entries."""

from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Municipality
    from audit.models import Entry


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, kind: str, subject: UUID) -> Self:
        return self.filter(subject_kind=kind, subject=subject)

    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def for_list(self) -> Self:
        return self.select_related("actor__user").order_by("-at", "-pk")
