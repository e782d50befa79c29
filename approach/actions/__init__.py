"""Verbs that change things around the approach, one module per noun; imported by module (`from approach.actions import …`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from accounts.models import Membership, Municipality
from keyfigures.actions import NotPossible

__all__ = ["Changed", "Meanwhile", "NotPossible", "check_manages", "lock"]


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("A colleague changed this just before you.")


class Changed(Meanwhile):
    """What this one typed is shown again beside what the colleague made of it."""

    def __str__(self) -> str:
        return _("A colleague changed this while you were busy. Nothing of yours is lost: choose below what it becomes.")


def lock(municipality: int) -> None:
    """One at a time works on what only one of a municipality may be: versions, numbers, the office that answers. Until the transaction is over."""
    Municipality.objects.select_for_update(of=("self",), no_key=True).get(pk=municipality)


def check_manages(by: Membership, municipality: int) -> None:
    """She works on the approach of this municipality; else PermissionDenied."""
    if not by.may("approach.manage") or by.municipality_id != municipality:
        raise PermissionDenied
