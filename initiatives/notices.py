"""What this app tells people by mail: that something waits, never what and never about whom."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.outbox import Notice, enqueue
from terms.days import local_date

TO_OFFICIAL = "initiatives.to_official"
TO_NETWORK = "initiatives.to_network"

SENTENCES = {
    TO_OFFICIAL: _("Something about an idea waits for you. Log in to read what."),
    TO_NETWORK: _("Something happened with an idea. Log in to read what."),
}


def register() -> None:
    kinds.register(*(NoticeKind(kind=kind, sentence=sentence) for kind, sentence in SENTENCES.items()))


def notice(kind: str, *, to: Membership, subject: UUID, because: str, path: str) -> Notice:
    """`because` names the occasion: the same occasion is told to the same person once."""
    return Notice(key=f"{kind}:{subject}:{because}", kind=kind, recipient=to, path=path, subject=subject)


def tell(kind: str, *, to: Membership, subject: UUID, because: str, path: str, at: datetime) -> None:
    """Within the transaction of what happened. An official who is away does not miss it: who stands in for her is told."""
    enqueue(notice(kind, to=stand_in(to, on=local_date(at)), subject=subject, because=because, path=path), at=at)
