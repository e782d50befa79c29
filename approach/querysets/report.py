"""Questions about reports to council and college."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from approach.models.report import Comment, Report, ReportFile, Section, Template  # noqa: F401  the type checker needs it


class TemplateQuerySet(models.QuerySet["Template"]):
    """Questions about many."""


class ReportQuerySet(models.QuerySet["Report"]):
    """Questions about many."""


class SectionQuerySet(models.QuerySet["Section"]):
    """Questions about many."""


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions about many."""


class ReportFileQuerySet(models.QuerySet["ReportFile"]):
    """Questions about many."""
