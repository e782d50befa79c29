"""What waits for an official, of all apps together: the start page of who works for the municipality."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.deputies import stands_in_for
from accounts.models import Absence, Membership
from approach.lesson_desk import aside_again
from approach.page_desk import runs_out
from approach.support_desk import ComingUp, coming_up
from keyfigures.desk import NotSpoken, longest_not_spoken
from meetings.desk import GoesOn, NextLed, next_led, tensions_now
from notifications.reminders import asked_to_help
from signals import desk, reporting
from signals.reporting import ClockStatus
from terms import promises, tasks
from terms.calendar import calendar_of
from terms.days import local_date
from terms.models import Clock
from terms.presentation import Line
from terms.tasks import Groups, TaskRow
from ui.phrases import Words, number, number_within

SHOWN = 200  # promises that are read
PAGE = 25  # of one group
LATER = 5
PERIOD = timedelta(days=91)  # three months


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Of how many promises that had to be kept in three months, how many were kept in time."""

    in_time: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Today:
    """`asked`: late promises of others, with which she is asked to help; `is_asked_later`: only when they stay late.

    `clocks`: of the reporting point. `not_spoken`: whom to call when nobody waits. `tensions` go on now; `may_begin` one.
    `next_led`: the meeting that she leads next. `coming`: what the approach rests on, and ends or changes.
    """

    groups: Groups
    asked: Sequence[Line]
    is_asked_later: bool
    clocks: ClockStatus | None
    kept: Kept | None
    absence: Absence | None
    not_spoken: NotSpoken | None
    tensions: Sequence[GoesOn]
    may_begin: bool
    next_led: NextLed | None
    coming: Sequence[ComingUp]


def today_of(member: Membership, *, at: datetime) -> Today:
    """A constant number of statements, whatever waits."""
    asked_clocks, calendar = asked_to_help(member, at=at), calendar_of(member.municipality)
    clocks_of_hers = _clocks(member, asked_clocks, local_date(at))
    owed = tasks.owed(clocks_of_hers, calendar, at, reader=member)
    reports = desk.waits_for(member, at=at) if member.may("signals.handle") else []
    groups = tasks.grouped([*owed, *reports], local_date(at))
    asked = [*desk.helping(asked_clocks, member, at=at), *tasks.helping(_closed_to(member, asked_clocks), calendar, at)]
    clocks = reporting.clock_status(member.municipality, at=at) if member.may("signals.clock_status") else None
    return Today(
        groups=groups,
        asked=asked,
        is_asked_later=not asked and member.may("signals.escalated") and clocks is not None and clocks.late > 0,
        clocks=clocks,
        kept=_kept(member, at),
        absence=_absence(member, local_date(at)),
        not_spoken=longest_not_spoken(member, today=local_date(at)) if member.may("keyfigures.manage") and not groups.now else None,
        tensions=tensions_now(member),
        may_begin=member.may("meetings.organise"),
        next_led=next_led(member, at=at),
        coming=_coming(member, local_date(at), owed={each.subject for each in clocks_of_hers}),
    )


def may_owe(member: Membership) -> bool:
    """Whether anybody can ever wait for her, by what she may do here."""
    return bool(promises.with_task(member.permissions)) or member.may("signals.handle") or member.may("signals.escalated")


def _coming(member: Membership, today: date, *, owed: Collection[UUID]) -> list[ComingUp]:
    """What she owes stands in her list by its own day, and not here too."""
    ahead = [each for each in coming_up(member, today=today) if each.subject not in owed]
    return [*ahead, *aside_again(member, today=today), *runs_out(member, today=today)]


def _clocks(member: Membership, asked: Sequence[Clock], today: date) -> list[Clock]:
    """Her promises and those of whom she stands in for, in one question; and those of a colleague that she is asked to keep.

    What is private stays with who owes it.
    """
    others = stands_in_for(member, on=today) if member.may("accounts.absence") else []
    owed = Clock.objects.open().owed_by([member.pk, *others], municipality=member.municipality_id).filter(kind__in=promises.with_task())
    owed = owed.exclude(~Q(owner=member), kind__in=promises.private())
    clocks = {clock.pk: clock for clock in owed.for_rows()[:SHOWN]}
    clocks |= {clock.pk: clock for clock in asked if clock.kind in promises.with_task(member.permissions)}
    return [clock for clock in clocks.values() if clock.waiter_id != member.pk]


def _closed_to(member: Membership, asked: Sequence[Clock]) -> list[Clock]:
    """Those that she may not open: she hears which kind of promise it is and whom to ask, not who waits."""
    closed = set(promises.with_task()) - set(promises.with_task(member.permissions))
    return [clock for clock in asked if clock.kind in closed]


def _kept(member: Membership, at: datetime) -> Kept | None:
    in_time, of = Clock.objects.kept_by(member, since=at - PERIOD, at=at)
    return Kept(in_time=in_time, of=of) if of else None


def _absence(member: Membership, today: date) -> Absence | None:
    """Her own that is now, or comes first."""
    return member.absences.not_over_on(today).for_list().first() if member.may("accounts.absence") else None


def title_of(work: Today) -> str:
    """The answer to "how does it stand?" in one sentence."""
    late = _people(work.groups.late)
    if late:
        return ngettext("%(number)s person waits too long", "%(number)s people wait too long", late) % {"number": number(late)}
    asked = len(work.asked)
    if asked:
        return ngettext("%(number)s late promise waits for your help", "%(number)s late promises wait for your help", asked) % {"number": number(asked)}
    now = _people(work.groups.today)
    if now:
        return ngettext("%(number)s person hears from you today", "%(number)s people hear from you today", now) % {"number": number(now)}
    if work.clocks is not None and work.clocks.late:
        return ngettext(
            "%(number)s promise of the reporting point is late", "%(number)s promises of the reporting point are late", work.clocks.late,
        ) % {"number": number(work.clocks.late)}
    return _("Nobody waits for you")


def lead_of(work: Today, *, may_owe: bool = True) -> str:
    """With what to begin, and how much there is after it. Who can owe nobody anything (not `may_owe`) reads that."""
    now = work.groups.now
    if not now:
        return _lead_when_calm(work) if may_owe or work.asked else _("You promised nobody anything here.")
    begin = _("Start with %(name)s.") % {"name": now[0].who} if now[0].who else _("Start at the top.")
    rest = len(now) - 1
    if not rest:
        return begin
    more = ngettext("After that there is %(number)s thing more today.", "After that there are %(number)s things more today.", rest)
    return f"{begin} {more % {'number': number_within(rest)}}"


def _lead_when_calm(work: Today) -> str:
    if work.asked:
        return _("Start at the top.")
    if work.is_asked_later:
        return _("A colleague is asked to help. If it stays late, we ask you.")
    if work.clocks is not None and work.clocks.late and (work.groups.week or work.groups.later):
        return _("What you promised yourself is on time.")
    return _("All promises are on time.") if work.groups.week or work.groups.later else _("There is nothing that has to be done today.")


def _people(rows: Sequence[TaskRow]) -> int:
    """Who waits for two things is one person; what nobody waits for counts as one."""
    return len({row.waiter for row in rows if row.waiter is not None}) + sum(row.waiter is None for row in rows)


@dataclass(frozen=True, kw_only=True)
class Group:
    """A part of the list. `more`: how many stand below what is shown."""

    name: str
    title: str
    rows: Sequence[TaskRow]
    more: int = 0


def groups_of(work: Today) -> list[Group]:
    """Late, today, this week, in this order on every page; an empty group is not there."""
    later = [] if work.groups.now else work.groups.later[:LATER]
    parts = (
        ("late", _("Too late"), work.groups.late), ("today", _("Today"), work.groups.today), ("week", _("This week"), work.groups.week),
        ("later", _("Coming up"), later),
    )
    return [Group(name=name, title=title, rows=rows[:PAGE], more=max(len(rows) - PAGE, 0)) for name, title, rows in parts if rows]


def absence_words(absence: Absence, words: Words) -> str:
    told = {"first": words.day_only(absence.first_date), "last": words.day_only(absence.last_date)}
    if absence.first_date <= words.today:
        return _("You are away until and including %(last)s") % told
    return _("You are away from %(first)s until and including %(last)s") % told
