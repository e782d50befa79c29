"""Questions about words of a municipality's own, beside those that come with the application."""

from typing import ClassVar, TypeVar

from django.db import models

from accounts.models import Municipality

Word = TypeVar("Word", bound=models.Model)


class OwnWordQuerySet(models.QuerySet[Word]):
    """`shipped`: ours. Rows have a code and a name, and can be put out of use."""

    shipped: ClassVar[type[models.TextChoices]]

    def names_of(self, municipality: Municipality) -> dict[str, str]:
        """Code → name of every word that exists there, ours first, also those that cannot be chosen any more. One statement."""
        own = self.filter(municipality=municipality).order_by("name", "pk").values_list("code", "name")
        return {each.value: str(each.label) for each in self.shipped} | dict(own)

    def closed_in(self, municipality: Municipality, *, hidden: list[str]) -> set[str]:
        """Codes that nobody can newly choose: ours that the municipality hides, and its own that are out of use. One statement."""
        return set(hidden) | set(self.filter(municipality=municipality, is_active=False).values_list("code", flat=True))
