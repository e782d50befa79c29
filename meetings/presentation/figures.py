"""Meetings in figures: a sentence first, then bars, and the same numbers in a table. What is about fewer than five people is not told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from indicators.registry import Period
from keyfigures.balance import last_quarter_ended
from keyfigures.presentation.balance import bar_of
from keyfigures.suppression import SMALL, Shown, rounded
from meetings.figures import Attendance, Counted, counted
from meetings.presentation.rhythm import year_of
from meetings.querysets.shares import Share
from terms.days import local_date
from ui.components.figures import Bar
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Part:
    """`bars` are drawn, and their numbers stand in a table too."""

    name: str
    title: str
    sentence: str
    bars: Sequence[Bar]


@dataclass(frozen=True, kw_only=True)
class Figures:
    title: str
    until: str
    parts: Sequence[Part]


def figures_of(reader: Membership, *, at: datetime) -> Figures:
    """Of her municipality. Eight statements."""
    words, until = Words(local_date(at)), last_quarter_ended(local_date(at))
    found = counted(reader.municipality, Period.year_until(until))
    year = year_of(reader, words.today.year, at=at)
    this_year = Part(name="year", title=_("This year, per kind"), sentence=f"{year.title}.", bars=year.bars)
    return Figures(title=_title(found.outside), until=words.day_only(until), parts=[this_year, *(_parts(found) if found.quiet.of else [])])


def _title(outside: Share) -> str:
    if not outside.of:
        return _("No meeting was held in this year")
    told = ngettext("%(part)d of the %(of)d meeting had a chair from outside", "%(part)d of the %(of)d meetings had a chair from outside", outside.of)
    return told % {"part": outside.part, "of": outside.of}


def _parts(found: Counted) -> list[Part]:
    outside, quiet, answered = found.outside, found.quiet, found.answered
    return [
        Part(
            name="outside", title=_("Who led it"), sentence=_("Whoever leads from outside makes it easier to speak freely."),
            bars=_pair(outside, _("Chair from outside"), _("Somebody of the municipality, or not declared")),
        ),
        Part(
            name="quiet", title=_("Why we met"), sentence=_("Trust grows in quiet time."),
            bars=_pair(quiet, _("In quiet time"), _("Because of an incident")),
        ),
        Part(
            name="answered", title=_("What was done with it"),
            sentence=_told(answered, _("%(part)d of the %(of)d points got an answer in time.")) or _("No answer had to be given yet."),
            bars=_pair(answered, _("Answered in time"), _("Too late, or not yet")),
        ),
        _points(found),
        _attendance(found.attendance),
    ]


def _told(share: Share, text: str) -> str:
    return text % {"part": share.part, "of": share.of} if share.of else ""


def _pair(share: Share, first: str, second: str) -> list[Bar]:
    """Numbers of meetings and of answers, not of people: exact."""
    rest = share.of - share.part
    return [
        Bar(label=first, value=str(share.part), number=share.part, whole=share.of or 1, tone="kept"),
        Bar(label=second, value=str(rest), number=rest, whole=share.of or 1, tone="middle"),
    ]


def _points(found: Counted) -> Part:
    """Points are of people: rounded, and not told when fewer than five key figures proposed them."""
    hers = shown_points(found.points, found.proposers)
    return Part(
        name="points", title=_("Who brought in what"), sentence=_("How many points of the agenda came from key figures."),
        bars=_rounded_bars({_("Points from key figures"): hers, _("All points"): rounded(found.points.of)}),
    )


def shown_points(points: Share, proposers: int) -> Shown:
    """Of key figures."""
    return _shown(points.part, proposers)


def _attendance(found: Attendance) -> Part:
    """Of people: rounded, and not told when fewer than five were there."""
    numbers = {_("Invited"): found.invited, _("Said yes"): found.coming, _("Was there"): found.present}
    return Part(
        name="attendance", title=_("Who was there"), sentence=_("Of all invitations together, without names."),
        bars=_rounded_bars({label: _shown(number, found.people) for label, number in numbers.items()}),
    )


def _rounded_bars(numbers: dict[str, Shown]) -> list[Bar]:
    """As long as the largest number that is told: the exact whole would tell what was rounded off."""
    whole = max((number or 0 for number in numbers.values()), default=0) or 1
    return [bar_of(label, number, whole) for label, number in numbers.items()]


def _shown(number: int, people: int) -> Shown:
    return rounded(number) if people >= SMALL else (None if number else 0)
