"""A meeting in words: a row of the list, and the head of its page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures.models.contact import Occasion
from meetings.kinds import Answer, Kind
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from meetings.querysets.attendance import Counts
from terms.days import local_date
from ui.phrases import Words, upper_first
from ui.words import leaf_of


@dataclass(frozen=True, kw_only=True)
class Row:
    """`leaf`: month, day and weekday; `state` how many come, or how it stands with the reader."""

    title: str
    url: str
    leaf: dict[str, Any]
    when: str
    where: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """What the page of a meeting begins with. `facts`: label and words of what is fixed."""

    lead: str
    leaf: dict[str, Any]
    when: str
    place: str
    link: str
    facts: Collection[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A next thing to do on the page of a meeting: a button that leads on. The first one of the page is its main button."""

    label: str
    url: str


def rows(meetings: Iterable[Meeting], *, reader: Membership, at: datetime) -> list[Row]:
    """Two statements: how many come of those that she organises or leads, and her own answers."""
    found, words = list(meetings), Words(local_date(at))
    led = [each for each in found if is_led_by(each, reader)]
    counts = Attendee.objects.counts_of(led)
    own = {each.meeting_id: each for each in Attendee.objects.of(reader).filter(meeting__in=found)}
    return [_row(each, _state(each, counts, own.get(each.pk), words), words) for each in found]


def is_led_by(meeting: Meeting, reader: Membership) -> bool:
    """Of one row what MeetingQuerySet.led_by asks of many: those of her municipality are all she can have."""
    return reader.may("meetings.organise") or (reader.may("meetings.chair") and meeting.chair_id == reader.pk)


def head(meeting: Meeting, *, reader: Membership, at: datetime) -> Head:
    words = Words(local_date(at))
    return Head(
        lead=_lead(meeting, words, reader=reader, at=at),
        leaf=leaf_of(local_date(meeting.starts_at)),
        when=when(meeting, words),
        place=meeting.place,
        link=meeting.link,
        facts=_facts(meeting, is_led=is_led_by(meeting, reader)),
    )


def when(meeting: Meeting, words: Words) -> str:
    """ "Dinsdag 23 juni, 19.30 tot 21.30 uur"."""
    return upper_first(words.period(meeting.starts_at, meeting.ends_at))


def why(occasion: str) -> str:
    return _("In quiet time") if occasion == Occasion.QUIET else _("Because of an incident")


def titles(uuids: Collection[UUID], today: date) -> dict[UUID, str]:
    """Which meeting a promise is about: "Netwerkbijeenkomst zomer, dinsdag 23 juni". One statement."""
    words, meetings = Words(today), Meeting.objects.filter(uuid__in=uuids).only("uuid", "title", "starts_at")
    return {each.uuid: f"{each.title}, {words.day(local_date(each.starts_at))}" for each in meetings}


def where(meeting: Meeting) -> str:
    """In a row: the place, and that it can be done from home."""
    if not meeting.place:
        return _("Online")
    return _("%(place)s, or online") % {"place": meeting.place} if meeting.link else meeting.place


def _row(meeting: Meeting, state: str, words: Words) -> Row:
    return Row(
        title=meeting.title, url=reverse("meetings:meeting_detail", args=[meeting.uuid]), leaf=leaf_of(local_date(meeting.starts_at)),
        when=when(meeting, words), where=where(meeting), state=state,
    )


def _state(meeting: Meeting, counts: Mapping[int, Counts], own: Attendee | None, words: Words) -> str:
    if meeting.state == MeetingState.CANCELLED and meeting.cancelled_at is not None:
        return _("Cancelled on %(day)s") % {"day": words.day_only(local_date(meeting.cancelled_at))}
    if meeting.invited_at is not None and meeting.pk in counts:
        return counted(counts[meeting.pk], is_over=meeting.closed_at is not None)
    if own is None or meeting.invited_at is None:
        return _("Nobody is invited yet")
    return str(Answer(own.answer).label) if own.answer else _("You did not answer yet")


def counted(counts: Counts, *, is_over: bool = False) -> str:
    """ "12 komen, 3 antwoordden nog niet"."""
    coming = ngettext("%(number)d person comes", "%(number)d people come", counts.coming) % {"number": counts.coming}
    told = [coming if counts.coming or is_over else _("Nobody said yes yet")]
    if counts.waiting:
        told.append(ngettext("%(number)d waits for a place", "%(number)d wait for a place", counts.waiting) % {"number": counts.waiting})
    if counts.unanswered and not is_over:
        told.append(ngettext("%(number)d did not answer yet", "%(number)d did not answer yet", counts.unanswered) % {"number": counts.unanswered})
    return ", ".join(told)


def _lead(meeting: Meeting, words: Words, *, reader: Membership, at: datetime) -> str:
    if meeting.state == MeetingState.CANCELLED:
        return _("This meeting does not go on.")
    if meeting.state == MeetingState.CLOSED and meeting.correct_until is not None:
        return _("The report is there. It can be corrected until %(day)s.") % {"day": words.day(meeting.correct_until)}
    if meeting.state == MeetingState.FIXED:
        return _("The report is final.")
    if meeting.ends_at <= at:
        return _("This meeting is over. The report is not there yet.")
    if meeting.invited_at is None and is_led_by(meeting, reader):
        return _("Planned. Nobody is invited yet.")
    return _("%(kind)s of %(municipality)s.") % {"kind": Kind(meeting.kind).label, "municipality": meeting.municipality.name}


def _facts(meeting: Meeting, *, is_led: bool) -> list[tuple[str, str]]:
    """Who leads and until when points can be proposed say the parts of those nouns."""
    facts = [(_("Kind"), str(Kind(meeting.kind).label))]
    if is_led:
        facts.append((_("Why"), why(meeting.occasion)))
    facts.append((_("Questions? Ask"), meeting.organiser.name))
    if meeting.places is not None:
        facts.append((_("Places"), str(meeting.places)))
    return facts
