"""What this app tells people by mail: that something waits, never what and never about whom."""

from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import NoticeKind

TO_OFFICIAL = "approach.to_official"

SENTENCES = {
    TO_OFFICIAL: _("Something about the approach waits for you. Log in to read what."),
}


def register() -> None:
    kinds.register(*(NoticeKind(kind=kind, sentence=sentence, stands_in=kind == TO_OFFICIAL) for kind, sentence in SENTENCES.items()))
