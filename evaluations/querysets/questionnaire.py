"""Questions about lists of questions and their versions."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.questionnaire import Questionnaire, Version  # noqa: F401  the type checker needs them


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    def visible_to(self, member: "Membership") -> Self:
        """Who plans evaluations sees those of her municipality; nobody else."""
        here = self.filter(municipality=member.municipality_id)
        return here if member.may("evaluations.manage") else here.none()

    def in_use(self) -> Self:
        return self.filter(put_away_at=None)

    def put_away(self) -> Self:
        return self.filter(put_away_at__isnull=False)

    def with_versions(self) -> Self:
        """Two statements."""
        return self.prefetch_related("versions")


class VersionQuerySet(models.QuerySet["Version"]):
    def visible_to(self, member: "Membership") -> Self:
        here = self.filter(municipality=member.municipality_id)
        return here if member.may("evaluations.manage") else here.none()

    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def draft(self) -> Self:
        return self.filter(published_at=None)

    def with_questions(self) -> Self:
        """All of a version in three statements: sections in their order, each with its questions."""
        return self.select_related("questionnaire").prefetch_related("sections__questions")
