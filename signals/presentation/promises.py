"""Promises put into words, once for who waits and once for who works.

Values in, words out: no query, no clock. `tone` and the state of a ring are names of the look (ui).
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from signals import deadlines
from terms.calendar import Calendar
from terms.presentation import KEPT, Hero, Line, due_for_waiter, due_for_worker, kept_in_words, ring_of
from terms.standing import Pause, Promise
from ui import words as ui_words
from ui.phrases import Words, late_by, left, upper_first

PERSONAL, FIRST, NEXT, FINAL = deadlines.PERSONAL_REPLY, deadlines.FIRST_FEEDBACK, deadlines.NEXT_FEEDBACK, deadlines.FINAL_FEEDBACK


# ── for who waits ───────────────────────────────────────────────────────────


def promised_to_reporter(promise: Promise, *, contact: str) -> str:
    """What she was promised, in words to her."""
    told: dict[str, str] = {
        PERSONAL: pgettext("promise", "%(name)s contacts you") % {"name": contact or _("Somebody of the reporting point")},
        FIRST: _("You hear what we do with your concern"),
        NEXT: _("You hear from us again"),
        FINAL: _("You hear how it ended"),
    }
    return told[promise.kind]


def reporter_line(promise: Promise, *, contact: str, words: Words) -> Line:
    """A promise on the path of her own report."""
    ring, pauses = ring_of(promise), [pause_in_words(each, words) for each in promise.pauses]
    if promise.state == "later":
        every = _("After that every %(days)d working days") % {"days": promise.working_days}
        return Line(ring=ring, what=every, meta=_("Until all is done."))
    if promise.state in KEPT:
        return Line(ring=ring, what=_kept_to_reporter(promise, contact=contact), meta=kept_in_words(promise, words), pauses=pauses)
    due, tone = due_for_waiter(promise, words)
    meta = _("Reason: we asked you something.") if promise.state == "paused" else ""
    what = promised_to_reporter(promise, contact=contact)
    is_now = promise.state in {"late", "today", "paused"}
    return Line(ring=ring, what=what, due=due, tone=tone, meta=meta, pauses=pauses, is_ahead=True, is_now=is_now)


def _kept_to_reporter(promise: Promise, *, contact: str) -> str:
    told: dict[str, str] = {
        PERSONAL: pgettext("kept promise", "%(name)s contacted you") % {"name": contact or _("Somebody of the reporting point")},
        FIRST: _("First answer"),
        NEXT: _("Next answer"),
        FINAL: _("Last answer"),
    }
    return told[promise.kind]


def pause_in_words(pause: Pause, words: Words) -> tuple[str, str]:
    """A past pause is explained inside its step: how long it was, and from which to which day the promise moved."""
    title = ngettext("%(days)d working day still.", "%(days)d working days still.", pause.working_days) % {"days": pause.working_days}
    told = {"since": words.day(pause.first_day), "before": words.day(pause.due_before), "after": words.day(pause.due_after)}
    if pause.due_before == pause.due_after:
        return title, _("From %(since)s we waited for your answer. The day stayed the same.") % told
    return title, _("From %(since)s we waited for your answer. That is why the day went from %(before)s to %(after)s.") % told


def paused_hero(promise: Promise, *, contact: str, words: Words) -> Hero:
    since, until = words.day(promise.paused_since or promise.due_date), words.day(promise.paused_until or promise.due_date)
    asked = _("%(name)s asked you something on %(day)s. Our clock stands still until you answer.") % {"name": contact, "day": since}
    longer = _("Do you need more time? That is fine. After %(day)s the clock runs again by itself.") % {"day": until}
    return Hero(ring=ring_of(promise), title=_("We wait for you"), sentences=[asked, f"{longer} {left(promise.days_left)}"])


def running_hero(promise: Promise, *, contact: str, words: Words) -> Hero:
    what = f"{promised_to_reporter(promise, contact=contact)}."
    if promise.state == "today":
        return Hero(ring=ring_of(promise), title=_("You hear from us today"), sentences=[what])
    return Hero(ring=ring_of(promise), title=_("You hear from us by %(day)s at the latest") % {"day": words.day(promise.due_date)}, sentences=[what])


@dataclass(frozen=True, kw_only=True)
class Ahead:
    when: str
    what: str


def promises_ahead(calendar: Calendar) -> list[Ahead]:
    """What she may count on before she shares anything, in the municipality's own terms."""
    days = {kind: calendar.working_days(kind, default) for kind, default in deadlines.WORKING_DAYS.items()}
    within = _("Within %(days)s")
    return [
        Ahead(when=_("At once"), what=_("You get a number, and the days on which you hear from us.")),
        Ahead(when=within % {"days": ui_words.working_days_in_words(days[PERSONAL])}, what=_("Somebody of the reporting point contacts you.")),
        Ahead(when=within % {"days": ui_words.working_days_in_words(days[FIRST])}, what=_("You hear what we do with your concern.")),
    ]


# ── for who works ───────────────────────────────────────────────────────────


def owed(kind: str) -> str:
    """What an official has to do for a promise."""
    told: dict[str, str] = {
        PERSONAL: _("Contact the reporter"),
        FIRST: _("Give the first answer"),
        NEXT: _("Next message to the reporter"),
        FINAL: _("Give the last answer"),
    }
    return told[kind]


def status_line(row: Promise, words: Words) -> Line:
    """An open promise for who sees only the clock."""
    told: dict[str, str] = {PERSONAL: _("Personal contact"), FIRST: _("First answer"), NEXT: _("Next answer"), FINAL: _("Last answer")}
    if row.state == "late":
        due, tone = _("Promised for %(day)s. %(late)s") % {"day": words.day(row.due_date), "late": upper_first(late_by(row.working_days_late))}, "late"
    elif row.state == "paused":
        due, tone = _("The clock stands still"), "paused"
    elif row.state == "today":
        due, tone = _("Today"), "today"
    else:
        due, tone = upper_first(words.by(row.due_date)), ""
    return Line(ring=ring_of(row), what=told[row.kind], due=due, tone=tone)


def helping_line(promise: Promise, *, owner: str, words: Words) -> Line:
    """A late promise for who was asked to help with it: whose it is, and what she is asked."""
    told = status_line(promise, words)
    return replace(told, meta=_("%(name)s owes this answer. Ask what is needed, and see to it that somebody answers today.") % {"name": owner})


def official_due(promise: Promise, words: Words) -> tuple[str, str]:
    return due_for_worker(promise, words, paused=_("The clock stands still: we asked the reporter something"))


def official_line(promise: Promise, words: Words) -> Line:
    """A promise on the short path beside a report: few words, short days."""
    told: dict[str, str] = {PERSONAL: _("Contact"), FIRST: _("First answer"), NEXT: _("Next message"), FINAL: _("Last answer")}
    what, ring = told[promise.kind], ring_of(promise)
    if promise.state == "later":
        return Line(ring=ring, what=what, meta=_("every %(days)d working days") % {"days": promise.working_days})
    if promise.state in KEPT:
        how = _("in time") if promise.state == "kept" else late_by(promise.working_days_late)
        return Line(ring=ring, what=what, meta=f"{words.short_day(promise.kept_on or promise.due_date)}, {how}")
    due, tone = official_due(promise, words)
    stood_still = sum(pause.working_days for pause in promise.pauses)
    meta = ngettext("stood still for %(days)d day", "stood still for %(days)d days", stood_still) % {"days": stood_still} if stood_still else ""
    return Line(ring=ring, what=what, due=due, tone=tone, meta=meta, is_ahead=True)
