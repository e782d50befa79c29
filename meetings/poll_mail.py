"""Mail of a date poll: a neutral sentence and a personal link. What is asked, and until when, stands on the page only.

What happened meanwhile is asked again at sending: nothing of a poll that is closed, no reminder to who answered.
"""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import signed_links
from meetings.models.poll import PollInvitee
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message, Necessity
from notifications.outbox import Notice
from terms.days import local_date

ASKED = "meetings.poll_asked"
REMINDED = "meetings.poll_reminded"
ALL = (ASKED, REMINDED)

_BUTTON = _("Tell when you can come")


def register() -> None:
    kinds.register(
        NoticeKind(
            kind=ASKED, sentence=_("The municipality asks when you can come to a meeting. You can answer without logging in. This link is only for you."),
            button=_BUTTON, link=_personal_link, still_wanted=_can_answer,
        ),
        NoticeKind(
            kind=REMINDED, sentence=_("The municipality would still like to hear when you can come to a meeting. You can answer without logging in."),
            button=_BUTTON, link=_personal_link, still_wanted=_is_waited_for, necessity=Necessity.REMINDER,
        ),
    )


def asked(invitee: PollInvitee, *, because: str = "") -> Notice:
    """`because`: the dates that changed, or a new link; empty for the first time."""
    return _notice(ASKED, invitee, f"{invitee.link_number}:{because}")


def reminded(invitee: PollInvitee) -> Notice:
    """Once per person and last day."""
    return _notice(REMINDED, invitee, invitee.poll.last_day.isoformat())


def purpose(invitee: PollInvitee) -> str:
    """What her link is signed for: of each link that she got only the last opens her answer."""
    return f"{ASKED}:{invitee.link_number}"


def _notice(kind: str, invitee: PollInvitee, because: str) -> Notice:
    path = reverse("meetings:poll_link", args=[invitee.uuid])
    return Notice(key=f"{kind}:{invitee.uuid}:{because}", kind=kind, recipient=invitee.member, path=path, subject=invitee.uuid)


def _personal_link(message: Message) -> str:
    invitee = _invitee(message.subject)
    return f"{message.path}?{signed_links.query(message.subject, purpose=purpose(invitee))}" if invitee else message.path


def _can_answer(message: Message) -> bool:
    invitee = _invitee(message.subject)
    if invitee is None or invitee.link_stopped_at is not None or message.claimed_at is None:
        return False
    return invitee.poll.state == "open" and invitee.poll.last_day >= local_date(message.claimed_at)


def _is_waited_for(message: Message) -> bool:
    """Also not when the last day moved since: then there is another reminder, with another key."""
    invitee = _invitee(message.subject)
    if invitee is None or (invitee.answered_at is not None and not invitee.must_look_again):
        return False
    return _can_answer(message) and message.key.endswith(f":{invitee.poll.last_day.isoformat()}")


def _invitee(uuid: UUID | None) -> PollInvitee | None:
    return PollInvitee.objects.select_related("poll").filter(uuid=uuid).first() if uuid else None
