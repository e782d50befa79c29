"""What can happen to a promise: made, paused, resumed, kept, ended, given to somebody else.

Callers hold a transaction and the lock on the thing that the promise is about, so a clock is never changed by two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.functions import RandomUUID
from django.db import transaction

from accounts.models import Membership, Municipality
from accounts.prepared import PreparedInsert
from terms import days, ladder, promises
from terms.calendar import Calendar, calendar_of
from terms.models import Clock, Pause
from terms.querysets import ClockQuerySet


@dataclass(frozen=True, kw_only=True)
class NewPromise:
    """`due_on`: a day that was agreed or that the law gives, in place of the working days of its kind."""

    kind: str
    subject: UUID
    owner: Membership
    waiter: Membership | None
    working_days: int | None = None
    due_on: date | None = None


def look_again(clock: Clock, *, after: datetime, calendar: Calendar) -> datetime | None:
    """The next moment at which somebody must hear about this promise, after `after`."""
    if not clock.is_open:
        return None
    if clock.paused_until is not None:
        return calendar.office_opens_on(calendar.add(clock.paused_until, 1))
    return ladder.next_moment(
        promises.named(clock.kind).ladder,
        days.local_date(clock.due_at),
        after=after,
        add=calendar.add,
        opens_on=calendar.office_opens_on,
    )


_insert = PreparedInsert(Clock)


def start_all(
    new: Iterable[NewPromise], *, municipality: Municipality, at: datetime, calendar: Calendar | None = None,
) -> list[Clock]:
    """Make promises with one INSERT. Each is due after its kind's working days, counted from `at`."""
    calendar = calendar or calendar_of(municipality)
    clocks = []
    for promise in new:
        working_days, due_at = _term(promise, calendar, at)
        clock = Clock(
            municipality=municipality,
            kind=promise.kind,
            subject=promise.subject,
            owner=promise.owner,
            waiter=promise.waiter,
            promised_at=at,
            working_days=working_days,
            due_at=due_at,
        )
        clock.look_again_at = look_again(clock, after=at, calendar=calendar)
        clocks.append(clock)
    _insert(clocks)
    return clocks


def _term(promise: NewPromise, calendar: Calendar, at: datetime) -> tuple[int, datetime]:
    """How many working days it has, and until when. A day that is over already becomes today: a clock never begins late."""
    if promise.due_on is not None:
        today = days.local_date(at)
        last = max(promise.due_on, today)
        return calendar.between(today, last), days.end_of(last)
    working_days = promise.working_days or calendar.working_days(promise.kind, promises.named(promise.kind).working_days)
    return working_days, calendar.due_at(at, working_days)


def pause_all(subject: UUID, *, at: datetime, reason: str, until: date) -> None:
    """Stop every running promise about `subject` until the end of `until`, or earlier when resumed."""
    for clock in Clock.objects.open().about(subject).filter(paused_at=None).select_related("municipality"):
        clock.paused_at, clock.pause_reason, clock.paused_until = at, reason, until
        clock.look_again_at = look_again(clock, after=at, calendar=calendar_of(clock.municipality))
        clock.save(update_fields=["paused_at", "pause_reason", "paused_until", "look_again_at"])


def resume_one(clock: Clock, *, at: datetime) -> None:
    """Let this clock run on when its pause is over."""
    _resume(clock, at=at, calendar=calendar_of(clock.municipality))


def resume_all(subject: UUID, *, at: datetime) -> None:
    """Let every paused promise about `subject` run on; its day moves by the working days that it stood still."""
    for clock in Clock.objects.open().about(subject).filter(paused_at__isnull=False).select_related("municipality"):
        _resume(clock, at=at, calendar=calendar_of(clock.municipality))


@transaction.atomic
def _resume(clock: Clock, *, at: datetime, calendar: Calendar) -> None:
    if clock.paused_at is None:
        return
    stood_still = calendar.between(days.local_date(clock.paused_at), days.local_date(at))
    before = clock.due_at
    clock.due_at = days.end_of(calendar.add(days.local_date(before), stood_still))
    Pause.objects.create(
        clock=clock,
        reason=clock.pause_reason,
        paused_at=clock.paused_at,
        resumed_at=at,
        due_before=before,
        due_after=clock.due_at,
    )
    clock.paused_at, clock.pause_reason, clock.paused_until = None, "", None
    clock.look_again_at = look_again(clock, after=at, calendar=calendar)
    clock.save(update_fields=["paused_at", "pause_reason", "paused_until", "due_at", "look_again_at"])


def keep(subject: UUID, *, at: datetime, kinds: Iterable[str]) -> None:
    """The promises of these kinds about `subject` are kept now."""
    Clock.objects.open().about(subject).filter(kind__in=list(kinds)).update(
        kept_at=at, look_again_at=None, paused_at=None, paused_until=None, pause_reason="",
    )


def reopen(subject: UUID, *, kind: str, kept_at: datetime, at: datetime) -> bool:
    """What kept the promise at that moment was a mistake: it is open again, in place of the one that came after it.

    False when no promise was kept then, or when the one after it was kept meanwhile: then nothing changes.
    """
    about = Clock.objects.about(subject).filter(kind=kind)
    if about.filter(kept_at__gt=kept_at).exists() or not about.filter(kept_at=kept_at).exists():
        return False
    end(subject, at=at, kinds=[kind])
    return bool(about.filter(kept_at=kept_at).update(kept_at=None, look_again_at=at))


def end(subject: UUID, *, at: datetime, kinds: Iterable[str] | None = None) -> None:
    """These promises about `subject` (all, without `kinds`) are no longer wanted; nobody hears of them any more."""
    clocks = Clock.objects.open().about(subject)
    if kinds is not None:
        clocks = clocks.filter(kind__in=list(kinds))
    _end(clocks, at)


def _end(clocks: ClockQuerySet, at: datetime) -> None:
    clocks.update(ended_at=at, look_again_at=None, paused_at=None, paused_until=None, pause_reason="")


def end_all(subjects: Iterable[UUID], *, at: datetime) -> None:
    """Every promise about each of these `subjects` is no longer wanted."""
    _end(Clock.objects.open().filter(subject__in=list(subjects)), at)


def move_all(due_on: Mapping[UUID, date], *, kind: str, at: datetime) -> None:
    """The open promise of this kind about each subject gets another last day; when it was made stays as it was.

    A day that is over becomes today: nothing becomes late by moving. What was late already stays so by the day that it then has.
    Whoever owes it hears anew how it stands.
    """
    today, moved = days.local_date(at), []
    clocks = Clock.objects.open().filter(subject__in=list(due_on), kind=kind).select_for_update(of=("self",)).select_related("municipality")
    calendars: dict[int, Calendar] = {}
    for clock in clocks.order_by("pk"):
        calendar = calendars.get(clock.municipality_id) or calendars.setdefault(clock.municipality_id, calendar_of(clock.municipality))
        last = max(due_on[clock.subject], min(days.local_date(clock.due_at), today))
        clock.due_at, clock.working_days = days.end_of(last), calendar.between(days.local_date(clock.promised_at), last)
        clock.look_again_at = clock.look_again_at if clock.is_paused else at
        moved.append(clock)
    Clock.objects.bulk_update(moved, ["due_at", "working_days", "look_again_at"])


def give_to(subject: UUID, *, owner: Membership, at: datetime) -> None:
    """Another member owes the open promises about `subject` from now on, and hears what is due of them."""
    Clock.objects.open().about(subject).update(owner=owner)
    # Who takes over hears of the rung where the promise stands; the old owner's messages are no longer wanted.
    Clock.objects.open().about(subject).filter(paused_at=None).update(look_again_at=at)


def wait_no_more(subjects: Iterable[UUID]) -> None:
    """Who waited for these promises left: they stay promises of who owes them, to nobody in particular."""
    Clock.objects.filter(subject__in=list(subjects)).update(waiter=None)


def forget(subjects: Iterable[UUID], *, at: datetime) -> None:
    """Keep when these promises were made and kept, but not for whom nor about what. Nobody can keep one that is still open: it ends."""
    about = list(subjects)
    end_all(about, at=at)
    Clock.objects.filter(subject__in=about).update(waiter=None, subject=RandomUUID())
