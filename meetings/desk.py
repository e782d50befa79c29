"""What meetings add to the start page of who works with key figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings.models.tension import Tension
from meetings.presentation.tension import name
from ui.phrases import number

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
