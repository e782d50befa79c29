"""The mail with an invitation. `accounts` stands below and hands us the moment through `accounts.outbound`."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts import outbound
from accounts.models import Invitation, User
from notifications import kinds
from notifications.models import Message
from notifications.outbox import Notice, enqueue

INVITATION = "accounts.invitation"


def _still_open(message: Message) -> bool:
    return message.subject is not None and Invitation.objects.filter(uuid=message.subject, accepted_at=None).exists()


def _personal_link(message: Message) -> str:
    """The secret is made at sending, so that it stands in no table."""
    return f"{message.path}?{outbound.signature_of(message.subject)}"


def _send(invitation: Invitation, at: datetime) -> None:
    enqueue(
        Notice(
            key=f"invitation:{invitation.uuid}",
            kind=INVITATION,
            recipient=None,
            address=invitation.email,
            language=User.objects.filter(email=invitation.email).values_list("language", flat=True).first() or "",
            municipality=invitation.municipality,
            path=invitation.get_absolute_url(),
            subject=invitation.uuid,
        ),
        at=at,
    )


def register() -> None:
    outbound.register_invitation_sender(_send)
    kinds.register(
        kinds.NoticeKind(
            kind=INVITATION,
            sentence=_("You are invited to work together with the municipality. The invitation is valid for 30 days."),
            still_wanted=_still_open,
            link=_personal_link,
        ),
    )
