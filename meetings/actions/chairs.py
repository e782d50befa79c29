"""A chair who left, or took another role, still stands on the meetings that were planned with her: who organises them is told once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from meetings import deadlines
from meetings.models.meeting import Meeting
from meetings.notices import TO_ORGANISER
from notifications.telling import tell
from terms import clocks
from terms.clocks import NewPromise
from terms.models import Clock


def seek_all(*, at: datetime) -> int:
    """Every meeting ahead that its chair cannot lead owes a choice; returns how many began to. Level-triggered: late or twice is the same."""
    lost = set(Meeting.objects.with_lost_chair(at).values_list("uuid", flat=True))
    sought = set(Clock.objects.open().filter(kind=deadlines.NEW_CHAIR).values_list("subject", flat=True))
    for uuid in sorted(sought - lost):
        clocks.end(uuid, at=at, kinds=[deadlines.NEW_CHAIR])
    return sum(_seek(uuid, at=at) for uuid in sorted(lost - sought))


def chosen(meeting: Meeting, *, at: datetime) -> None:
    """Within the transaction in which somebody chose who leads it."""
    clocks.keep(meeting.uuid, at=at, kinds=[deadlines.NEW_CHAIR])


@transaction.atomic
def _seek(uuid: UUID, *, at: datetime) -> bool:
    row = Meeting.objects.with_lost_chair(at).select_for_update(of=("self",)).with_people().filter(uuid=uuid).first()
    if row is None or row.chair is None or Clock.objects.open().about(row.uuid).filter(kind=deadlines.NEW_CHAIR).exists():
        return False
    new = NewPromise(kind=deadlines.NEW_CHAIR, subject=row.uuid, owner=row.organiser, waiter=None)
    clocks.start_all([new], municipality=row.municipality, at=at)
    path = reverse("meetings:meeting_detail", args=[row.uuid])
    tell(TO_ORGANISER, to=row.organiser, subject=row.uuid, because=f"no chair {row.chair.uuid}", path=path, at=at)
    return True
