"""Moments with mayor, college or council: planned, moved, held with what was asked, or cancelled."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import Meanwhile, NotPossible, check_manages
from approach.actions.register import changed, check_version, save
from approach.models.support import Moment
from approach.notices import TO_OFFICIAL
from notifications.telling import tell
from terms.days import local_date

OWNS = "approach.issue"  # who reads the approach and works on it: she prepares a moment, or does what was promised at one


@transaction.atomic
def plan(*, body: str, title: str, planned_on: date, owner: Membership, submission: UUID, by: Membership, at: datetime) -> Moment:
    """Who prepares it hears so. The same form sent twice is one moment."""
    check_manages(by, by.municipality_id)
    check_can_own(owner, by.municipality_id, at=at)
    planned = {"municipality": by.municipality, "body": body, "title": title, "planned_on": planned_on, "owner": owner}
    row, is_new = Moment.objects.get_or_create(submission=submission, defaults=planned)
    if row.municipality_id != by.municipality_id:
        raise PermissionDenied
    if is_new:
        changed(row, by=by, at=at)
        _tell_owner(row, because="planned", by=by, at=at)
    return row


@transaction.atomic
def change(row: Moment, *, body: str, title: str, planned_on: date, owner: Membership, version: int, by: Membership, at: datetime) -> Moment:
    """Another day, other words, or somebody else who prepares it; as long as it was not held."""
    row = _planned_one(row, version=version, by=by)
    is_given = owner.pk != row.owner_id
    if is_given:
        check_can_own(owner, row.municipality_id, at=at)
    row.body, row.title, row.planned_on, row.owner = body, title, planned_on, owner
    save(row, by=by, at=at)
    if is_given:
        _tell_owner(row, because=f"given-{at.isoformat()}", by=by, at=at)
    return row


@transaction.atomic
def hold(row: Moment, *, held_on: date, asked: str, version: int, by: Membership, at: datetime) -> Moment:
    """It was there; what was promised is written down with it, each as a promise."""
    row = _planned_one(row, version=version, by=by)
    if held_on > local_date(at):
        raise NotPossible(_("That day is still to come."))
    row.held_on, row.asked = held_on, asked
    save(row, by=by, at=at)
    return row


@transaction.atomic
def correct(row: Moment, *, title: str, held_on: date, asked: str, version: int, by: Membership, at: datetime) -> Moment:
    """What was written down of one that was held."""
    row = _locked(row, version=version, by=by)
    if row.held_on is None:
        raise Meanwhile
    row.title, row.held_on, row.asked = title, held_on, asked
    save(row, by=by, at=at)
    return row


@transaction.atomic
def cancel(row: Moment, *, version: int, by: Membership, at: datetime) -> Moment:
    row = _planned_one(row, version=version, by=by)
    row.cancelled_at = at
    save(row, by=by, at=at)
    _tell_owner(row, because="cancelled", by=by, at=at)
    return row


def check_can_own(owner: Membership, municipality: int, *, at: datetime) -> None:
    if owner.municipality_id != municipality or not owner.may(OWNS) or not owner.is_active_on(local_date(at)):
        raise PermissionDenied


def _planned_one(row: Moment, *, version: int, by: Membership) -> Moment:
    row = _locked(row, version=version, by=by)
    if row.held_on is not None or row.cancelled_at is not None:
        raise Meanwhile
    return row


def _locked(row: Moment, *, version: int, by: Membership) -> Moment:
    check_manages(by, row.municipality_id)
    row = Moment.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)
    check_version(row, version)
    return row


def _tell_owner(row: Moment, *, because: str, by: Membership, at: datetime) -> None:
    if row.owner_id != by.pk:
        tell(TO_OFFICIAL, to=row.owner, subject=row.uuid, because=because, path=reverse("approach:moment_detail", args=[row.uuid]), at=at)
