"""A complaint in words: as a row, and as the head of its page."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership, Municipality
from keyfigures import balance, reporting
from keyfigures.models.treatment import Complaint, ComplaintState, Finding
from keyfigures.presentation.balance import bar_of
from keyfigures.presentation.help import Row
from keyfigures.standing import promises_about
from keyfigures.suppression import SMALL
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, due_for_waiter, due_for_worker, late_hero, ring_of
from terms.standing import Promise, current
from ui.components.figures import Bar
from ui.phrases import Words, number


def rows_of(complaints: Sequence[Complaint], *, reader: Membership, at: datetime) -> list[Row]:
    """Two statements for any number of rows; none for no rows."""
    if not complaints:
        return []
    promises = promises_about([each.uuid for each in complaints], municipality=complaints[0].municipality, at=at)
    return [_row(each, current(promises.get(each.uuid, [])), Words(local_date(at)), is_own=each.key_figure.member_id == reader.pk) for each in complaints]


def _row(row: Complaint, promise: Promise | None, words: Words, *, is_own: bool) -> Row:
    made = _("Complaint of %(day)s") % {"day": words.day(local_date(row.at))}
    title = made if is_own else row.key_figure.name
    url = reverse("keyfigures:complaint_detail", args=[row.uuid])
    meta = _("With %(name)s.") % {"name": row.handler.name} if is_own else f"{made}."
    if promise is None:
        ring = Ring(state="kept" if row.state == ComplaintState.ANSWERED else "later")
        return Row(title=title, url=url, line=Line(ring=ring, what="", due="" if row.is_open else _ended(row, words), meta=meta))
    due, tone = due_for_waiter(promise, words) if is_own else due_for_worker(promise, words)
    return Row(title=title, url=url, line=Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=meta))


def _ended(row: Complaint, words: Words) -> str:
    told = _("Answered on %(day)s") if row.state == ComplaintState.ANSWERED else _("Withdrawn on %(day)s")
    return told % {"day": words.day(local_date(row.ended_at or row.at))}


def answered(municipality: Municipality, *, reader: Membership, at: datetime) -> list[Bar]:
    """How many were answered in the year until the last quarter ended, and in time.

    Not for who works with key figures: that there was a complaint at all says something to her contact person.
    """
    if reader.may("keyfigures.manage") and not reader.may("keyfigures.complaints"):
        return []
    until = balance.last_quarter_ended(local_date(at))
    counted = reporting.treatment_in(municipality, first=until - balance.PERIOD + timedelta(days=1), last=until)
    whole = max(counted.answered or 0, SMALL)
    return [bar_of(_("Answered"), counted.answered, whole, tone="given"), bar_of(_("In time"), counted.in_time, whole, tone="given")]


def hero(row: Complaint, promises: Sequence[Promise], *, is_own: bool, words: Words) -> Hero:
    promise = current(promises)
    if not row.is_open:
        state = "kept" if row.state == ComplaintState.ANSWERED else "later"
        title = str(Finding(row.finding).label) if row.finding else _("The complaint was taken back")
        return Hero(ring=Ring(state=state), title=title, sentences=[f"{_ended(row, words)}."])
    title = _("You get an answer to your complaint") if is_own else _("%(name)s waits for an answer to a complaint") % {"name": row.key_figure.name}
    if promise is None:
        return Hero(ring=Ring(state="later"), title=title, sentences=[])
    if not is_own:
        due, _tone = due_for_worker(promise, words)
        return Hero(ring=ring_of(promise), title=title, sentences=[f"{due}."])
    if promise.state == "late":
        return late_hero(promise, words=words)
    handled = _("%(name)s handles your complaint, not your contact person. Your contact person cannot see it.") % {"name": row.handler.name}
    moved = [_("The day moved once, by four weeks.")] if row.state == ComplaintState.EXTENDED else []
    return Hero(ring=ring_of(promise), title=_("You get an answer %(by)s") % {"by": words.by(promise.due_date)}, sentences=[handled, *moved])


def list_title(late: int, open_ones: int, *, is_own: bool) -> str:
    if is_own:
        return _("Not treated well?")
    if late:
        return ngettext("%(number)s complaint waits too long", "%(number)s complaints wait too long", late) % {"number": number(late)}
    if open_ones:
        return ngettext("%(number)s complaint is open", "%(number)s complaints are open", open_ones) % {"number": number(open_ones)}
    return _("No complaint is open")
