"""Questions about the public page."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from approach.models.page import PublicPage  # noqa: F401  the type checker needs it


class PublicPageQuerySet(models.QuerySet["PublicPage"]):
    """Questions about many."""
