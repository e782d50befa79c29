"""What a municipality decides about its network, and the promises that follow it."""

from datetime import datetime

from django.db import transaction

from keyfigures import deadlines, rhythm
from keyfigures.models.figure import KeyFigure
from keyfigures.models.settings import NetworkSettings
from terms import clocks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock


@transaction.atomic
def change(row: NetworkSettings, *, at: datetime) -> None:
    """Keep it as it now is. Another rhythm holds at once, also for the contacts that are promised already."""
    before = NetworkSettings.objects.of(row.municipality).contact_weeks
    row.save()
    if row.contact_weeks != before:
        _move_contacts(row, at=at)


def _move_contacts(row: NetworkSettings, *, at: datetime) -> None:
    """Of everybody without a rhythm of her own. Who logs a contact meanwhile waits, or is waited for: the row of each is locked."""
    followers = KeyFigure.objects.of_municipality(row.municipality).active().filter(contact_weeks=None)
    last = dict(followers.select_for_update(of=("self",)).order_by("pk").values_list("uuid", "last_quiet_contact_on"))
    promised = Clock.objects.open().filter(subject__in=last, kind=deadlines.CONTACT).values_list("subject", "promised_at")
    closed = calendar_of(row.municipality).closed
    clocks.move_all(
        {uuid: rhythm.due(last[uuid] or local_date(promised_at), row.contact_weeks, closed=closed) for uuid, promised_at in promised},
        kind=deadlines.CONTACT, at=at,
    )
