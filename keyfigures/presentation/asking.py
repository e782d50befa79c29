"""Requests of the municipality in words, to her and to who asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import Membership
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.figure import KeyFigure
from keyfigures.querysets.asking import OPEN
from keyfigures.stages import Stage
from keyfigures.standing import promises_about
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, due_for_worker, late_hero, ring_of
from terms.standing import Promise, current
from ui.phrases import Words, upper_first

SHOWN = 3  # on the page of the key figure


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    url: str
    line: Line
    button: str = ""


def rows_of(asks: Sequence[Ask], *, reader: Membership, at: datetime, named: bool = True) -> list[Row]:
    """Two statements for any number of rows; none for no rows. `named`: an official reads in each who was asked."""
    if not asks:
        return []
    promises = promises_about([each.uuid for each in asks], municipality=asks[0].municipality, at=at)
    words = Words(local_date(at))
    return [
        _row(each, current(promises.get(each.uuid, [])), words, is_own=each.key_figure.member_id == reader.pk, named=named) for each in asks
    ]


def _row(ask: Ask, promise: Promise | None, words: Words, *, is_own: bool, named: bool) -> Row:
    kind = str(ask.get_kind_display())
    title, what = (ask.key_figure.name, kind) if named and not is_own else (kind, "")
    asked = _("Asked on %(day)s by %(name)s.") % {"day": words.day_only(local_date(ask.asked_at)), "name": ask.asked_by.name}
    line = Line(ring=Ring(state=_state(ask, is_own=is_own)), what=what, due=_due(ask, words), meta=asked)
    if promise is not None:
        due, tone = due_for_waiter(promise, words) if is_own else due_for_worker(promise, words)
        line = Line(ring=ring_of(promise), what=what, due=_("What was done with it: %(due)s") % {"due": due}, tone=tone, meta=asked)
    button = pgettext("request", "Answer") if is_own and ask.state == AskState.ASKED else ""
    return Row(title=title, url=reverse("keyfigures:ask_detail", args=[ask.uuid]), line=line, button=button)


def _state(ask: Ask, *, is_own: bool) -> str:
    if ask.state == AskState.ASKED:
        return "you" if is_own else "later"
    return "kept" if ask.state == AskState.DONE else "later"


def _due(ask: Ask, words: Words) -> str:
    told: dict[str, str] = {
        AskState.ASKED: _("Waits for an answer"),
        AskState.ACCEPTED: _("Said yes"),
        AskState.DECLINED: _("Said no"),
        AskState.WITHDRAWN: _("Taken back"),
        AskState.DONE: _("Done"),
    }
    wanted = _("for %(day)s") % {"day": words.day(ask.wanted_on)} if ask.wanted_on and ask.state in OPEN else ""
    return f"{told[ask.state]}, {wanted}" if wanted else told[ask.state]


def hero(ask: Ask, promise: Promise | None, words: Words, *, is_own: bool) -> Hero:
    """The state as the sentence of the page."""
    told = {"name": ask.key_figure.name, "asker": ask.asked_by.name, "kind": str(ask.get_kind_display())}
    if promise is not None:
        return _promised(promise, words, told, is_own=is_own)
    titles = _TITLES_TO_HER() if is_own else _TITLES_TO_US()
    return Hero(ring=Ring(state=_state(ask, is_own=is_own)), title=titles[ask.state] % told, sentences=_sentences(ask, words, is_own=is_own))


def _TITLES_TO_HER() -> dict[str, str]:  # noqa: N802  a table of words, made in the language that is on
    return {
        AskState.ASKED: _("%(asker)s asks you something"),
        AskState.ACCEPTED: _("You said yes"),
        AskState.DECLINED: _("You said no. That is fine."),
        AskState.DONE: _("Thank you for what you did"),
        AskState.WITHDRAWN: _("This is no longer needed"),
    }


def _TITLES_TO_US() -> dict[str, str]:  # noqa: N802
    return {
        AskState.ASKED: _("%(name)s can answer yes or no"),
        AskState.ACCEPTED: _("%(name)s said yes"),
        AskState.DECLINED: _("%(name)s said no. That is fine."),
        AskState.DONE: _("%(name)s knows what was done with it"),
        AskState.WITHDRAWN: _("This is taken back"),
    }


def _promised(promise: Promise, words: Words, told: dict[str, str], *, is_own: bool) -> Hero:
    if not is_own:
        due, _tone = due_for_worker(promise, words)
        return Hero(ring=ring_of(promise), title=_("Tell %(name)s what was done with it") % told, sentences=[f"{due}."])
    if promise.state == "late":
        return late_hero(promise, words=words)
    title = _("Thank you. You hear what we do with it %(by)s") % {"by": words.by(promise.due_date)}
    return Hero(ring=ring_of(promise), title=title, sentences=[_("%(asker)s tells you.") % told])


def _sentences(ask: Ask, words: Words, *, is_own: bool) -> list[str]:
    wanted = [_("For %(day)s.") % {"day": words.day(ask.wanted_on)}] if ask.wanted_on and ask.state in OPEN else []
    if is_own and ask.state == AskState.ASKED:
        return [*wanted, _("You may say no. You need not say why, and nothing else changes.")]
    if ask.state == AskState.DONE and ask.done_on:
        return [upper_first(words.day(ask.done_on)) + "."]
    return wanted


def may_be_asked(figure: KeyFigure) -> bool:
    return figure.stage == Stage.ACTIVE and figure.member is not None


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any]:
    """What we asked of her, newest first."""
    found = list(Ask.objects.of_figure(figure).with_people().order_by("-asked_at", "-pk")[: SHOWN + 1])
    is_own = reader.pk == figure.member_id
    return {
        "rows": rows_of(found[:SHOWN], reader=reader, at=at, named=False),
        "more_url": reverse("keyfigures:ask_list") if len(found) > SHOWN else "",
        "new_url": reverse("keyfigures:ask_new", args=[figure.uuid]) if not is_own and may_be_asked(figure) else "",
    }
