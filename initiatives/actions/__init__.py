"""Verbs that change things around initiatives, one module per noun; imported by module (`from initiatives.actions import …`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives.kinds import Answer
from initiatives.models.initiative import Initiative
from keyfigures.actions import NotPossible

FILES, ANSWERS = "initiatives.take_part", "initiatives.handle"

__all__ = ["ANSWERS", "FILES", "Meanwhile", "NotPossible"]


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("A colleague was first, or this idea was taken back.")


def check_handles(by: Membership, municipality: int) -> None:
    if not by.may(ANSWERS) or by.municipality_id != municipality:
        raise PermissionDenied


def locked(row: Initiative) -> Initiative:
    return Initiative.objects.with_people().select_for_update(of=("self",)).get(pk=row.pk)


def going_on(row: Initiative, *, by: Membership, version: int | None = None) -> Initiative:
    """Locked, for who works on it: with a yes, not over, and with `version` as she saw it."""
    row = locked(row)
    check_handles(by, row.municipality_id)
    if row.answer not in {Answer.YES, Answer.YES_IF} or row.ended_at is not None or (version is not None and row.edits != version):
        raise Meanwhile
    return row


def save(row: Initiative, *fields: str) -> None:
    row.edits += 1
    row.save(update_fields=[*fields, "edits"])


def path_of(row: Initiative) -> str:
    return reverse("initiatives:initiative_detail", args=[row.uuid])
