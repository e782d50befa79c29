"""Verbs that change things around evaluations, one module per noun; imported by module (`from evaluations.actions import plan`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""

from keyfigures.actions import NotPossible

__all__ = ["NotPossible"]
