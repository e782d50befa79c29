"""Who is in which stage. In the order of the way; in each stage who waits longest on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Municipality
from keyfigures import deadlines
from keyfigures import stages as way
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation.stage import Button, button
from keyfigures.stages import Stage
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line, Ring, due_for_worker, ring_of
from terms.standing import Promise, promise_of
from ui.phrases import Words, number

SHOWN = 25  # of each stage; the rest stands in the list
ON_BOARD = (Stage.INTERESTED, Stage.INTRODUCTION, Stage.AGREEMENT, Stage.PAUSED)
# The step that is the usual one from here.
_NEXT = {Stage.INTERESTED: way.INVITE_TO_TALK, Stage.INTRODUCTION: way.TO_AGREEMENT, Stage.PAUSED: way.RESUME}


@dataclass(frozen=True, kw_only=True)
class Row:
    """`next`: the usual step, when it needs no questions."""

    name: str
    url: str
    line: Line
    next: Button | None


@dataclass(frozen=True, kw_only=True)
class Group:
    stage: str
    title: str
    rows: Sequence[Row]
    more_url: str


@dataclass(frozen=True, kw_only=True)
class Board:
    title: str
    lead: str
    groups: Sequence[Group]


def board(municipality: Municipality, *, at: datetime) -> Board:
    """Four statements, whatever the number of people."""
    counts = dict(KeyFigure.objects.of_municipality(municipality).values_list("stage").annotate(Count("pk")).order_by())
    figures = _waiting(municipality)
    calendar = calendar_of(municipality)
    uuids = [figure.uuid for figure in figures]
    clocks = {clock.subject: clock for clock in Clock.objects.open().filter(kind__in=[deadlines.STAGE, deadlines.PAUSE], subject__in=uuids)}
    promises = {subject: promise_of(clock, calendar, at) for subject, clock in clocks.items()}
    late = sum(promise.state == "late" for promise in promises.values())
    words = Words(local_date(at))
    groups = []
    for stage in ON_BOARD:
        here = [figure for figure in figures if figure.stage == stage]
        rows = [_row(figure, _line(figure, promises.get(figure.uuid), words)) for figure in here]
        if rows:
            groups.append(Group(stage=stage, title=_titled(stage, counts[stage]), rows=rows, more_url=_list_url(stage) if counts[stage] > len(rows) else ""))
    return Board(title=_title(late, sum(counts.get(stage, 0) for stage in way.WAITS_FOR_US)), lead=_lead(counts), groups=groups)


def _waiting(municipality: Municipality) -> list[KeyFigure]:
    """At most `SHOWN` of each stage, in one statement."""
    here = KeyFigure.objects.of_municipality(municipality).select_related("member__user", "contact_person__user")
    parts = [here.in_stage(stage).order_by("stage_since", "pk")[:SHOWN] for stage in ON_BOARD]
    return list(parts[0].union(*parts[1:], all=True))


def _row(figure: KeyFigure, line: Line) -> Row:
    usual = _NEXT.get(Stage(figure.stage))
    return Row(
        name=figure.name, url=reverse("keyfigures:figure_detail", args=[figure.uuid]), line=line, next=button(figure, usual.name) if usual else None,
    )


def _line(figure: KeyFigure, promise: Promise | None, words: Words) -> Line:
    since = _("Since %(day)s.") % {"day": words.day(figure.stage_since)}
    whose = _("Of %(name)s.") % {"name": figure.contact_person.name} if figure.contact_person else _("Nobody's yet.")
    if promise is None:
        return Line(ring=Ring(state="later"), what="", due=since, meta=whose)
    due, tone = due_for_worker(promise, words)
    return Line(ring=ring_of(promise), what="", due=due, tone=tone, meta=f"{since} {whose}")


def _title(late: int, waiting: int) -> str:
    if late:
        return ngettext("%(number)s person waits too long for a next step", "%(number)s people wait too long for a next step", late) % {"number": number(late)}
    if waiting:
        return ngettext("%(number)s person is on the way", "%(number)s people are on the way", waiting) % {"number": number(waiting)}
    return _("Nobody waits for a next step")


def _lead(counts: dict[str, int]) -> str:
    told = {"active": counts.get(Stage.ACTIVE, 0), "ended": counts.get(Stage.ENDED, 0)}
    return _("Active: %(active)d. Stopped: %(ended)d.") % told


def _titled(stage: str, count: int) -> str:
    return _("%(stage)s: %(count)d") % {"stage": Stage(stage).label, "count": count}


def _list_url(stage: str) -> str:
    return f"{reverse('keyfigures:figure_list')}?{urlencode({'fase': stage})}"
