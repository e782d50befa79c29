"""Questions about many improvements."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.evaluation import Evaluation
    from evaluations.models.improvement import Improvement  # noqa: F401  the type checker needs it


class ImprovementQuerySet(models.QuerySet["Improvement"]):
    def visible_to(self, member: "Membership") -> Self:
        """Who plans evaluations or may see results: of her municipality; who does one: hers."""
        mine = Q(owner=member)
        if member.may("evaluations.manage") or member.may("evaluations.results"):
            mine |= Q(municipality=member.municipality_id)
        return self.filter(mine, municipality=member.municipality_id)

    def open(self) -> Self:
        return self.filter(state="open")

    def in_state(self, state: str) -> Self:
        return self.filter(state=state)

    def of_evaluation(self, evaluation: "Evaluation") -> Self:
        return self.filter(evaluation=evaluation)

    def open_elsewhere(self, evaluation: "Evaluation") -> Self:
        """Still open from other evaluations of the same municipality."""
        return self.open().filter(municipality=evaluation.municipality_id).exclude(evaluation=evaluation)

    def told_before(self, evaluation: "Evaluation", previous: "Evaluation") -> Self:
        """Of which the network heard up to `previous`, and of which it did not read the end then: what the next round tells what became of."""
        earlier = Q(evaluation=previous) | Q(ended_at=None) | Q(ended_at__gt=previous.shared_at)
        shared = Q(evaluation__state="shared", evaluation__shared_at__lte=previous.shared_at)
        return self.filter(shared, earlier, is_told=True, municipality=evaluation.municipality_id).exclude(evaluation=evaluation)

    def with_people(self) -> Self:
        return self.select_related("municipality", "evaluation__municipality", "owner__user", "owner__municipality")

    def for_list(self) -> Self:
        return self.select_related("evaluation", "owner__user", "owner__municipality").order_by("due_on", "pk")
