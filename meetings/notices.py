"""What this app tells people by mail: that something waits, never what and never about whom.

Only the calendar part of an invitation says more: title, time and place, which the person needs in her calendar.
"""

from django.utils.translation import gettext_lazy as _

from notifications import kinds
from notifications.kinds import NoticeKind

TO_INVITED = "meetings.to_invited"
TO_ORGANISER = "meetings.to_organiser"
CALLS = "meetings.calls"

SENTENCES = {
    TO_INVITED: _("The municipality has something for you about a meeting. Log in to read it."),
    TO_ORGANISER: _("Something about a meeting waits for you. Log in to read what."),
}


def register() -> None:
    kinds.register(
        *(NoticeKind(kind=kind, sentence=sentence, stands_in=kind == TO_ORGANISER) for kind, sentence in SENTENCES.items()),
        NoticeKind(kind=CALLS, sentence=_("A colleague asks you to call people now. Log in to read whom."), quiet=False),
    )
