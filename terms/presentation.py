"""A promise in words, whatever it is about: the ring, the line under it, and what we say when we are late.

Values in, words out: no query, no clock. `tone` and the state of a ring are names of the look (ui).
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from terms.days import local_date
from terms.standing import Promise
from ui.phrases import Words, days_ago, late_by, names, upper_first

KEPT = {"kept", "kept-late"}


@dataclass(frozen=True, kw_only=True)
class Ring:
    """The clock as a picture: `number` in it, `share` (0 to 100) of the time used."""

    state: str
    number: int | None = None
    share: int = 0


@dataclass(frozen=True, kw_only=True)
class Line:
    """One promise on a path or in a row: what, when, and what more there is to say."""

    ring: Ring
    what: str
    due: str = ""
    tone: str = ""
    meta: str = ""
    pauses: list[tuple[str, str]] = field(default_factory=list)
    is_ahead: bool = False
    is_now: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line with what it is about (terms/_line_rows.html). `url` is empty where the reader may not go on."""

    title: str
    line: Line
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Hero:
    """The state of a report as one sentence, and what belongs to it."""

    ring: Ring
    title: str
    sentences: list[str]

    @property
    def is_late(self) -> bool:
        return self.ring.state == "late"


def ring_of(promise: Promise) -> Ring:
    number = promise.days_left if promise.state == "run" else None
    return Ring(state=promise.state, number=number, share=promise.share_used)


def due_for_waiter(promise: Promise, words: Words) -> tuple[str, str]:
    """The line under a promise that is still open, for who waits, and its tone."""
    if promise.state == "late":
        return _("Too late: promised for %(day)s") % {"day": words.day(promise.due_date)}, "late"
    if promise.state == "paused":
        return _("The clock stands still since %(day)s") % {"day": words.day_only(promise.paused_since or promise.due_date)}, "paused"
    if promise.state == "today":
        return _("Promised for today"), "today"
    return upper_first(words.by(promise.due_date)), ""


def kept_in_words(promise: Promise, words: Words) -> str:
    """When it was kept, beside the day that was promised."""
    kept_on = upper_first(words.day(promise.kept_on or promise.due_date))
    told = {"day": kept_on, "due": words.day(promise.due_date), "late": late_by(promise.working_days_late)}
    if promise.state == "kept":
        return _("%(day)s. Promised: %(due)s at the latest.") % told
    return _("%(day)s. Promised: %(due)s. That was %(late)s.") % told


def late_hero(promise: Promise, *, words: Words) -> Hero:
    """Four parts: what was promised for when, how long ago, apology, who does it now. She need not do anything."""
    promised = _("You should have heard from us by %(day)s at the latest.") % {"day": words.day(promise.due_date)}
    first = " ".join([promised, days_ago(promise.working_days_late), _("We apologise.")])
    if promise.asked:
        second = _("We asked %(names)s to help. You need not do anything.") % {"names": names(promise.asked)}
    else:
        second = _("We ask a colleague to help. You see here who that is. You need not do anything.")
    return Hero(ring=ring_of(promise), title=_("We are too late"), sentences=[first, second])


def state_of_task(due_on: date, words: Words, *, ended_at: datetime | None, is_dropped: bool = False) -> tuple[str, str, str]:
    """What an official does by a day, until it is done or dropped: state of the ring, the line in words, and its tone."""
    if ended_at is not None:
        day = {"day": words.day(local_date(ended_at))}
        if is_dropped:
            return "later", _("Not done, decided on %(day)s") % day, ""
        return "kept-late" if local_date(ended_at) > due_on else "kept", _("Done on %(day)s") % day, "kept"
    if due_on < words.today:
        return "late", _("Too late: promised for %(day)s") % {"day": words.day(due_on)}, "late"
    return ("today", _("Promised for today"), "today") if due_on == words.today else ("run", upper_first(words.by(due_on)), "")


def hero_of_task(due_on: date, words: Words, *, owner: str, is_own: bool) -> Hero:
    """As long as it is open, as a sentence to who does it and to who reads along."""
    state, due, _tone = state_of_task(due_on, words, ended_at=None)
    title = _("You do this yourself, %(by)s") if is_own else _("%(name)s does this, %(by)s")
    return Hero(ring=Ring(state=state), title=title % {"name": owner, "by": words.by(due_on)}, sentences=[f"{due}."] if state == "late" else [])


def due_for_worker(promise: Promise, words: Words, *, paused: str = "") -> tuple[str, str]:
    """The line under a promise in a work list, and its tone; `paused` says why the clock stands still."""
    if promise.state == "late":
        return upper_first(late_by(promise.working_days_late)), "late"
    if promise.state == "paused":
        return paused or _("The clock stands still"), "paused"
    if promise.state == "today":
        return _("Today"), "today"
    return upper_first(words.by(promise.due_date)), ""
