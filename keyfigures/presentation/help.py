"""Help requests in words: as a row, as the head of a page, as a conversation, and on the page of the key figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.models.figure import KeyFigure
from keyfigures.models.help import HelpMessage, HelpOutcome, HelpRequest, HelpState
from keyfigures.standing import promises_about
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, due_for_worker, late_hero, ring_of
from terms.standing import Promise, current
from ui.phrases import Words, number, upper_first

SHOWN = 3  # on the page of the key figure; the rest is one tap away


@dataclass(frozen=True, kw_only=True)
class Row:
    """`title` who asks, or about what for herself; `tag`: open longer than was promised."""

    title: str
    url: str
    line: Line
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message; `is_hers` stands right, ours left."""

    text: str
    meta: str
    is_hers: bool


def rows_of(requests: Sequence[HelpRequest], *, reader: Membership, at: datetime, named: bool = True) -> list[Row]:
    """Two statements for any number of rows; none for no rows. `named`: an official reads in each who asks."""
    if not requests:
        return []
    promises = promises_about([each.uuid for each in requests], municipality=requests[0].municipality, at=at)
    words = Words(local_date(at))
    return [_row(each, promises.get(each.uuid, []), words, is_own=each.key_figure.member_id == reader.pk, named=named) for each in requests]


def _row(request: HelpRequest, promises: Sequence[Promise], words: Words, *, is_own: bool, named: bool) -> Row:
    about = str(request.get_category_display())
    title, what = (request.key_figure.name, about) if named and not is_own else (about, "")
    too_long = any(each.kind == deadlines.HELP_OUTCOME and each.state == "late" for each in promises)
    line = _line(request, promises, what, words, is_own=is_own)
    return Row(title=title, url=reverse("keyfigures:help_detail", args=[request.uuid]), line=line, tag=_("Open too long") if too_long else "")


def _line(request: HelpRequest, promises: Sequence[Promise], what: str, words: Words, *, is_own: bool) -> Line:
    asked = _("Asked on %(day)s. Of %(name)s.") % {"day": words.day_only(local_date(request.asked_at)), "name": request.owner.name}
    promise = current(promises)
    if promise is None:
        return Line(ring=Ring(state="kept" if request.state == HelpState.DONE else "later"), what=what, due=ended_in_words(request, words), meta=asked)
    due, tone = due_for_waiter(promise, words) if is_own else due_for_worker(promise, words)
    return Line(ring=ring_of(promise), what=what, due=due, tone=tone, meta=asked)


def ended_in_words(request: HelpRequest, words: Words) -> str:
    """ "Geregeld op 3 juni"; empty while it is open."""
    if request.closed_at is None:
        return ""
    told = _("Withdrawn") if request.state == HelpState.WITHDRAWN else str(HelpOutcome(request.outcome).label)
    return _("%(outcome)s, on %(day)s") % {"outcome": told, "day": words.day_only(local_date(request.closed_at))}


def hero(request: HelpRequest, promises: Sequence[Promise], words: Words, *, is_own: bool) -> Hero:
    """The state as the sentence of the page. Late comes first."""
    promise = current(promises)
    if request.closed_at is not None:
        return _ended_hero(request, words, is_own=is_own)
    if not is_own:
        title = _("%(name)s asks for help") if request.state == HelpState.ASKED else _("%(name)s waits until it is settled")
        owed = [_owed(promise, words)] if promise else []
        return Hero(ring=_ring(promise), title=title % {"name": request.key_figure.name}, sentences=owed)
    if promise is None:
        return Hero(ring=_ring(promise), title=_("You get an answer to your question"), sentences=[_cares(request)])
    if promise.state == "late":
        return late_hero(promise, words=words)
    return Hero(ring=_ring(promise), title=_hers(request, promise, words), sentences=[_cares(request)])


def _ring(promise: Promise | None) -> Ring:
    return ring_of(promise) if promise else Ring(state="later")


def _cares(request: HelpRequest) -> str:
    return _("%(name)s takes care of your question.") % {"name": request.owner.name}


def _hers(request: HelpRequest, promise: Promise, words: Words) -> str:
    if promise.state == "today":
        return _("You hear from us today")
    by = {"by": words.by(promise.due_date)}
    return _("You get an answer %(by)s") % by if request.state == HelpState.ASKED else _("Your question is settled %(by)s") % by


def _owed(promise: Promise, words: Words) -> str:
    due, _tone = due_for_worker(promise, words)
    what = _("First answer") if promise.kind == deadlines.HELP_FIRST_ANSWER else _("Settle it")
    late = _("Promised for %(day)s.") % {"day": words.day(promise.due_date)} if promise.state == "late" else ""
    return f"{what}: {due[:1].lower()}{due[1:]}. {late}".strip()


def _ended_hero(request: HelpRequest, words: Words, *, is_own: bool) -> Hero:
    ended = upper_first(words.day(local_date(request.closed_at))) if request.closed_at else ""
    if request.state == HelpState.WITHDRAWN:
        title = _("You took your question back") if is_own else _("%(name)s took the question back") % {"name": request.key_figure.name}
        return Hero(ring=Ring(state="later"), title=title, sentences=[_("What was written is erased."), ended])
    return Hero(ring=Ring(state="kept"), title=str(HelpOutcome(request.outcome).label), sentences=[ended, *rated(request)])


def rated(request: HelpRequest) -> list[str]:
    """What she said about it; empty until she did."""
    if request.did_help is None:
        return []
    told = {
        True: _("%(name)s said that it helped."),
        False: _("%(name)s said that it did not help."),
    }
    return [told[request.did_help] % {"name": request.key_figure.name}]


def conversation(request: HelpRequest, words: Words) -> list[Said]:
    """Her question first, then message by message."""
    if not request.text:
        return []
    her = request.key_figure.member
    first = Said(text=request.text, meta=f"{her.name}, {words.moment(request.asked_at)}", is_hers=True)
    messages = HelpMessage.objects.filter(request=request).select_related("author__user").order_by("at", "pk")
    return [first, *(Said(text=each.text, meta=f"{each.author.name}, {words.moment(each.at)}", is_hers=each.author_id == her.pk) for each in messages)]


def list_title(late: int, *, is_own: bool) -> str:
    """The answer to "how does it stand?" on the first page of open requests."""
    if is_own:
        return _("Ask for help")
    if late:
        return ngettext("%(number)s help request waits too long", "%(number)s help requests wait too long", late) % {"number": number(late)}
    return _("All help requests are on time")


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, Any]:
    """What she asked and what became of it, newest first."""
    found = list(HelpRequest.objects.filter(key_figure=figure).with_people().order_by("-asked_at", "-pk")[: SHOWN + 1])
    return {
        "rows": rows_of(found[:SHOWN], reader=reader, at=at, named=False),
        "more_url": reverse("keyfigures:help_list") if len(found) > SHOWN else "",
        "new_url": reverse("keyfigures:help_new") if figure.member_id == reader.pk else "",
    }
