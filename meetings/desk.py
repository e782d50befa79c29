"""What meetings add to the start page: for who works with key figures, for who leads meetings, and for a key figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings.actions.pulse import last_day_after
from meetings.models.agenda import ActionPoint
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension
from meetings.presentation.meeting import when, where
from meetings.presentation.tension import name
from terms.calendar import Calendar, calendar_of
from terms.days import local_date
from terms.tasks import Waiting
from ui.phrases import Words, number
from ui.words import leaf_of

SHOWN = 3
ASKED = ("meeting__uuid", "meeting__starts_at", "meeting__closed_at")


@dataclass(frozen=True, kw_only=True)
class GoesOn:
    """A tension that goes on, and how many people the reader still calls."""

    title: str
    text: str
    url: str


def tensions_now(member: Membership) -> list[GoesOn]:
    """One statement; none for who does not work with key figures."""
    if not member.may("meetings.organise"):
        return []
    rows: Iterable[Any] = Tension.objects.visible_to(member).going_on().with_calls_of(member).for_list()[:SHOWN]
    return [GoesOn(title=name(each), text=_text(each.mine), url=reverse("meetings:tension", args=[each.uuid])) for each in rows]


def _text(mine: int) -> str:
    if not mine:
        return _("You have nobody to call for it now.")
    return ngettext("%(number)s person waits for your call.", "%(number)s people wait for your call.", mine) % {"number": number(mine)}


@dataclass(frozen=True, kw_only=True)
class NextLed:
    """The first meeting that she leads from now on."""

    title: str
    leaf: dict[str, Any]
    when: str
    where: str
    url: str
    preparation_url: str


def next_led(member: Membership, *, at: datetime) -> NextLed | None:
    """One statement; none for who leads no meetings."""
    if not member.may("meetings.chair"):
        return None
    meeting = Meeting.objects.visible_to(member).ahead(at).filter(chair=member).order_by("starts_at", "pk").first()
    if meeting is None:
        return None
    page, prepare = (reverse(f"meetings:{name}", args=[meeting.uuid]) for name in ("meeting_detail", "preparation"))
    leaf = leaf_of(local_date(meeting.starts_at))
    return NextLed(title=meeting.title, leaf=leaf, when=when(meeting, Words(local_date(at))), where=where(meeting), url=page, preparation_url=prepare)


def waits_after_a_meeting(member: Membership, *, today: date) -> list[Waiting]:
    """What she is asked to do, and what she said she would do. It says that there is something, never what. One statement."""
    rows = ActionPoint.objects.owned_by(member).open().begun().order_by("due_on", "pk")
    found = rows.values_list("uuid", "accepted_at", "due_on")
    return [_waiting(uuid, is_asked=accepted_at is None, due_on=due_on, words=Words(today)) for uuid, accepted_at, due_on in found]


def _waiting(uuid: object, *, is_asked: bool, due_on: date, words: Words) -> Waiting:
    url, by = reverse("meetings:action_detail", args=[uuid]), {"by": words.by(due_on)}
    if is_asked:
        text = _("You may say no, without a reason.")
        return Waiting(title=_("After a meeting we ask whether you want to do something"), text=text, link=_("Read what we ask"), url=url)
    return Waiting(title=_("You do something after a meeting, %(by)s") % by, text=_("Is it done? Then tick it off."), link=_("Read what you do"), url=url)


def questions_after_a_meeting(member: Membership, *, at: datetime) -> list[Waiting]:
    """As long as she may answer, one for each meeting where she was; read by her only (docs/decisions/0015). At most two statements."""
    found = list(Attendee.objects.of(member).may_give_pulse().order_by("-meeting__starts_at", "pk").values_list(*ASKED))
    calendar, today = calendar_of(member.municipality) if found else Calendar(), local_date(at)
    return [_questions(uuid, starts_at, Words(today)) for uuid, starts_at, closed_at in found if today <= last_day_after(closed_at, calendar)]


def _questions(uuid: UUID, starts_at: datetime, words: Words) -> Waiting:
    """The day says which meeting: its title may tell too much on a shared telephone."""
    title = _("How was the meeting of %(day)s?") % {"day": words.day(local_date(starts_at))}
    text, url = _("Five short questions, without your name. You may skip them."), reverse("meetings:pulse", args=[uuid])
    return Waiting(title=title, text=text, link=_("Answer five questions"), url=url)
