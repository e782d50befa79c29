"""Days on which support can change, known long before: elections, another portfolio holder. A day that moves says from which."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import Meanwhile, NotPossible, check_manages
from approach.actions.register import changed, check_version, save
from approach.models.support import KnownDate


@transaction.atomic
def add(*, kind: str, on: date, by: Membership, at: datetime) -> KnownDate:
    """The same kind on the same day is one date."""
    check_manages(by, by.municipality_id)
    row, is_new = KnownDate.objects.get_or_create(municipality=by.municipality, kind=kind, on=on)
    if is_new:
        changed(row, by=by, at=at)
    return row


@transaction.atomic
def move(row: KnownDate, *, on: date, version: int, by: Membership, at: datetime) -> KnownDate:
    """To another day. Who was warned of the old day is warned of the new one (approach.actions.warning); of the old one nobody is any more."""
    row = _open_one(row, version=version, by=by)
    if on == row.on:
        return row
    if KnownDate.objects.filter(municipality=row.municipality_id, kind=row.kind, on=on).exists():
        raise NotPossible(_("This date stands in the register already."))
    row.moved_from, row.on = row.on, on
    save(row, by=by, at=at)
    return row


@transaction.atomic
def finish(row: KnownDate, *, version: int, by: Membership, at: datetime) -> KnownDate:
    """It was, and what had to be done with it is done."""
    row = _open_one(row, version=version, by=by)
    row.done_at = at
    save(row, by=by, at=at)
    return row


def _open_one(row: KnownDate, *, version: int, by: Membership) -> KnownDate:
    check_manages(by, row.municipality_id)
    row = KnownDate.objects.select_for_update().get(pk=row.pk)
    check_version(row, version)
    if row.done_at is not None:
        raise Meanwhile
    return row
