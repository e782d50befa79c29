"""Questions about many evaluations. `visible_to` is the only rule for who sees which."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

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

    def told_to(self, member: "Membership") -> Self:
        """Of which she reads what was heard and what is done: who was asked, also while it is not there yet, to see when it comes.

        Once it is shared every key figure reads it, and who may see results.
        """
        asked: Any = self.model._meta.get_field("participants").related_model._default_manager  # noqa: SLF001  Participant imports this
        seen = Q(Exists(asked.filter(evaluation=OuterRef("pk"), member=member)), state__in=["open", "closed", "shared"])
        is_key_figure = member.may("keyfigures.own") and member.may("meetings.take_part")
        if is_key_figure or member.may("evaluations.results") or member.may("evaluations.manage"):
            seen |= Q(state="shared")
        return self.filter(seen, municipality=member.municipality_id)

    def awaited(self) -> Self:
        """Asked, and not shared back yet; what was asked longest ago comes first."""
        return self.filter(state__in=["open", "closed"]).order_by("closes_on", "pk")

    def worked_on_by(self, member: "Membership", *, today: date) -> Self:
        """Who plans them does the work of those of her municipality; who evaluates from outside of hers until her last day."""
        here = self.filter(municipality=member.municipality_id)
        if member.may("evaluations.manage"):
            return here
        if not member.may("evaluations.assist"):
            return here.none()
        guests = self.model._meta.get_field("guests").related_model._default_manager  # noqa: SLF001  Guest imports this
        return here.filter(Exists(guests.filter(evaluation=OuterRef("pk"), member=member, part="evaluator", until__gte=today)))

    def compared_by(self, member: "Membership", *, today: date) -> Self:
        """Plans of which she may read what came out: who plans them, who read it; when it is closed also who may see results."""
        here = self.filter(municipality=member.municipality_id, kind="plan")
        if member.may("evaluations.manage"):
            return here
        readings: Any = self.model._meta.get_field("readings").related_model._default_manager  # noqa: SLF001  PlanReading imports this
        seen = Q(pk__in=readings.open_to(member, today=today).values("evaluation"))
        if member.may("evaluations.results"):
            seen |= Q(state__in=["closed", "shared"])
        return here.filter(seen)

    def counted(self) -> Self:
        """Questions to the network of which the answers were opened and counted."""
        return self.filter(kind="survey", state__in=["closed", "shared"], counted_at__isnull=False)

    def read_by(self, member: "Membership", *, today: date) -> Self:
        """Of which she may read what came out, in figures: who may see results, and who works on it. Own words: only who works on it."""
        if member.may("evaluations.results"):
            return self.filter(municipality=member.municipality_id).held()
        return self.worked_on_by(member, today=today).held()

    def shared(self) -> Self:
        return self.filter(state="shared")

    def shared_before(self, evaluation: "Evaluation") -> "Evaluation | None":
        """The round of the same municipality that was shared last before this one."""
        earlier = self.shared().filter(municipality=evaluation.municipality_id).exclude(pk=evaluation.pk)
        if evaluation.shared_at is not None:
            earlier = earlier.filter(shared_at__lt=evaluation.shared_at)
        return earlier.order_by("-shared_at", "-pk").first()

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
