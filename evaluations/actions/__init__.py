"""Verbs that change things around evaluations, one module per noun; imported by module (`from evaluations.actions import plan`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""

from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from keyfigures.actions import NotPossible

__all__ = ["NotPossible", "check_manages"]


def check_manages(by: Membership, municipality: int) -> None:
    """She holds evaluations of this municipality; else PermissionDenied."""
    if not by.may("evaluations.manage") or by.municipality_id != municipality:
        raise PermissionDenied
