"""The page of an official about a report: the sentence on top, what to do now, and the words of each step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from signals.models import ConcernReport
from signals.presentation.promises import FINAL, FIRST, NEXT, PERSONAL, official_line, owed
from signals.workflow import State
from terms.days import local_date
from terms.presentation import Line, Ring
from terms.standing import Promise
from ui.phrases import Words, lower_first, number

# The first of these that is possible stands open on top. Feedback before contact only when it is due sooner.
FIRST_BY_PROMISE = {PERSONAL: "contact", FIRST: "give_feedback", NEXT: "give_feedback", FINAL: "give_feedback"}
ORDER = (
    "take_on", "give_feedback", "contact", "pause", "resume", "hand_over", "hand_over_outside", "decide", "close", "reopen", "decline_reopen",
)


@dataclass(frozen=True, kw_only=True)
class StepWords:
    title: str
    button: str
    explanation: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownStep:
    """A step on the page: its form, and whether it stands open and first."""

    name: str
    words: StepWords
    form: forms.Form
    afterwards: str
    is_first: bool
    is_open: bool


def reporter_name(report: ConcernReport) -> str:
    return report.reporter.name if report.reporter else _("the reporter")


def words_of_step(name: str, *, who: str) -> StepWords:
    """The words on a step's header and button; `who` is the reporter."""
    named = {"name": who}
    told = {
        "take_on": StepWords(
            title=_("Take on this report"), button=_("Take on"), explanation=_("You become the contact person. %(name)s sees your name.") % named,
        ),
        "contact": StepWords(title=_("Record contact"), button=_("Record contact")),
        "give_feedback": StepWords(title=_("Give an answer"), button=_("Send answer")),
        "pause": StepWords(title=_("Ask %(name)s something, the clock then stands still") % named, button=_("Ask this")),
        "resume": StepWords(
            title=_("Let the clock run again"), button=_("Let it run"), explanation=_("The promised day moves by the working days that it stood still."),
        ),
        "hand_over": StepWords(
            title=_("Hand over to a colleague"), button=_("Hand over"), explanation=_("Your colleague becomes the contact person. The promises go along."),
        ),
        "hand_over_outside": StepWords(
            title=_("Pass on outside the municipality"),
            button=_("Go on"),
            explanation=_(
                "You write down that you passed it on, and to what kind of organisation."
                " Passing on is what you do yourself, outside this application.",
            ),
        ),
        "decide": StepWords(title=_("Record the outcome"), button=_("Record outcome")),
        "close": StepWords(title=_("Close"), button=_("Close report"), explanation=_("%(name)s had the last answer.") % named),
        "reopen": StepWords(title=_("Open again"), button=_("Open again")),
        "decline_reopen": StepWords(title=_("Do not open again"), button=_("Send sentence")),
    }
    return told[name]


def first_step(possible: Iterable[str], promise: Promise | None) -> str:
    """The step that stands open on top: what the promise asks for, else the first that is possible."""
    names = [name for name in ORDER if name in set(possible)]
    wanted = FIRST_BY_PROMISE.get(promise.kind) if promise else None
    for name in ("take_on", wanted, "close", "reopen"):
        if name in names:
            return str(name)
    return names[0] if names else ""


def in_order(possible: Iterable[str], first: str) -> list[str]:
    chosen = set(possible)
    return [first, *(name for name in ORDER if name in chosen and name != first)] if first else []


def title(report: ConcernReport, promise: Promise | None, words: Words) -> str:  # noqa: PLR0911  one sentence for each situation
    named = {"name": reporter_name(report)}
    if report.state == State.WITHDRAWN:
        return _("%(name)s withdrew this report") % named
    if report.reopen_requested_at is not None:
        return _("%(name)s asks to open this report again") % named
    if promise is None:
        return _("This report is closed") if report.state == State.CLOSED else _("Nobody waits for an answer on this report")
    if promise.state == "paused":
        return _("We wait for %(name)s") % named
    if promise.state == "late":
        return _("%(name)s should have heard from us by %(day)s") % {**named, "day": words.day(promise.due_date)}
    if promise.state == "today":
        return _("%(name)s hears from us today") % named
    return _("%(name)s hears from us by %(day)s at the latest") % {**named, "day": words.day(promise.due_date)}


def lead(report: ConcernReport, promise: Promise | None) -> str:
    if promise is None or promise.state == "paused":
        return ""
    if report.state == State.RECEIVED:
        return _("Nobody took this report on yet.")
    return _("To do: %(what)s.") % {"what": lower_first(owed(promise.kind))}


def path(report: ConcernReport, promises: Sequence[Promise], words: Words) -> list[Line]:
    received = Line(ring=Ring(state="kept"), what=_("Received"), meta=words.short_day(local_date(report.received_at)))
    return [received, *(official_line(each, words) for each in promises)]


def not_yet(report: ConcernReport, possible: Iterable[str]) -> list[str]:
    """What is not possible now, and when it will be. No button is greyed out."""
    chosen = set(possible)
    if report.state in {State.CLOSED, State.WITHDRAWN} or "close" in chosen:
        return []
    return [_("Closing is possible when the outcome is recorded and %(name)s had the last answer.") % {"name": reporter_name(report)}]


def list_title(late: int) -> str:
    """The sentence on top of the work list."""
    if not late:
        return _("No report is late")
    return ngettext("%(number)s report is late", "%(number)s reports are late", late) % {"number": number(late)}
