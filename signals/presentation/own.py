"""The page of a reporter about her own report: the sentence on top, and what it says below."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from signals.models import ConcernReport
from signals.presentation.promises import Hero, Line, Ring, current, late_hero, paused_hero, reporter_line, running_hero
from signals.presentation.words import day, moment, upper_first
from signals.timeline import Promise
from signals.workflow import State
from terms.days import local_date


def hero(report: ConcernReport, promises: Sequence[Promise]) -> Hero:
    """The state in one sentence. Late comes first, whatever else is true."""
    contact = report.contact_person.name if report.contact_person else ""
    if report.state == State.WITHDRAWN:
        return _quiet(_("You withdrew your report"), _("We erased what you wrote. You need not do anything."))
    if report.reopen_requested_at is not None:
        return _quiet(_("You asked to open your report again"), _("The reporting point looks at it. You hear from us whether that can be."))
    promise = current(promises)
    if promise is None:
        return _done()
    if promise.state == "late":
        return late_hero(promise)
    return paused_hero(promise, contact=contact) if promise.state == "paused" else running_hero(promise, contact=contact)


def _quiet(title: str, sentence: str) -> Hero:
    return Hero(tone="", ring=Ring(state="later"), title=title, sentences=[sentence])


def _done() -> Hero:
    sentences = [_("We ask nothing more of you. Thank you for sharing this with us.")]
    return Hero(tone="kept", ring=Ring(state="kept"), title=_("It is done"), sentences=sentences)


def path(report: ConcernReport, promises: Sequence[Promise]) -> list[Line]:
    """From receipt to the last answer, in the order of time; what comes later is there too."""
    contact = report.contact_person.name if report.contact_person else ""
    received = Line(ring=Ring(state="kept"), what=_("Your concern was received"), meta=upper_first(moment(report.received_at)))
    lines = [_later(each) if each.state == "later" else reporter_line(each, contact=contact) for each in promises]
    return [received, *lines, *_end(report)]


def _later(promise: Promise) -> Line:
    every = _("After that every %(days)d working days") % {"days": promise.working_days}
    return Line(ring=Ring(state="later"), what=every, meta=_("Until all is done."))


def _end(report: ConcernReport) -> list[Line]:
    if report.closed_at is None:
        return []
    what = _("You withdrew your report") if report.state == State.WITHDRAWN else _("Your report is closed")
    return [Line(ring=Ring(state="kept"), what=what, meta=upper_first(day(local_date(report.closed_at))))]


def row(report: ConcernReport, promise: Promise | None) -> Line:
    """Her report in a list: the promise that matters now, in words to her."""
    if report.state == State.WITHDRAWN:
        return Line(ring=Ring(state="later"), what="", due=_("You withdrew it"))
    if promise is None:
        return Line(ring=Ring(state="kept"), what="", due=_("It is done"), tone="kept")
    sentence = hero(report, [promise])
    meta = sentence.sentences[-1] if promise.state == "late" else _("From %(name)s") % {"name": report.contact_person.name}
    return Line(ring=sentence.ring, what="", due=sentence.title, tone=promise.state if promise.state in {"late", "today", "paused"} else "", meta=meta)


def list_title(late: int, open_reports: int) -> str:
    if late:
        return _("We are too late")
    return _("Your reports") if open_reports else _("Nothing is open now")
