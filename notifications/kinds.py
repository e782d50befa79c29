"""The kinds of messages. The app that has something to tell registers its kinds in its `apps.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from notifications.models import Necessity

if TYPE_CHECKING:
    from notifications.models import Message


LOG_IN = _("Log in and read")


def _always(_message: "Message") -> bool:
    return True


def _own_path(message: "Message") -> str:
    return message.path


def _no_calendar(_message: "Message") -> "CalendarPart | None":
    return None


@dataclass(frozen=True, kw_only=True)
class CalendarPart:
    """For the calendar of the recipient (RFC 6047): `text` as it is written there, with the `method` that stands in it."""

    text: bytes
    method: str


@dataclass(frozen=True, kw_only=True)
class NoticeKind:
    """`sentence` is all that a mail says: neutral, no name, no content. `link` may add a personal signature at sending.

    `quiet`: waits for the end of the recipient's quiet hours. `still_wanted` is asked again at delivery, and `calendar` for
    what her calendar must know; for both `message.claimed_at` is the moment of sending. `button`: words of the link. `stands_in`: for officials,
    who stands in for somebody who is away is told in her place (notifications.telling).
    """

    kind: str
    sentence: str | LazyText
    necessity: Necessity = Necessity.NECESSARY
    quiet: bool = True
    still_wanted: "Callable[[Message], bool]" = _always
    link: "Callable[[Message], str]" = _own_path
    button: str | LazyText = LOG_IN
    stands_in: bool = False
    calendar: "Callable[[Message], CalendarPart | None]" = _no_calendar


_KINDS: dict[str, NoticeKind] = {}


def register(*kinds: NoticeKind) -> None:
    _KINDS.update({kind.kind: kind for kind in kinds})


def named(kind: str) -> NoticeKind:
    """The registered kind; KeyError for one that nobody registered."""
    return _KINDS[kind]
