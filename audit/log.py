"""Writing to the log: the only door in."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from accounts.models import Membership, Municipality
from audit.models import Entry


def record(
    verb: str,
    *,
    at: datetime,
    actor: Membership | None,
    kind: str,
    subject: UUID | None = None,
    municipality: Municipality | None = None,
    reason: str = "",
    numbers: Mapping[str, int] | None = None,
) -> Entry:
    """Add one line. `reason` is what the actor gave for it, shown to whom it concerns; no content of anything else."""
    return Entry.objects.create(
        verb=verb,
        at=at,
        actor=actor,
        municipality_id=municipality.pk if municipality else (actor.municipality_id if actor else None),
        subject_kind=kind,
        subject=subject,
        reason=reason,
        numbers=dict(numbers or {}),
    )
