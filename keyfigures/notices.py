"""What this app tells people by mail: that something waits, never what and never about whom."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.outbox import Notice, enqueue
from terms.days import local_date

TO_KEY_FIGURE = "keyfigures.to_key_figure"
TO_OFFICIAL = "keyfigures.to_official"
PRIVACY = "keyfigures.privacy"

# Her telephone may say no more than this: who looks over her shoulder learns nothing.
SENTENCES = {
    TO_KEY_FIGURE: _("The municipality has something for you. Log in to read it."),
    TO_OFFICIAL: _("Somebody waits for you. Log in to read who and what."),
    PRIVACY: _("Something about your own data waits for you. Log in to read it."),
}


def register() -> None:
    kinds.register(*(NoticeKind(kind=kind, sentence=sentence) for kind, sentence in SENTENCES.items()))


def notice(kind: str, *, to: Membership, subject: UUID, because: str, path: str) -> Notice:
    """`because` names the occasion: the same occasion is told to the same person once."""
    return Notice(key=f"{kind}:{subject}:{because}", kind=kind, recipient=to, path=path, subject=subject)


def tell(kind: str, *, to: Membership, subject: UUID, because: str, path: str, at: datetime) -> None:
    """Within the transaction of what happened. An official who is away does not miss it: who stands in for her is told."""
    person = stand_in(to, on=local_date(at)) if kind == TO_OFFICIAL else to
    enqueue(notice(kind, to=person, subject=subject, because=because, path=path), at=at)


def own_page_path() -> str:
    return reverse("keyfigures:own_page")
