"""Money for the approach, year by year: what there is, and what was spent until a day."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import NotPossible, check_manages
from approach.actions.register import changed, check_version, save
from approach.models.support import Budget


@transaction.atomic
def fill_in(*, year: int, amount: int, spent: int | None, spent_until: date | None, note: str, by: Membership, at: datetime) -> Budget:
    """For a year of which nothing is known yet. The same form sent twice is one year."""
    check_manages(by, by.municipality_id)
    given = {"amount": amount, "spent": spent, "spent_until": spent_until, "note": note}
    row, is_new = Budget.objects.get_or_create(municipality=by.municipality, year=year, defaults=given)
    if is_new:
        changed(row, by=by, at=at)
    elif any(getattr(row, name) != value for name, value in given.items()):
        raise NotPossible(_("The money for %(year)s was filled in already. Change it there.") % {"year": year})
    return row


@transaction.atomic
def change(row: Budget, *, amount: int, spent: int | None, spent_until: date | None, note: str, version: int, by: Membership, at: datetime) -> Budget:
    """Who looked at an older version overwrites nothing."""
    check_manages(by, row.municipality_id)
    row = Budget.objects.select_for_update().get(pk=row.pk)
    check_version(row, version)
    row.amount, row.spent, row.spent_until, row.note = amount, spent, spent_until, note
    save(row, by=by, at=at)
    return row
