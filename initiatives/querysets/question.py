"""Questions about questions of the community."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from initiatives.models.question import CommunityQuestion  # noqa: F401  the type checker needs it


class CommunityQuestionQuerySet(models.QuerySet["CommunityQuestion"]):
    """Questions about many."""
