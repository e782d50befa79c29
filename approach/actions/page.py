"""What a municipality tells everybody: kept, opened and closed by who writes on the approach."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from approach import log_verbs
from approach.actions import Changed, NotPossible, check_manages, lock
from approach.models.page import PublicPage
from audit import log

KIND = "approach.publicpage"
FIELDS = (
    "is_open", "about", "shows_vision", "shows_initiatives", "shows_reports", "privacy_email", "accessibility_status", "accessibility_tested_on",
    "accessibility_gaps", "security_contact", "security_policy", "security_until",
)


@transaction.atomic
def save(*, values: Mapping[str, object], version: int, by: Membership, at: datetime) -> PublicPage:
    """`version`: that of the page that she saw; 0 when nothing was filled in yet. Raises Changed. The same twice changes nothing."""
    check_manages(by, by.municipality_id)
    lock(by.municipality_id)
    row = PublicPage.objects.of(by.municipality)
    wanted = {name: values[name] for name in FIELDS}
    if row.edits and {name: getattr(row, name) for name in FIELDS} == wanted:
        return row
    if row.edits != version:
        raise Changed
    for name, value in wanted.items():
        setattr(row, name, value)
    if row.is_open and not row.about:
        raise NotPossible(_("Write what the approach is, before everybody may read it."))
    row.edits += 1
    row.save()
    log.record(log_verbs.PUBLIC_PAGE_CHANGED, at=at, actor=by, kind=KIND, municipality=row.municipality)
    return row
