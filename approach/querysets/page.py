"""Questions about the public page."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from datetime import date

    from accounts.models import Municipality
    from approach.models.page import PublicPage


class PublicPageQuerySet(models.QuerySet["PublicPage"]):
    def of(self, municipality: "Municipality") -> "PublicPage":
        """What was filled in; where nothing was, an empty one that is not saved."""
        return self.filter(municipality=municipality).first() or self.model(municipality=municipality, edits=0)

    def open_at(self, slug: str) -> "PublicPage | None":
        """The page that everybody may read; None where it is closed, or the municipality is not known."""
        return self.filter(municipality__slug=slug, is_open=True).select_related("municipality").first()

    def reached_for_security(self, *, on: "date") -> Self:
        """Who says where a weak spot is reported, and until when that holds, which is not over."""
        return self.exclude(security_contact="").filter(security_until__gte=on).select_related("municipality").order_by("municipality__name", "pk")
