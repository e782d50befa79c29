"""Questions about declarations of independence."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from meetings.models.independence import IndependenceDeclaration  # noqa: F401  the type checker needs it


class IndependenceDeclarationQuerySet(models.QuerySet["IndependenceDeclaration"]):
    def of(self, chair: "Membership") -> Self:
        return self.filter(chair=chair)

    def of_year(self, year: int) -> Self:
        return self.filter(year=year)
