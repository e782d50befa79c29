"""Telling the apps above that somebody may do less here from now on: what she owes must find another owner in the same transaction."""

from collections.abc import Callable
from datetime import datetime

from accounts.models import Membership

# The member, what she may still do here, who did it (None: the technical administrator or a job), and when.
Listener = Callable[[Membership, frozenset[str], Membership | None, datetime], None]
_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Called inside the transaction that takes rights away; it may refuse by raising accounts.actions.StillOwes."""
    _listeners.append(listener)


def tell(member: Membership, *, still: frozenset[str], by: Membership | None, at: datetime) -> None:
    for listener in _listeners:
        listener(member, still, by, at)
