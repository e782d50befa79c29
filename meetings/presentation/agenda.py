"""The agenda in words: what stands on it, from whom, how long, and what the reader can do with it.

Who brought a point in is told by name to who organises or leads the meeting only. Others read from which side it comes.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from accounts.models import Membership
from meetings import agenda
from meetings.actions.agenda import keeper_of, keeps, may_propose
from meetings.kinds import Aim, BroughtBy
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation.meeting import Step, is_led_by
from meetings.presentation.said import Said
from terms.days import local_date
from ui.phrases import Words, number

_YOURS = Said(gettext_lazy("Your point"), pgettext_lazy("official", "Your point"))


@dataclass(frozen=True, kw_only=True)
class Point:
    """`meta`: aim, minutes and from whom. `ways`: the value and the label of each button that puts it elsewhere."""

    uuid: str
    title: str
    url: str
    explanation: str
    meta: str
    order_url: str = ""
    ways: Collection[tuple[str, str]] = ()


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """`until`: how long points can be proposed, or that it is closed. `warning`: it does not fit in the time."""

    points: Sequence[Point]
    lead: str
    until: str
    warning: str
    propose_url: str
    is_kept: bool


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Agenda | None:
    """Until the report is there, which shows the points with what was said. One statement."""
    if meeting.closed_at is not None:
        return None
    items = list(AgendaItem.objects.of_meeting(meeting).with_people())
    is_kept = keeps(meeting, reader, at)
    can_order = is_kept and meeting.state == MeetingState.PLANNED
    return Agenda(
        points=[_point(each, place, len(items), meeting, reader, can_order=can_order) for place, each in enumerate(items)],
        lead=total_words(meeting, items),
        until=until_words(meeting, at) if meeting.state == MeetingState.PLANNED else "",
        warning=too_long_words(meeting, items),
        propose_url=reverse("meetings:agenda_new", args=[meeting.uuid]) if may_propose(meeting, reader, at) else "",
        is_kept=is_kept,
    )


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:
    """Everybody who is invited can propose a point while the agenda is open."""
    if not may_propose(meeting, reader, at):
        return None
    return Step(label=_("Propose a point"), url=reverse("meetings:agenda_new", args=[meeting.uuid]))


def total_words(meeting: Meeting, items: Sequence[AgendaItem]) -> str:
    """ "Drie punten, samen 45 minuten. De bijeenkomst duurt 120 minuten."."""
    if not items:
        return ""
    points = ngettext("%(number)s point", "%(number)s points", len(items)) % {"number": number(len(items))}
    named = {"points": points, "total": _total(items), "length": agenda.length(meeting.starts_at, meeting.ends_at)}
    return _("%(points)s, together %(total)d minutes. The meeting lasts %(length)d minutes.") % named


def too_long_words(meeting: Meeting, items: Sequence[AgendaItem]) -> str:
    over = _total(items) - agenda.length(meeting.starts_at, meeting.ends_at)
    if over <= 0:
        return ""
    told = ngettext("The points take %(over)d minute longer than the meeting.", "The points take %(over)d minutes longer than the meeting.", over)
    return told % {"over": over}


def until_words(meeting: Meeting, at: datetime) -> str:
    """Until when everybody can propose; else since when that is over, and whom to call."""
    words, last = Words(local_date(at)), meeting.agenda_closes_on
    if agenda.is_open(closes_on=last, starts_at=meeting.starts_at, at=at):
        if last is None:
            return _("You can propose points until the meeting begins.")
        return _("You can propose points until and including %(day)s.") % {"day": words.day(last)}
    named = {"name": keeper_of(meeting, at).name}
    if last is not None and last < local_date(at):
        return _("The agenda is closed since %(day)s. Call %(name)s if your point cannot wait.") % {**named, "day": words.day(last)}
    return _("The meeting has begun: the agenda is closed. Tell %(name)s your point.") % named


def source(item: AgendaItem, *, reader: Membership, is_led: bool) -> str:
    """From whom it comes, as far as this reader may know."""
    if item.proposed_by_id == reader.pk:
        return _YOURS.to(reader)
    if is_led and item.proposed_by is not None:
        return _("From %(name)s") % {"name": item.proposed_by.name}
    return side(item)


def side(item: AgendaItem) -> str:
    """From which side it comes, for everybody."""
    told: dict[str, str] = {
        BroughtBy.KEY_FIGURE: _("From a key figure"), BroughtBy.MUNICIPALITY: _("From the municipality"), BroughtBy.CHAIR: _("From the chair"),
    }
    return told[item.brought_by]


def meta_of(item: AgendaItem, *, reader: Membership, is_led: bool) -> str:
    minutes = ngettext("%(minutes)d minute", "%(minutes)d minutes", item.minutes) % {"minutes": item.minutes}
    return f"{Aim(item.aim).label}, {minutes}. {source(item, reader=reader, is_led=is_led)}"


def point_page(item: AgendaItem, *, reader: Membership, at: datetime) -> dict[str, Any]:
    """What the page of one point says, and what the reader can do with it."""
    meeting = item.meeting
    is_there, is_kept = item.withdrawn_at is None and meeting.closed_at is None, keeps(meeting, reader, at)
    return {
        "item": item,
        "meta": meta_of(item, reader=reader, is_led=is_led_by(meeting, reader)),
        "state": _state(item, Words(local_date(at))),
        "because": item.taken_off_because or item.moved_because,
        "meeting_url": reverse("meetings:meeting_detail", args=[meeting.uuid]) if Meeting.objects.visible_to(reader).filter(pk=meeting.pk).exists() else "",
        "can_withdraw": is_there and item.proposed_by_id == reader.pk and may_propose(meeting, reader, at),
        "is_kept": is_there and is_kept,
    }


def _state(item: AgendaItem, words: Words) -> str:
    """What happened to it; empty for a point that simply stands on the agenda."""
    if item.taken_off_because:
        return _("This point does not come on the agenda.")
    if item.withdrawn_at is not None:
        return _("This point was taken back on %(day)s.") % {"day": words.day(local_date(item.withdrawn_at))}
    if item.moved_because:
        return _("This point comes at a later meeting: %(day)s.") % {"day": words.day(local_date(item.meeting.starts_at))}
    return ""


def _point(item: AgendaItem, place: int, count: int, meeting: Meeting, reader: Membership, *, can_order: bool) -> Point:
    return Point(
        uuid=str(item.uuid), title=item.title, explanation=item.explanation, url=reverse("meetings:point_detail", args=[item.uuid]),
        meta=meta_of(item, reader=reader, is_led=is_led_by(meeting, reader)),
        order_url=reverse("meetings:point_order", args=[item.uuid]) if can_order and count > 1 else "",
        ways=_ways(place, count),
    )


def _ways(place: int, count: int) -> list[tuple[str, str]]:
    """Only what changes something. Below the first place, "up" is the same as "first"."""
    ways = [(agenda.FIRST, _("Put first"))] if place > 1 else []
    ways += [(agenda.UP, pgettext("order", "Up"))] if place > 0 else []
    return ways + ([(agenda.DOWN, pgettext("order", "Down"))] if place < count - 1 else [])


def _total(items: Sequence[AgendaItem]) -> int:
    return sum(each.minutes for each in items)
