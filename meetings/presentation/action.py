"""Action points in words: on the page of the meeting, in its report, and one by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings.actions.action import is_asked_first
from meetings.models.agenda import ActionPoint
from meetings.models.meeting import Meeting
from meetings.presentation.meeting import is_led_by
from meetings.reports import is_there
from terms.days import local_date
from terms.presentation import Hero, Line, Ring, state_of_task
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Row:
    """`url` is empty for who only reads it."""

    title: str
    line: Line
    url: str


@dataclass(frozen=True, kw_only=True)
class Section:
    """`before`: still open from earlier meetings, for who prepares this one."""

    rows: Sequence[Row]
    before: Sequence[Row]


def rows_of(actions: Iterable[ActionPoint], *, reader: Membership | None, is_led: bool, today: date) -> list[Row]:
    """Without a statement. Who organises or leads reads who does it; others, and everybody on paper (no `reader`), of a key figure only that she is one."""
    words = Words(today)
    return [_row(each, words, reader=reader, is_led=is_led) for each in actions]


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Section | None:
    """One statement; for who prepares a meeting what is still open from the ones before it, of the same kind."""
    is_led, today = is_led_by(meeting, reader), local_date(at)
    if is_there(meeting):
        found = rows_of(ActionPoint.objects.of_meeting(meeting).with_people(), reader=reader, is_led=is_led, today=today)
        return Section(rows=found, before=[]) if found else None
    if not is_led or meeting.ends_at <= at:
        return None
    before = rows_of(open_before(meeting, reader=reader), reader=reader, is_led=True, today=today)
    return Section(rows=[], before=before) if before else None


def open_before(meeting: Meeting, *, reader: Membership) -> "Iterable[ActionPoint]":
    """What was taken on in earlier meetings of this kind and is not done yet. A chair sees nothing of what another one led."""
    earlier = ActionPoint.objects.visible_to(reader).begun().not_done().filter(
        municipality=meeting.municipality_id, meeting__kind=meeting.kind, meeting__starts_at__lt=meeting.starts_at,
    )
    return earlier.with_people().order_by("due_on", "pk")


def owner_of(action: ActionPoint, *, reader: Membership | None, is_led: bool) -> str:
    """Who came is shown to nobody: of a key figure others read only that she is one."""
    if reader is not None and action.owner_id == reader.pk:
        return _("You") if reader.may("keyfigures.own") else _("You yourself")
    if is_led or not is_asked_first(action.owner):
        return action.owner.name
    return _("A key figure")


def state_of(action: ActionPoint, words: Words) -> tuple[str, str, str]:
    """State of the ring, the line in words, and its tone."""
    if action.done_at is not None:
        return state_of_task(action.due_on, words, ended_at=action.done_at)
    if action.dropped_at is not None:
        return "later", _("Nobody does it: %(because)s") % {"because": action.dropped_because}, ""
    if action.declined_at is not None:
        return "later", _("Somebody else is sought"), ""
    if action.accepted_at is None:
        return "later", _("Asked, not answered yet"), ""
    return state_of_task(action.due_on, words, ended_at=None)


def hero(action: ActionPoint, *, reader: Membership, today: date) -> Hero:
    """One action point as a sentence, to who does it and to who organises."""
    words = Words(today)
    state, due, _tone = state_of(action, words)
    by, name = words.by(action.due_on), action.owner.name
    is_own = reader.pk == action.owner_id
    if action.dropped_at is not None:
        day = words.day(local_date(action.dropped_at))
        return Hero(ring=Ring(state=state), title=_("Nobody does this, since %(day)s") % {"day": day}, sentences=[action.dropped_because])
    if is_own and action.accepted_at is None and action.declined_at is None:
        no_reason = _("You may say no. You need not say why, and nothing else changes.")
        return Hero(ring=Ring(state="you"), title=_("Do you want to do this, %(by)s?") % {"by": by}, sentences=[no_reason])
    if action.done_at is not None:
        return Hero(ring=Ring(state=state), title=_("This is done"), sentences=[f"{due}."])
    if action.declined_at is not None:
        told = _("You said no. That is fine.") if is_own else _("%(name)s does not do this. Who does?") % {"name": name}
        return Hero(ring=Ring(state=state), title=told, sentences=[])
    if action.accepted_at is None:
        return Hero(ring=Ring(state=state), title=_("%(name)s is asked and did not answer yet") % {"name": name}, sentences=[])
    doer = owner_of(action, reader=reader, is_led=True)
    title = _("You do this, %(by)s") % {"by": by} if is_own and reader.may("keyfigures.own") else _("%(name)s does this, %(by)s") % {"name": doer, "by": by}
    return Hero(ring=Ring(state=state), title=title, sentences=[f"{due}."] if state == "late" else [])


def _row(action: ActionPoint, words: Words, *, reader: Membership | None, is_led: bool) -> Row:
    state, due, tone = state_of(action, words)
    owner = owner_of(action, reader=reader, is_led=is_led)
    line = Line(ring=Ring(state=state), what=owner if action.declined_at is None and action.dropped_at is None else "", due=due, tone=tone)
    may_open = is_led or (reader is not None and action.owner_id == reader.pk)
    return Row(title=action.text, line=line, url=reverse("meetings:action_detail", args=[action.uuid]) if may_open else "")
