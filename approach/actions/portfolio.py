"""Which office answers for the approach. One at a time: the next begins where the one before ends."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import NotPossible, check_manages, lock
from approach.actions.register import changed, check_version, save
from approach.models.support import PortfolioHolder
from terms.days import ONE_DAY


@transaction.atomic
def begin(*, office: str, since: date, by: Membership, at: datetime) -> PortfolioHolder:
    """The one before ends the day before. The same form sent twice is one change."""
    check_manages(by, by.municipality_id)
    lock(by.municipality_id)  # two at once: the second sees the first
    before = PortfolioHolder.objects.filter(municipality=by.municipality, until=None).first()
    if before is not None and (before.office, before.since) == (office, since):
        return before
    if before is not None:
        if since <= before.since:
            raise NotPossible(_("The one before began on that day or later. Choose a later day, or correct the one before."))
        before.until = since - ONE_DAY
        before.edits += 1
        before.save(update_fields=["until", "edits"])
    row = PortfolioHolder.objects.create(municipality=by.municipality, office=office, since=since)
    changed(row, by=by, at=at)
    return row


@transaction.atomic
def correct(row: PortfolioHolder, *, office: str, since: date, version: int, by: Membership, at: datetime) -> PortfolioHolder:
    """Written down wrongly. The days of the one before stay as they are, so it cannot begin before that one ended."""
    check_manages(by, row.municipality_id)
    lock(row.municipality_id)
    row = PortfolioHolder.objects.select_for_update().get(pk=row.pk)
    check_version(row, version)
    others = PortfolioHolder.objects.filter(municipality=row.municipality_id).exclude(pk=row.pk)
    if others.filter(since__lte=row.since, until__gte=since).exists() or (row.until is not None and since > row.until):
        raise NotPossible(_("On that day another office answered for the approach."))
    row.office, row.since = office, since
    save(row, by=by, at=at)
    return row
