"""How often is met, in words: a year with its months and kinds, and what a promise about the rhythm is about."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from keyfigures.models.contact import Occasion
from meetings.actions.rhythm import standing_of, with_standing
from meetings.kinds import Kind
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.rhythm import MeetingRhythm
from terms.days import end_of, local_date
from ui.components.figures import Bar
from ui.phrases import Words, lower_first, number, upper_first
from ui.words import month_in_words

FIRST_YEAR, LAST_YEAR = 2020, 2100  # others are a slip of the finger


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One meeting in its month. `url` and `title` only for who may open each of them."""

    words: str
    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Month:
    name: str
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class Year:
    title: str
    lead: str
    bars: Sequence[Bar]
    months: Sequence[Month]
    cancelled: str


@dataclass(frozen=True, kw_only=True)
class _Count:
    held: int
    planned: int
    wanted: int

    @property
    def together(self) -> int:
        return self.held + self.planned


def year_of(reader: Membership, year: int, *, at: datetime) -> Year:
    """Of her municipality. Two statements."""
    found = list(Meeting.objects.in_year(year, reader.municipality))
    meetings = [each for each in found if each.state != MeetingState.CANCELLED]
    counts = _counts(meetings, MeetingRhythm.objects.per_year(reader.municipality), at=at)
    opens = reader.may("meetings.organise")
    return Year(
        title=_title(counts, year, local_date(at).year),
        lead=_lead(meetings),
        bars=_bars(counts),
        months=[_month(date(year, number, 1), meetings, opens=opens, at=at) for number in range(1, 13)],
        cancelled=_cancelled(len(found) - len(meetings)),
    )


def about(uuids: Collection[UUID], today: date) -> dict[UUID, str]:
    """Which kind a promise is about, and when the last one was. One statement."""
    rows, words = with_standing(MeetingRhythm.objects.filter(uuid__in=uuids), end_of(today)), Words(today)
    return {row.uuid: f"{Kind(row.kind).label}. {_last(standing_of(row).last, words)}" for row in rows}


def _last(day: date | None, words: Words) -> str:
    return _("The last one was on %(day)s.") % {"day": words.day_only(day)} if day else _("There was none yet.")


def _counts(meetings: Sequence[Meeting], per_year: Mapping[str, int], *, at: datetime) -> dict[str, _Count]:
    """Of each kind of which a number is wanted, or of which there is one, in the order of the kinds."""
    held = Counter(each.kind for each in meetings if each.ends_at <= at)
    planned = Counter(each.kind for each in meetings if each.ends_at > at)
    counts = {kind: _Count(held=held[kind], planned=planned[kind], wanted=per_year[kind]) for kind in Kind}
    return {kind: count for kind, count in counts.items() if count.together or count.wanted}


def _title(counts: Mapping[str, _Count], year: int, this_year: int) -> str:
    """Of all kinds of which a number is wanted: how it went, or what is still to do."""
    wanted = sum(count.wanted for count in counts.values())
    if not wanted:
        return _("When we met in %(year)d") % {"year": year}
    done = sum(min(count.together, count.wanted) for count in counts.values())
    if year < this_year:
        told = ngettext("%(done)d of the %(wanted)d meeting was held in %(year)d", "%(done)d of the %(wanted)d meetings were held in %(year)d", wanted)
        return told % {"done": done, "wanted": wanted, "year": year}
    if done == wanted:
        return _("All meetings of %(year)d are held or planned") % {"year": year}
    told = ngettext("%(number)s meeting is still to plan in %(year)d", "%(number)s meetings are still to plan in %(year)d", wanted - done)
    return told % {"number": number(wanted - done), "year": year}


def _lead(meetings: Sequence[Meeting]) -> str:
    if not meetings:
        return _("No meeting was held or planned in this year.")
    quiet = sum(each.occasion == Occasion.QUIET for each in meetings)
    incident = len(meetings) - quiet
    if not incident:
        return _("All in quiet time, when nothing was the matter.")
    told = {"quiet": quiet, "incident": incident}
    return _("%(quiet)d in quiet time, %(incident)d because of an incident.") % told


def _bars(counts: Mapping[str, _Count]) -> list[Bar]:
    whole = max((max(count.together, count.wanted) for count in counts.values()), default=0)
    return [
        Bar(
            label=str(Kind(kind).label), value=_("%(number)d held") % {"number": count.held}, number=count.held, whole=whole,
            more=" ".join(filter(None, [_planned(count.planned), _wanted(count.wanted)])),
        )
        for kind, count in counts.items()
    ]


def _planned(count: int) -> str:
    return ngettext("%(number)d more is planned.", "%(number)d more are planned.", count) % {"number": count} if count else _("None is planned.")


def _wanted(count: int) -> str:
    return _("Wanted: %(number)d a year.") % {"number": count} if count else ""


def _month(first: date, meetings: Sequence[Meeting], *, opens: bool, at: datetime) -> Month:
    words = Words(first)
    mine = [each for each in meetings if local_date(each.starts_at).month == first.month]
    return Month(name=upper_first(month_in_words(first)), entries=[_entry(each, words, opens=opens, at=at) for each in mine])


def _entry(meeting: Meeting, words: Words, *, opens: bool, at: datetime) -> Entry:
    day, kind = words.short_day(local_date(meeting.starts_at)), lower_first(str(Kind(meeting.kind).label))
    state = _("held") if meeting.ends_at <= at else _("planned")
    incident = [_("because of an incident")] if meeting.occasion == Occasion.INCIDENT else []
    url = reverse("meetings:meeting_detail", args=[meeting.uuid]) if opens else ""
    return Entry(words=upper_first(", ".join([day, kind, state, *incident])), title=meeting.title if opens else "", url=url)


def _cancelled(count: int) -> str:
    return ngettext("%(number)d meeting was cancelled.", "%(number)d meetings were cancelled.", count) % {"number": count} if count else ""
