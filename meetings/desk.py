"""What meetings add to the start page: for who works with key figures, and for who leads meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension
from meetings.presentation.meeting import when, where
from meetings.presentation.tension import name
from terms.days import local_date
from ui.phrases import Words, number

SHOWN = 3


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
    return NextLed(title=meeting.title, when=when(meeting, Words(local_date(at))), where=where(meeting), url=page, preparation_url=prepare)
