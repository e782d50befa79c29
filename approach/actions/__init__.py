"""Verbs that change things around the approach, one module per noun; imported by module (`from approach.actions import …`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""

from keyfigures.actions import NotPossible

__all__ = ["NotPossible"]
