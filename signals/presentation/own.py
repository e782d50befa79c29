"""The page of a reporter about her own report: the sentence on top, and what it says below."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from signals.models import ConcernReport
from signals.presentation.promises import paused_hero, reporter_line, running_hero
from signals.workflow import State
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, late_hero
from terms.standing import Promise, current
from ui.phrases import Words, upper_first


def hero(report: ConcernReport, promises: Sequence[Promise], words: Words) -> Hero:
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
        return late_hero(promise, words=words)
    speak = paused_hero if promise.state == "paused" else running_hero
    return speak(promise, contact=contact, words=words)


def _quiet(title: str, sentence: str) -> Hero:
    return Hero(ring=Ring(state="later"), title=title, sentences=[sentence])


def _done() -> Hero:
    sentences = [_("We ask nothing more of you. Thank you for sharing this with us.")]
    return Hero(ring=Ring(state="kept"), title=_("It is done"), sentences=sentences)


def path(report: ConcernReport, promises: Sequence[Promise], words: Words) -> list[Line]:
    """From receipt to the last answer, in the order of time; what comes later is there too."""
    contact = report.contact_person.name if report.contact_person else ""
    received = Line(ring=Ring(state="kept"), what=_("Your concern was received"), meta=upper_first(words.moment(report.received_at)))
    lines = [reporter_line(each, contact=contact, words=words) for each in promises]
    return [received, *lines, *_end(report, words)]


def _end(report: ConcernReport, words: Words) -> list[Line]:
    if report.closed_at is None:
        return []
    what = _("You withdrew your report") if report.state == State.WITHDRAWN else _("Your report is closed")
    return [Line(ring=Ring(state="kept"), what=what, meta=upper_first(words.day(local_date(report.closed_at))))]


def row(report: ConcernReport, promise: Promise | None, words: Words) -> Line:
    """Her report in a list: the promise that matters now, in words to her."""
    if report.state == State.WITHDRAWN:
        return Line(ring=Ring(state="later"), what="", due=_("You withdrew it"))
    if promise is None:
        return Line(ring=Ring(state="kept"), what="", due=_("It is done"), tone="kept")
    top = hero(report, [promise], words)
    contact = report.contact_person.name if report.contact_person else _("the reporting point")
    meta = top.sentences[-1] if top.is_late else _("From %(name)s") % {"name": contact}
    tone = promise.state if promise.state in {"late", "today", "paused"} else ""
    return Line(ring=top.ring, what="", due=top.title, tone=tone, meta=meta)


def list_title(states: Sequence[str]) -> str:
    """`states`: of the clocks on the page."""
    if "late" in states:
        return _("We are too late")
    if "paused" in states:
        return _("We wait for you")
    still_open = {"run", "today"} & set(states)
    return _("We have something to answer you") if still_open else _("Nothing waits")
