"""Telling people: `notifications` stands above us and hands its functions down here when the application starts."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from accounts import signed_links
from accounts.models import Invitation

InvitationSender = Callable[[Invitation, datetime], None]
_senders: list[InvitationSender] = []
_PURPOSE = "accounts.invitation"


class NobodySends(RuntimeError):
    """An invitation that cannot be mailed must not exist."""


def register_invitation_sender(send: InvitationSender) -> None:
    """The one function that promises the mail, called inside the transaction that makes the invitation."""
    _senders[:] = [send]


def send_invitation(invitation: Invitation, *, at: datetime) -> None:
    if not _senders:
        raise NobodySends
    _senders[0](invitation, at)


def signature_of(uuid: UUID | None) -> str:
    """The query string, `s=…`, that makes the link to this invitation work."""
    return signed_links.query(uuid, purpose=_PURPOSE)


def is_signed(uuid: UUID, signature: str) -> bool:
    return signed_links.is_signed(uuid, signature, purpose=_PURPOSE)
