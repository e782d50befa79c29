"""Verbs that change things around a key figure, one module per noun; imported by module (`from keyfigures.actions import stages`).

Each holds one transaction. `by` is the member who acts; what she may not do raises PermissionDenied, what cannot be done
now raises NotPossible with a sentence for a person.
"""


class NotPossible(Exception):
    """Why it cannot be done, in a sentence for a person."""
