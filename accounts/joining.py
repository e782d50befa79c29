"""Telling the apps above that somebody joined: they hand their function down when the application starts."""

from collections.abc import Callable
from datetime import datetime

from accounts.models import Membership

Listener = Callable[[Membership, datetime], None]
_listeners: list[Listener] = []


def register(listener: Listener) -> None:
    """Called inside the transaction in which somebody confirmed that she takes part."""
    _listeners.append(listener)


def tell(member: Membership, *, at: datetime) -> None:
    for listener in _listeners:
        listener(member, at)
