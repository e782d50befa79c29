"""What this app tells people by mail: that something waits, never what and never about whom.

Only the calendar part of an invitation says more: title, time and place, which the person needs in her calendar.
"""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.outbox import Notice, enqueue
from terms.days import local_date

TO_INVITED = "meetings.to_invited"
TO_ORGANISER = "meetings.to_organiser"
CALLS = "meetings.calls"

SENTENCES = {
    TO_INVITED: _("The municipality has something for you about a meeting. Log in to read it."),
    TO_ORGANISER: _("Something about a meeting waits for you. Log in to read what."),
}


def register() -> None:
    kinds.register(
        *(NoticeKind(kind=kind, sentence=sentence) for kind, sentence in SENTENCES.items()),
        NoticeKind(kind=CALLS, sentence=_("A colleague asks you to call people now. Log in to read whom."), quiet=False),
    )


def notice(kind: str, *, to: Membership, subject: UUID, because: str, path: str) -> Notice:
    """`because` names the occasion: the same occasion is told to the same person once."""
    return Notice(key=f"{kind}:{subject}:{because}", kind=kind, recipient=to, path=path, subject=subject)


def tell(kind: str, *, to: Membership, subject: UUID, because: str, path: str, at: datetime) -> None:
    """Within the transaction of what happened. An organiser who is away does not miss it: who stands in for her is told."""
    person = stand_in(to, on=local_date(at)) if kind == TO_ORGANISER else to
    enqueue(notice(kind, to=person, subject=subject, because=because, path=path), at=at)
