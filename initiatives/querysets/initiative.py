"""Questions about many initiatives."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from initiatives.models.initiative import Initiative, Step, Support  # noqa: F401  the type checker needs it


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Questions about many."""


class SupportQuerySet(models.QuerySet["Support"]):
    """Questions about many."""


class StepQuerySet(models.QuerySet["Step"]):
    """Questions about many."""
