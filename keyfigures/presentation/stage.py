"""The way of a key figure in words: how it goes on for who is not active yet, and the steps that are possible now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures import stages as way
from keyfigures.models.figure import KeyFigure, StageStep
from keyfigures.models.settings import NetworkSettings
from keyfigures.stages import Stage
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line, Ring, due_for_waiter, ring_of
from terms.standing import promise_of
from ui.phrases import Words, upper_first

_WAY = (Stage.INTERESTED, Stage.INTRODUCTION, Stage.AGREEMENT, Stage.ACTIVE)
_NAMES: dict[str, str | LazyText] = {
    Stage.INTERESTED: gettext_lazy("Showing interest"),
    Stage.INTRODUCTION: gettext_lazy("Meeting each other"),
    Stage.AGREEMENT: gettext_lazy("Writing down what we expect of each other"),
    Stage.ACTIVE: gettext_lazy("Taking part"),
}
# What happened: from which stage to which.
_HAPPENED: dict[tuple[str, str], str | LazyText] = {
    ("", Stage.INTERESTED): gettext_lazy("Showed interest"),
    ("", Stage.INTRODUCTION): gettext_lazy("Accepted the invitation"),
    (Stage.INTERESTED, Stage.INTRODUCTION): gettext_lazy("Asked to meet"),
    (Stage.AGREEMENT, Stage.ACTIVE): gettext_lazy("Began"),
    (Stage.ACTIVE, Stage.PAUSED): gettext_lazy("Paused"),
    (Stage.PAUSED, Stage.ACTIVE): gettext_lazy("Went on"),
    (Stage.PAUSED, Stage.PAUSED): gettext_lazy("Paused for longer"),
    (Stage.ENDED, Stage.INTRODUCTION): gettext_lazy("Began again"),
}
BUTTONS: dict[str, str | LazyText] = {
    way.INVITE_TO_TALK.name: gettext_lazy("Start the meeting"),
    way.TO_AGREEMENT.name: gettext_lazy("Make the agreement"),
    way.PAUSE.name: gettext_lazy("Pause"),
    way.RESUME.name: gettext_lazy("Go on"),
    way.END.name: gettext_lazy("Stop"),
    "invite_again": gettext_lazy("Invite again"),
    "successor_sought": gettext_lazy("Somebody was sought"),
    "expect_end": gettext_lazy("Say when you expect to stop"),
}
WITH_QUESTIONS = {way.PAUSE.name, way.END.name, "expect_end"}
_EVENTS = 6  # the newest, on her page


@dataclass(frozen=True, kw_only=True)
class Button:
    """One step that is possible now. `asks`: it has a page with questions; else the button does it."""

    name: str
    label: str
    url: str
    asks: bool


@dataclass(frozen=True, kw_only=True)
class StagePart:
    """`lines`: the whole way for who is not active yet, else what happened, newest first."""

    title: str
    lines: Sequence[Line]
    buttons: Sequence[Button]
    is_way: bool
    figure: KeyFigure


def section(figure: KeyFigure, *, reader: Membership, at: datetime) -> StagePart | None:
    """For who is not active yet: where she is, and how it goes on."""
    if figure.stage not in way.WAITS_FOR_US:
        return None
    title = _("How it goes on")
    return StagePart(title=title, lines=_whole_way(figure, at=at), buttons=buttons(figure, reader=reader), is_way=True, figure=figure)


def staying(figure: KeyFigure, *, reader: Membership, at: datetime) -> StagePart | None:
    """For who takes part or took part: since when, what changed, and how to pause or stop."""
    if figure.stage in way.WAITS_FOR_US:
        return None
    title = _("Taking part") if reader.pk == figure.member_id else _("How %(name)s takes part") % {"name": figure.name}
    return StagePart(title=title, lines=_events(figure, at=at), buttons=buttons(figure, reader=reader), is_way=False, figure=figure)


def buttons(figure: KeyFigure, *, reader: Membership) -> list[Button]:
    """Only what this reader can do now; what is not possible is not there."""
    herself = reader.pk == figure.member_id
    names = [move.name for move in way.available_from(figure.stage, herself=herself)]
    if herself and figure.stage == Stage.ACTIVE:
        names.insert(0, "expect_end")
    if not herself and figure.stage == Stage.ENDED:
        names.append("invite_again")
    if not herself and figure.expected_end is not None and Clock.objects.open().about(figure.uuid).filter(kind=deadlines.SUCCESSOR).exists():
        names.insert(0, "successor_sought")
    return [button(figure, name) for name in names]


def button(figure: KeyFigure, name: str) -> Button:
    url = reverse("keyfigures:stage_step", args=[figure.uuid, name])
    return Button(name=name, label=_label(figure, name), url=url, asks=name in WITH_QUESTIONS)


def _label(figure: KeyFigure, name: str) -> str:
    return _("Pause for longer") if name == way.PAUSE.name and figure.stage == Stage.PAUSED else str(BUTTONS[name])


@dataclass(frozen=True, kw_only=True)
class StepPage:
    """A step that asks something. `is_final`: it cannot be undone by a click."""

    title: str
    sentences: Sequence[str]
    label: str
    is_final: bool


def step_page(figure: KeyFigure, name: str, *, reader: Membership, today: date) -> StepPage:
    herself, label = reader.pk == figure.member_id, _label(figure, name)
    named = {"name": figure.name}
    if name == way.END.name:
        kept = {**named, "day": Words(today).day(today + timedelta(days=NetworkSettings.objects.of(figure.municipality).keep_profile_days))}
        if herself:
            told = [_("You need not give a reason."), _("After this you can only see what is kept of you. Your profile is erased on %(day)s.") % kept]
            return StepPage(title=_("Do you want to stop?"), sentences=told, label=label, is_final=True)
        told = [
            _("%(name)s gets a mail that says thank you, and can after that only see what is kept.") % named,
            _("The profile is erased on %(day)s. Every open promise to %(name)s about contact stops.") % kept,
        ]
        return StepPage(title=_("Stop with %(name)s?") % named, sentences=told, label=label, is_final=True)
    if name == way.PAUSE.name:
        told = [_("Nobody asks you anything until then.")] if herself else [_("The clock for contact stands still until then.")]
        return StepPage(title=_("Pause for a while?") if herself else _("Pause with %(name)s?") % named, sentences=told, label=label, is_final=False)
    told = [_("Then we look for somebody after you, in time.")]
    return StepPage(title=_("Do you know when you want to stop?"), sentences=told, label=_("Write it down"), is_final=False)


def _whole_way(figure: KeyFigure, *, at: datetime) -> list[Line]:
    """What is done, what runs, what comes."""
    words, reached = Words(local_date(at)), _reached_on(figure)
    here = _WAY.index(Stage(figure.stage))
    done = [
        Line(ring=Ring(state="kept"), what=str(_NAMES[stage]), due=upper_first(words.day(local_date(reached[stage]))), tone="kept")
        for stage in _WAY[:here] if stage in reached
    ]
    coming = [Line(ring=Ring(state="later"), what=str(_NAMES[stage]), is_ahead=True) for stage in _WAY[here + 1 :]]
    return [*done, _now(figure, words, at=at), *coming]


def _now(figure: KeyFigure, words: Words, *, at: datetime) -> Line:
    what = str(_NAMES[Stage(figure.stage)])
    clock = Clock.objects.open().about(figure.uuid).filter(kind=deadlines.STAGE).first()
    if clock is None:
        return Line(ring=Ring(state="run"), what=what, due=_("We look for somebody who contacts you"), is_now=True)
    promise = promise_of(clock, calendar_of(figure.municipality), at)
    due, tone = due_for_waiter(promise, words)
    who = _("%(name)s contacts you.") % {"name": figure.contact_person.name} if figure.contact_person else ""
    return Line(ring=ring_of(promise), what=what, due=due, tone=tone, meta=who, is_now=True)


def _reached_on(figure: KeyFigure) -> dict[str, datetime]:
    """Stage → when she came there the last time."""
    return dict(figure.steps.order_by("at", "pk").values_list("to_stage", "at"))


def _events(figure: KeyFigure, *, at: datetime) -> list[Line]:
    words = Words(local_date(at))
    steps = figure.steps.select_related("by__user").order_by("-at", "-pk")[:_EVENTS]
    return [Line(ring=Ring(state="kept"), what=_happened(step, figure), due=upper_first(words.day(local_date(step.at))), meta=_who(step)) for step in steps]


def _happened(step: StageStep, figure: KeyFigure) -> str:
    if step.to_stage == Stage.ENDED:
        return _("Stopped: %(reason)s") % {"reason": figure.get_end_reason_display()} if figure.end_reason else _("Stopped")
    return str(_HAPPENED.get((step.from_stage, step.to_stage)) or Stage(step.to_stage).label)


def _who(step: StageStep) -> str:
    return _("By %(name)s.") % {"name": step.by.name} if step.by else ""
