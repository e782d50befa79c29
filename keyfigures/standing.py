"""How the promises about rows of this app stand at a moment: two statements for any number of rows."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from accounts.models import Municipality
from terms.calendar import calendar_of
from terms.models import Clock
from terms.standing import Promise, promise_of


def promises_about(subjects: Iterable[UUID], *, municipality: Municipality, at: datetime) -> dict[UUID, list[Promise]]:
    """By public id, in the order in which they were made; also those that were kept, without those that were ended."""
    calendar = calendar_of(municipality)
    found: dict[UUID, list[Promise]] = {}
    for clock in Clock.objects.filter(subject__in=list(subjects), ended_at=None).order_by("due_at", "pk"):
        found.setdefault(clock.subject, []).append(promise_of(clock, calendar, at))
    return found
