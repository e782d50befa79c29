"""What everybody may read of an initiative: only the text that who filed it agreed to, as long as she agrees."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from initiatives import log_verbs
from initiatives.actions import Meanwhile, NotPossible, check_handles, locked, path_of, save
from initiatives.kinds import Answer, Beginning
from initiatives.models.initiative import Initiative
from initiatives.notices import TO_NETWORK
from notifications.telling import tell

KIND = "initiatives.initiative"


def may_be_shown(row: Initiative) -> bool:
    """With a yes, and somebody who can agree: who filed it, or the municipality for what she began."""
    return row.answer in {Answer.YES, Answer.YES_IF} and (row.beginning == Beginning.MUNICIPALITY or row.proposer_id is not None)


@transaction.atomic
def write(row: Initiative, *, public_title: str, public_text: str, version: int, by: Membership, at: datetime) -> Initiative:
    """Other words need her yes again: until then nobody else reads it. What the municipality began is read at once."""
    row = _shown(row, by=by, version=version)
    if (public_title, public_text) == (row.public_title, row.public_text) and (row.is_public or row.beginning != Beginning.MUNICIPALITY):
        return row
    row.public_title, row.public_text, row.public_agreed_at = public_title, public_text, None
    row.is_public = row.beginning == Beginning.MUNICIPALITY
    save(row, "public_title", "public_text", "public_agreed_at", "is_public")
    if row.proposer is not None:
        tell(TO_NETWORK, to=row.proposer, subject=row.uuid, because=f"public-{row.edits}", path=path_of(row), at=at)
    _record(log_verbs.PUBLIC_TEXT_WRITTEN, row, by=by, at=at)
    return row


@transaction.atomic
def agree(row: Initiative, *, version: int, by: Membership, at: datetime) -> Initiative:
    """Hers, to the text as she read it: from now on everybody reads it."""
    row = _hers(row, by=by)
    if row.edits != version or not row.public_text or not may_be_shown(row):
        raise NotPossible(_("The text was changed just before. Read it again."))
    row.public_agreed_at, row.is_public = at, True
    save(row, "public_agreed_at", "is_public")
    _record(log_verbs.PUBLIC_AGREED, row, by=by, at=at)
    return row


@transaction.atomic
def agree_no_more(row: Initiative, *, by: Membership, at: datetime) -> Initiative:
    """Hers, at any moment, without a reason: nobody else reads it from now on."""
    row = _hers(row, by=by)
    if row.is_public:
        _close(row, by=by, at=at)
    return row


@transaction.atomic
def take_off(row: Initiative, *, by: Membership, at: datetime) -> Initiative:
    """By the municipality. To show it again she writes the text again, and asks again."""
    row = locked(row)
    check_handles(by, row.municipality_id)
    if not row.is_public:
        raise Meanwhile
    _close(row, by=by, at=at)
    if row.proposer is not None:
        tell(TO_NETWORK, to=row.proposer, subject=row.uuid, because=f"public-off-{row.edits}", path=path_of(row), at=at)
    return row


def _close(row: Initiative, *, by: Membership, at: datetime) -> None:
    row.public_title, row.public_text, row.public_agreed_at, row.is_public = "", "", None, False
    save(row, "public_title", "public_text", "public_agreed_at", "is_public")
    _record(log_verbs.PUBLIC_TAKEN_OFF, row, by=by, at=at)


def _shown(row: Initiative, *, by: Membership, version: int) -> Initiative:
    row = locked(row)
    check_handles(by, row.municipality_id)
    if row.edits != version:
        raise Meanwhile
    if not may_be_shown(row):
        raise NotPossible(_("Only what got a yes can be shown, and only while who filed it takes part and can agree."))
    return row


def _hers(row: Initiative, *, by: Membership) -> Initiative:
    row = locked(row)
    if by.pk != row.proposer_id:
        raise PermissionDenied
    return row


def _record(verb: str, row: Initiative, *, by: Membership, at: datetime) -> None:
    log.record(verb, at=at, actor=by, kind=KIND, subject=row.uuid)
