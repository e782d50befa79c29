"""What the municipality did with a point. Everybody who was invited reads it, also later."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings import deadlines, reports
from meetings.actions import NotPossible
from meetings.models.agenda import AgendaItem
from meetings.notices import TO_INVITED
from notifications.telling import tell
from terms import clocks


@transaction.atomic
def answer(item: AgendaItem, *, by: Membership, at: datetime, text: str) -> AgendaItem:
    """Once; the promise is kept, in time or late, and who proposed the point hears so."""
    row = AgendaItem.objects.select_for_update(of=("self",)).with_people().get(pk=item.pk)
    if not by.may("meetings.organise") or by.municipality_id != row.municipality_id:
        raise PermissionDenied
    if row.answered_at is not None:
        raise NotPossible(_("A colleague told it just before you."))
    if not is_owed(row):
        raise NotPossible(_("This point was not dealt with, or the report is not there yet."))
    row.answer, row.answered_by, row.answered_at = text, by, at
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.POINT_ANSWER])
    if row.proposed_by is not None and row.proposed_by_id != by.pk:
        tell(TO_INVITED, to=row.proposed_by, subject=row.uuid, because="answered", path=reverse("meetings:point_result", args=[row.uuid]), at=at)
    return row


def is_owed(item: AgendaItem) -> bool:
    """The report is there, the point was dealt with, and nobody told yet what was done with it."""
    return reports.is_there(item.meeting) and item.was_taken and item.withdrawn_at is None and item.answered_at is None
