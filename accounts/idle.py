"""Fifteen minutes without a sign of life on a concern page, and what happens to what was typed.

The app that owns those pages hands us a function that keeps the posted fields; it stands above us.
"""

from collections.abc import Callable

from django.http import HttpRequest

Park = Callable[[HttpRequest], bool | None]
_parks: list[Park] = []

SESSION_KEY = "seen_at"
WRITE_EVERY = 30  # seconds; each page would otherwise cost a write


def register(park: Park) -> None:
    """`park` gets the POST of somebody whose session is over and returns whether it kept the fields.

    `request.member` is the member when her session was idle, or None when the log-in was already gone; then it must
    leave a mark in `request.session`, which survives the log-in that follows.
    """
    _parks[:] = [park]


def park(request: HttpRequest) -> bool:
    """Hand the request to whoever keeps it; False when nobody did."""
    return bool(_parks and _parks[0](request))


def is_idle(seen_at: int | None, *, now: int, limit: int) -> bool:
    """All in seconds. A session without a mark has just begun."""
    return seen_at is not None and now - seen_at > limit


def needs_mark(seen_at: int | None, *, now: int) -> bool:
    return seen_at is None or now - seen_at >= WRITE_EVERY
