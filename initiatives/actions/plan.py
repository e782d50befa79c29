"""What is known of an initiative beside the idea itself: the question behind it, what it is about, what we do in it, and money."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import Membership
from initiatives.actions import going_on, save
from initiatives.kinds import Beginning
from initiatives.models.initiative import Initiative


@transaction.atomic
def change(
    row: Initiative, *, beginning: str, question: str, themes: Sequence[str], municipal_role: str, budget_asked: int | None, budget_granted: int | None,
    version: int, by: Membership,
) -> Initiative:
    """What the municipality began stays so, with a question; what others began never becomes hers. Amounts in whole euros."""
    row = going_on(row, by=by, version=version)
    if (row.beginning == Beginning.MUNICIPALITY) != (beginning == Beginning.MUNICIPALITY) or (beginning == Beginning.MUNICIPALITY and not question):
        raise PermissionDenied
    row.beginning, row.question, row.themes, row.municipal_role = beginning, question, sorted(themes), municipal_role
    row.budget_asked, row.budget_granted = budget_asked, budget_granted
    save(row, "beginning", "question", "themes", "municipal_role", "budget_asked", "budget_granted")
    return row
