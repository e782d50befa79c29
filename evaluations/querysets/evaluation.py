"""Questions about many evaluations. `visible_to` is the only rule for who sees which."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from accounts.models import Membership, Municipality
    from evaluations.models.evaluation import Evaluation, EvaluationRhythm, Guest  # noqa: F401  the type checker needs them


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    def visible_to(self, member: "Membership", *, today: date) -> Self:
        """Who plans them sees all of her municipality; who may see results those that were closed; a guest hers until her last day.

        What a key figure is asked, and what was shared back with her, has pages of its own: see `shared` and querysets.sheet.
        """
        here = self.filter(municipality=member.municipality_id)
        if member.may("evaluations.manage"):
            return here
        seen = Q(state__in=["closed", "shared"]) if member.may("evaluations.results") else Q(pk=None)
        if member.may("evaluations.assist"):
            guests = self.model._meta.get_field("guests").related_model._default_manager  # noqa: SLF001  Guest imports this
            seen |= Q(Exists(guests.filter(evaluation=OuterRef("pk"), member=member, until__gte=today)))
        return here.filter(seen)

    def coming(self) -> Self:
        """Planned or open."""
        return self.filter(state__in=["planned", "open"])

    def held(self) -> Self:
        return self.filter(state__in=["closed", "shared"])

    def cancelled(self) -> Self:
        return self.filter(state="cancelled")

    def shared(self) -> Self:
        return self.filter(state="shared")

    def of_kind(self, kind: str) -> Self:
        return self.filter(kind=kind)

    def with_all(self) -> Self:
        return self.select_related(
            "municipality", "owner__user", "owner__municipality", "questions__questionnaire", "mirror__questionnaire",
        )


class EvaluationRhythmQuerySet(models.QuerySet["EvaluationRhythm"]):
    def of_municipality(self, municipality: "Municipality") -> Self:
        return self.filter(municipality=municipality)


class GuestQuerySet(models.QuerySet["Guest"]):
    def of(self, member: "Membership", *, today: date) -> Self:
        """Her parts that did not end yet."""
        return self.filter(member=member, until__gte=today)

    def doing(self, part: str) -> Self:
        return self.filter(part=part)

    def for_names(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")
