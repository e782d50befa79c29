"""Questions about readings of a plan. `open_to` is the only rule for who reads and compares which."""

from datetime import date
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.evaluation import Evaluation
    from evaluations.models.plan import PlanOutcome, PlanReading  # noqa: F401  the type checker needs them


class PlanReadingQuerySet(models.QuerySet["PlanReading"]):
    def of(self, member: "Membership") -> Self:
        return self.filter(evaluator=member)

    def open_to(self, member: "Membership", *, today: date) -> Self:
        """Her own: who works here always, who comes from outside until her last day. What others answered is no row of hers."""
        mine = self.filter(evaluator=member, municipality=member.municipality_id)
        if member.may("evaluations.manage") or member.may("evaluations.results"):
            return mine
        guests = apps.get_model("evaluations", "Guest")._default_manager  # noqa: SLF001  Guest imports what this is for
        return mine.filter(Exists(guests.filter(evaluation=OuterRef("evaluation"), member=member, part="evaluator", until__gte=today)))

    def of_evaluation(self, evaluation: "Evaluation") -> Self:
        return self.filter(evaluation=evaluation)

    def handed_in(self) -> Self:
        return self.filter(handed_in_at__isnull=False)

    def waited_for(self) -> Self:
        return self.filter(handed_in_at=None)

    def with_people(self) -> Self:
        """In the order of the alphabet, which says nothing about who answered what first."""
        around = ("evaluation__municipality", "evaluation__owner__user", "evaluation__owner__municipality", "evaluation__questions__questionnaire")
        return self.select_related("evaluator__user", "evaluator__municipality", *around).order_by("evaluator__user__name", "pk")


class PlanOutcomeQuerySet(models.QuerySet["PlanOutcome"]):
    def texts_of(self, evaluation: "Evaluation") -> dict[UUID, str]:
        return dict(self.filter(evaluation=evaluation).values_list("identity", "text"))
