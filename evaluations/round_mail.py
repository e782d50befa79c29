"""Mail of a round of questions: a neutral sentence and a personal link. What is asked stands on the page only.

What happened meanwhile is asked again at sending: nothing of a round that is over, no reminder to who answered.
"""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from evaluations.actions.sheet import is_open
from evaluations.links import answer_link, answer_path
from evaluations.models.sheet import Participant
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message, Necessity
from notifications.outbox import Notice
from terms.days import local_date

ASKED = "evaluations.asked"
REMINDED = "evaluations.reminded"
CANCELLED = "evaluations.cancelled"

_BUTTON = _("Answer the questions")


def register() -> None:
    kinds.register(
        NoticeKind(
            kind=ASKED,
            sentence=_("The municipality asks what you find of working together. You need not log in or give your name. This link is only for you."),
            button=_BUTTON, link=_personal_link, still_wanted=_is_waited_for,
        ),
        NoticeKind(
            kind=REMINDED,
            sentence=_("The municipality would still like to hear what you find of working together. You need not log in or give your name."),
            button=_BUTTON, link=_personal_link, still_wanted=_is_waited_for, necessity=Necessity.REMINDER,
        ),
        NoticeKind(kind=CANCELLED, sentence=_("The questions that the municipality asked you do not go on. Answers that came in are thrown away unread.")),
    )


def asked(participant: Participant, *, because: str = "") -> Notice:
    """`because`: a new link; empty for the first time."""
    return _notice(ASKED, participant, f"{participant.link_number}:{because}")


def reminded(participant: Participant) -> Notice:
    """Once per person and round."""
    return _notice(REMINDED, participant, "once")


def cancelled(participant: Participant) -> Notice:
    """Leads to the start page: there is nothing to answer any more."""
    return Notice(key=f"{CANCELLED}:{participant.uuid}", kind=CANCELLED, recipient=participant.member, path="/", subject=participant.uuid)


def _notice(kind: str, participant: Participant, because: str) -> Notice:
    return Notice(key=f"{kind}:{participant.uuid}:{because}", kind=kind, recipient=participant.member, path=answer_path(participant), subject=participant.uuid)


def _personal_link(message: Message) -> str:
    participant = _participant(message.subject)
    return answer_link(participant) if participant else message.path


def _is_waited_for(message: Message) -> bool:
    participant = _participant(message.subject)
    if participant is None or participant.has_answered is not False or participant.link_stopped_at is not None or message.claimed_at is None:
        return False
    is_member = participant.member.is_active_on(local_date(message.claimed_at))
    return is_member and is_open(participant.evaluation, message.claimed_at)


def _participant(uuid: UUID | None) -> Participant | None:
    return Participant.objects.select_related("evaluation", "member").filter(uuid=uuid).first() if uuid else None

