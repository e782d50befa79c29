"""Questions about reports to council and college."""

from typing import TYPE_CHECKING, Self

from django.db import models

from approach.kinds import ReportState

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from approach.models.report import Comment, Report, ReportFile, Section, Template  # noqa: F401  the type checker needs it


class TemplateQuerySet(models.QuerySet["Template"]):
    def of(self, municipality: "Municipality") -> Self:
        """Newest first."""
        return self.filter(municipality=municipality).order_by("-number")

    def with_people(self) -> Self:
        return self.select_related("made_by__user", "made_by__municipality")


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, member: "Membership") -> Self:
        """Of her municipality: who makes or issues reports sees all but what was thrown away, who may only read those that were issued."""
        mine = self.filter(municipality=member.municipality_id).exclude(state=ReportState.DISCARDED)
        works = member.may("approach.manage") or member.may("approach.issue")
        return mine if works else mine.filter(state=ReportState.ISSUED)

    def in_state(self, *states: str) -> Self:
        return self.filter(state__in=states)

    def being_made(self) -> Self:
        """Oldest first."""
        return self.filter(state=ReportState.MAKING).order_by("begun_at", "pk")

    def issued_by_number(self, municipality: "Municipality", number: str) -> "Report | None":
        return self.with_all().filter(municipality=municipality, state=ReportState.ISSUED, number=number).first()

    def with_all(self) -> Self:
        return self.select_related(
            "municipality", "template", "vision", "begun_by__user", "begun_by__municipality", "offered_by__user", "offered_by__municipality",
            "issued_by__user", "issued_by__municipality",
        )


class SectionQuerySet(models.QuerySet["Section"]):
    def in_order(self) -> Self:
        return self.order_by("position", "pk")


class CommentQuerySet(models.QuerySet["Comment"]):
    def with_people(self) -> Self:
        """Oldest first."""
        return self.select_related("by__user", "by__municipality", "report__municipality").order_by("at", "pk")

    def visible_to(self, member: "Membership") -> Self:
        works = member.may("approach.manage") or member.may("approach.issue")
        return self.filter(municipality=member.municipality_id) if works else self.none()


class ReportFileQuerySet(models.QuerySet["ReportFile"]):
    def of_kind(self, report: "Report", kind: str) -> "ReportFile | None":
        return self.filter(report=report, kind=kind).first()
