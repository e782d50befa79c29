"""Questions about many who want to take part and did not confirm yet."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Municipality
    from keyfigures.models.figure import Interest  # noqa: F401  the type checker needs it


class InterestQuerySet(models.QuerySet["Interest"]):
    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)

    def open_at(self, at: datetime) -> Self:
        return self.filter(expires_at__gt=at)

    def expired_at(self, at: datetime) -> Self:
        return self.filter(expires_at__lte=at)
