"""Finding an idea good: once, by who did not file it, and taken back in one click. Nobody can read who it was."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.models import Membership
from initiatives.actions import FILES, NotPossible, locked
from initiatives.models.initiative import Initiative, Support


@transaction.atomic
def give(row: Initiative, *, by: Membership) -> None:
    row = _supportable(row, by)
    Support.objects.get_or_create(initiative=row, token=_token_of(row, by), defaults={"municipality": row.municipality})


@transaction.atomic
def take_back(row: Initiative, *, by: Membership) -> None:
    row = _supportable(row, by)
    Support.objects.filter(initiative=row, token=_token_of(row, by)).delete()


def is_given(row: Initiative, *, by: Membership) -> bool:
    """One statement."""
    return Support.objects.filter(initiative=row, token=_token_of(row, by)).exists()


def _token_of(row: Initiative, by: Membership) -> str:
    return salted_hmac("initiatives.support", f"{by.uuid}:{row.uuid}", algorithm="sha256").hexdigest()


def _supportable(row: Initiative, by: Membership) -> Initiative:
    if not by.may(FILES) or by.municipality_id != row.municipality_id or by.pk == row.proposer_id:
        raise PermissionDenied
    row = locked(row)
    if row.ended_at is not None:
        raise NotPossible(_("This idea is over. You cannot support it any more."))
    return row
