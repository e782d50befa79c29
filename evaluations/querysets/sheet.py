"""Questions about who is asked, and about what came out. No question here joins the two."""

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.sheet import Outcome, Participant  # noqa: F401  the type checker needs them


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def of(self, member: "Membership") -> Self:
        return self.filter(member=member)

    def waited_for(self) -> Self:
        """Can still answer: asked in an evaluation that is open, and did not answer."""
        return self.filter(evaluation__state="open", has_answered=False)

    def for_names(self) -> Self:
        return self.select_related("member__user", "member__municipality").order_by("member__user__name", "pk")

    def with_evaluation(self) -> Self:
        """All that her own page shows."""
        return self.select_related("municipality", "member__user", "evaluation__municipality", "evaluation__questions", "evaluation__mirror")


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    def of_group(self, group: str) -> Self:
        return self.filter(group=group)
