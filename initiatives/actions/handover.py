"""What of initiatives is in somebody's care: those that she answers or works on, and her tasks. The promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from initiatives.actions import ANSWERS
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """Two statements."""
    return [_part(label, rows.filter(owner=member), whose) for label, rows, whose in _held()]


def left(on: date) -> Iterable[int]:
    return {pk for _label, rows, _whose in _held() for pk in rows.filter(owner__end_date__lte=on).values_list("owner", flat=True)}


SOURCE = Source(parts=parts, left=left)


def _held() -> list[tuple[LazyText, "models.QuerySet[models.Model]", str]]:
    """Label, rows, and who filed the idea: she never answers her own."""
    return [
        (_("Ideas and initiatives that she looks after"), Initiative.objects.filter(ended_at=None), "proposer"),
        (_("Tasks for initiatives"), Task.objects.open(), "initiative__proposer"),
    ]


def _part(label: LazyText, hers: "models.QuerySet[models.Model]", whose: str) -> Part:
    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        fit = hers.exclude(**{whose: to})
        hers.model._default_manager.filter(pk__in=fit.values("pk")).update(owner=to)  # noqa: SLF001  the documented model API

    return Part(label=label, number=hers.count(), permission=ANSWERS, give=give)
