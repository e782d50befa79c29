"""The public page in words for who holds it: open or closed, what a colleague changed, and what runs out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from approach.actions.page import FIELDS
from approach.models.page import PublicPage
from approach.security_txt import is_near_its_end
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class State:
    """`is_new`: nothing was filled in yet, so there is nothing to look at."""

    title: str
    lead: str
    is_open: bool
    is_new: bool


def state_of(page: PublicPage) -> State:
    if page.is_open:
        return State(title=_("Everybody can read your public page"), lead=_("What you change here is public at once."), is_open=True, is_new=False)
    lead = _("Fill it in, save it, look at it, and open it when it is good. Nobody reads it before that.")
    return State(title=_("Your public page is closed"), lead=lead, is_open=False, is_new=page.edits == 0)


def security_warning(page: PublicPage, *, today: date) -> str:
    """Empty as long as there is nothing to warn about."""
    if not page.security_contact or page.security_until is None or not is_near_its_end(page.security_until, today=today):
        return ""
    day = {"day": Words(today).day_only(page.security_until)}
    if page.security_until < today:
        return _("security.txt ran out on %(day)s, and is not shown any more. Check whether the contact is right, and choose a new day.") % day
    return _("security.txt runs out on %(day)s. Check whether the contact is right, and choose a new day.") % day


def differences(page: PublicPage, form: forms.Form) -> list[dict[str, str]]:
    """What a colleague made of it, beside what was typed. Only what differs."""
    typed: Mapping[str, Any] = form.cleaned_data
    return [
        {"label": str(form.fields[name].label), "theirs": _told(getattr(page, name)), "yours": _told(typed[name])}
        for name in FIELDS
        if getattr(page, name) != typed[name]
    ]


def _told(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return Words(date.min).day_only(value) if isinstance(value, date) else str(value or "")
