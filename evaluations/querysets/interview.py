"""Questions about themes of talks."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from accounts.models import Membership
    from evaluations.models.evaluation import Evaluation
    from evaluations.models.interview import InterviewTheme  # noqa: F401  the type checker needs it


class InterviewThemeQuerySet(models.QuerySet["InterviewTheme"]):
    def visible_to(self, member: "Membership", *, today: date) -> Self:
        """Who holds the talks, until her last day. Others when the evaluation is closed: earlier, the day on which a theme came could tell whose it is."""
        guests: Any = apps.get_model("evaluations", "Guest")._default_manager  # noqa: SLF001  its models import this module
        hers = guests.of(member, today=today).doing("interviewer").filter(evaluation=OuterRef("evaluation"))
        seen = Q(Exists(hers))
        if member.may("evaluations.manage") or member.may("evaluations.results"):
            seen |= Q(evaluation__state__in=["closed", "shared"])
        return self.filter(seen, municipality=member.municipality_id)

    def of_evaluation(self, evaluation: "Evaluation") -> Self:
        """In the order of the alphabet: the order in which they were written tells something about talks."""
        return self.filter(evaluation=evaluation).order_by("theme", "uuid")

    def with_evaluation(self) -> Self:
        return self.select_related("evaluation__municipality")
