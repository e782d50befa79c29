"""Questions about many tasks."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from initiatives.models.task import Task  # noqa: F401  the type checker needs it


class TaskQuerySet(models.QuerySet["Task"]):
    """Questions about many."""
