"""The mail that says that something of the support comes near: that it does, never what."""

from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from approach import horizon
from approach.ahead import marks_of
from approach.horizon import Ahead
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message
from terms.days import local_date

WARNING = "approach.warning"


def key_of(ahead: Ahead) -> str:
    """The occasion: the same thing on the same day. When the day moves it is another one."""
    return f"{WARNING}:{ahead.subject}:{ahead.kind}-{ahead.on.isoformat()}"


def is_still_so(message: Message) -> bool:
    """Asked again at delivery: the day did not move meanwhile, nobody decided anew, and it is not done."""
    if message.claimed_at is None or message.municipality_id is None:
        return False
    today = local_date(message.claimed_at)
    marks = marks_of(Municipality(pk=message.municipality_id), today=today)
    return message.key in {key_of(each) for each in horizon.near(marks, today=today)}


def register() -> None:
    sentence = _("Something on which the approach rests ends or changes. Log in to read what, and what to do.")
    kinds.register(NoticeKind(kind=WARNING, sentence=sentence, still_wanted=is_still_so))
