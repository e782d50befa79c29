"""Questions about how lessons stand."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from approach.models.lesson import FrozenFigure, LessonSetting  # noqa: F401  the type checker needs it


class LessonSettingQuerySet(models.QuerySet["LessonSetting"]):
    """Questions about many."""


class FrozenFigureQuerySet(models.QuerySet["FrozenFigure"]):
    """Questions about many."""
