"""What of evaluations is in somebody's care: those that she holds, the improvements that she does. Promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from evaluations.actions.improvement import OWNS
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from terms.handover import Part, Source

HOLDS = "evaluations.manage"


def parts(member: Membership) -> Iterable[Part]:
    """Two statements."""
    return [_part(label, rows.filter(owner=member), permission) for label, rows, permission in _held()]


def left(on: date) -> Iterable[int]:
    return {pk for _label, rows, _permission in _held() for pk in rows.filter(owner__end_date__lte=on).values_list("owner", flat=True)}


SOURCE = Source(parts=parts, left=left)


def _held() -> list[tuple[LazyText, "models.QuerySet[models.Model]", str]]:
    """Label, rows, and what who takes them must be allowed.

    Who holds an evaluation is promised for when it opens and when it closes. What was shared back or cancelled needs nobody any more.
    """
    return [
        (_("Evaluations that she holds"), Evaluation.objects.filter(state__in=[State.PLANNED, State.OPEN, State.CLOSED]), HOLDS),
        (_("Improvements after an evaluation"), Improvement.objects.open(), OWNS),
    ]


def _part(label: LazyText, hers: "models.QuerySet[models.Model]", permission: str) -> Part:
    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        hers.update(owner=to)

    return Part(label=label, number=hers.count(), permission=permission, give=give)
