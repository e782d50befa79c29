"""Rows of a list: a report of her own, and a report in the work of an official."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from signals.models import ConcernReport
from signals.presentation import own
from signals.presentation.desk import reporter_name
from signals.presentation.promises import official_due, owed
from signals.workflow import State
from terms.days import local_date
from terms.presentation import Line, Ring, ring_of
from terms.standing import Promise
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Tag:
    label: str
    calm: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """`state` of the clock decides the group; `is_nobodys` asks to be taken on; `who` waits for an answer."""

    uuid: UUID
    number: str
    url: str
    line: Line
    state: str
    tags: list[Tag]
    is_nobodys: bool = False
    who: str = ""
    promise: Promise | None = None


def own_row(report: ConcernReport, promise: Promise | None, words: Words) -> Row:
    line = own.row(report, promise, words)
    return Row(uuid=report.uuid, number=report.number, url=_url(report), line=line, state=promise.state if promise else "kept", tags=[], promise=promise)


def work_row(report: ConcernReport, promise: Promise | None, words: Words, *, reader: Membership) -> Row:
    """What to do, by when, and whose it is."""
    is_nobodys = report.state == State.RECEIVED
    return Row(
        uuid=report.uuid,
        number=report.number,
        url=_url(report),
        line=_work_line(report, promise, _whose(report, reader, words, is_nobodys=is_nobodys), words),
        state=promise.state if promise else "kept",
        tags=_tags(report, is_nobodys=is_nobodys),
        is_nobodys=is_nobodys,
        who=reporter_name(report),
        promise=promise,
    )


def _url(report: ConcernReport) -> str:
    return reverse("signals:report_detail", args=[report.uuid])


def _work_line(report: ConcernReport, promise: Promise | None, whose: str, words: Words) -> Line:
    if promise is None:
        ended: dict[str, str] = {State.WITHDRAWN: _("Withdrawn by the reporter"), State.CLOSED: _("Closed")}
        return Line(ring=Ring(state="kept"), what="", due=str(ended.get(report.state, _("Nobody waits for an answer"))), meta=whose)
    due, tone = official_due(promise, words)
    meta = {
        "late": _("Promised for %(day)s. %(whose)s") % {"day": words.day(promise.due_date), "whose": whose},
        "paused": _("Still until and including %(day)s. %(whose)s") % {"day": words.day(promise.paused_until or promise.due_date), "whose": whose},
    }
    return Line(ring=ring_of(promise), what=owed(promise.kind), due=due, tone=tone, meta=meta.get(promise.state, whose))


def _whose(report: ConcernReport, reader: Membership, words: Words, *, is_nobodys: bool) -> str:
    if is_nobodys:
        return _("Nobody's yet. Counts from %(day)s.") % {"day": words.day(local_date(report.counted_from))}
    if report.contact_person_id == reader.pk:
        return _("You are the contact person.")
    name = report.contact_person.name if report.contact_person else ""
    return _("You stand in for %(name)s.") % {"name": name} if report.deputy_id == reader.pk else _("Of %(name)s.") % {"name": name}


def _tags(report: ConcernReport, *, is_nobodys: bool) -> list[Tag]:
    if is_nobodys:
        return [Tag(label=_("New"))]
    asks = [Tag(label=_("Asks to open again"))] if report.reopen_requested_at else []
    return [*asks, *([Tag(label=_("New message"), calm=True)] if report.has_news else [])]
