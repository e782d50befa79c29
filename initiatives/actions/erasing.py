"""What goes of initiatives and when: five years after they ended. The table of terms and its job are those of the network."""

from collections.abc import Iterable, Sequence
from itertools import chain
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from keyfigures.actions import erasing
from keyfigures.actions.erasing import Kind


def _subjects(pks: Sequence[int]) -> Iterable[UUID]:
    """Promises are about the answer and about the tasks."""
    rows = (Initiative.objects.filter(pk__in=pks), Task.objects.filter(initiative__in=pks))
    return chain(*(each.values_list("uuid", flat=True) for each in rows))


def register() -> None:
    erasing.register(
        Kind(
            model=Initiative, title=_("Initiatives, with what became of them"), ended=F("ended_at"), days="keep_agreement_days", is_moment=True,
            subjects=_subjects,
        ),
    )
