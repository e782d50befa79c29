"""Decisions of mayor, college and council: written down, corrected, ended. Nobody takes one away: what was decided was decided."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach.actions import NotPossible, check_manages
from approach.actions.register import changed, check_version, save
from approach.models.support import Decision


@transaction.atomic
def record(
    *, kind: str, title: str, body: str, decided_on: date, document_number: str, until: date | None, submission: UUID, by: Membership, at: datetime,
) -> Decision:
    """The same form sent twice is one decision."""
    check_manages(by, by.municipality_id)
    written = {
        "municipality": by.municipality, "kind": kind, "title": title, "body": body, "decided_on": decided_on, "document_number": document_number,
        "until": until, "written_by": by,
    }
    row, is_new = Decision.objects.get_or_create(submission=submission, defaults=written)
    if row.municipality_id != by.municipality_id:
        raise PermissionDenied
    if is_new:
        changed(row, by=by, at=at)
    return row


@transaction.atomic
def correct(
    row: Decision, *, kind: str, title: str, body: str, decided_on: date, document_number: str, until: date | None, version: int, by: Membership, at: datetime,
) -> Decision:
    row = _locked(row, version=version, by=by)
    row.kind, row.title, row.body, row.decided_on, row.document_number, row.until = kind, title, body, decided_on, document_number, until
    save(row, by=by, at=at)
    return row


@transaction.atomic
def end(row: Decision, *, until: date, version: int, by: Membership, at: datetime) -> Decision:
    """Its last day; another decision takes its place, or none."""
    row = _locked(row, version=version, by=by)
    if until < row.decided_on:
        raise NotPossible(_("This decision was taken after that day."))
    row.until = until
    save(row, by=by, at=at)
    return row


def _locked(row: Decision, *, version: int, by: Membership) -> Decision:
    check_manages(by, row.municipality_id)
    row = Decision.objects.select_for_update().get(pk=row.pk)
    check_version(row, version)
    return row
