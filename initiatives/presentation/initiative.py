"""Ideas in words: as a row, and as the head of a page. Who filed one is read by who answers it and by herself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from initiatives.kinds import Answer
from initiatives.models.initiative import Initiative
from keyfigures.standing import promises_about
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, due_for_worker, late_hero, ring_of
from terms.standing import Promise, current
from ui.phrases import Words, number


@dataclass(frozen=True, kw_only=True)
class Row:
    title: str
    url: str
    line: Line


def rows_of(rows: Sequence[Initiative], *, reader: Membership, at: datetime) -> list[Row]:
    """Two statements for any number of rows; none for no rows."""
    if not rows:
        return []
    promises = promises_about([each.uuid for each in rows], municipality=rows[0].municipality, at=at)
    words = Words(local_date(at))
    return [_row(each, current(promises.get(each.uuid, [])), words, reader=reader) for each in rows]


def _row(row: Initiative, promise: Promise | None, words: Words, *, reader: Membership) -> Row:
    line = Line(ring=_ring(row, promise), what=row.for_whom, due=_standing(row, promise, words, reader=reader), meta=_meta(row, words, reader=reader))
    return Row(title=title_of(row), url=reverse("initiatives:initiative_detail", args=[row.uuid]), line=line)


def title_of(row: Initiative) -> str:
    return row.what or _("An idea that you took back")


def _ring(row: Initiative, promise: Promise | None) -> Ring:
    if promise is not None:
        return ring_of(promise)
    return Ring(state="kept" if row.answer else "later")


def _standing(row: Initiative, promise: Promise | None, words: Words, *, reader: Membership) -> str:
    if row.withdrawn_at is not None:
        return _("Taken back")
    if row.answer:
        return _("Our answer: %(answer)s") % {"answer": _short(row)}
    if promise is None:
        return _("Waits for an answer")
    due, _tone = due_for_worker(promise, words) if reader.may("initiatives.handle") else due_for_waiter(promise, words)
    return due


def _short(row: Initiative) -> str:
    return {Answer.YES: _("yes"), Answer.YES_IF: _("yes, on a condition"), Answer.NOT_BY_US: _("not by us")}[Answer(row.answer)]


def _meta(row: Initiative, words: Words, *, reader: Membership) -> str:
    parts = [_("Filed on %(day)s.") % {"day": words.day_only(local_date(row.filed_at))}, supported(getattr(row, "supporters", 0)), filed_by(row, reader)]
    return " ".join(part for part in parts if part)


def filed_by(row: Initiative, reader: Membership) -> str:
    """Only for who answers ideas, and for herself."""
    if row.proposer is None:
        return ""
    if row.proposer_id == reader.pk:
        return _("By you.")
    return _("By %(name)s.") % {"name": row.proposer.name} if reader.may("initiatives.handle") else ""


def supported(supporters: int) -> str:
    if not supporters:
        return ""
    return ngettext("%(number)s person supports it.", "%(number)s people support it.", supporters) % {"number": number(supporters)}


def hero(row: Initiative, promises: Sequence[Promise], words: Words, *, reader: Membership) -> Hero:
    """The state as the sentence of the page. For who filed it late comes first, in four parts."""
    promise, is_own = current(promises), row.proposer_id == reader.pk
    if row.withdrawn_at is not None:
        return Hero(ring=Ring(state="later"), title=_("You took your idea back"), sentences=[_("What was written is erased.")])
    if row.answer:
        title = {
            Answer.YES: _("The municipality says yes"), Answer.YES_IF: _("The municipality says yes, on a condition"),
            Answer.NOT_BY_US: _("The municipality does not do this"),
        }[Answer(row.answer)]
        return Hero(ring=Ring(state="kept"), title=title, sentences=[row.reason])
    if promise is None:
        return Hero(ring=Ring(state="later"), title=_("This idea waits for an answer"), sentences=[])
    if is_own and promise.state == "late":
        return late_hero(promise, words=words)
    answers = _("%(name)s answers.") % {"name": row.owner.name}
    if is_own:
        return Hero(ring=ring_of(promise), title=_("You get an answer %(by)s") % {"by": words.by(promise.due_date)}, sentences=[answers])
    due, _tone = due_for_worker(promise, words) if reader.may("initiatives.handle") else due_for_waiter(promise, words)
    return Hero(ring=ring_of(promise), title=_("This idea waits for an answer"), sentences=[due, answers])
