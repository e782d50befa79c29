"""Climbing the ladder of every promise: who must hear what now?

Level-triggered: each run asks which rung was reached and not yet told. A run too many tells nobody twice (the key of
the message is clock, due day and rung), a run missed for days is made good by the next.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.deputies import deputy_of, stand_in, team_lead_of
from accounts.models import Membership
from accounts.roles import Role
from notifications import kinds
from notifications.models import Message, Necessity, State
from notifications.outbox import Notice, enqueue
from terms import clocks, days, ladder, promises
from terms.calendar import Calendar, calendar_of
from terms.ladder import Rung
from terms.models import Clock
from ui.phrases import lower_first

BATCH = 50  # promises that one transaction holds: whoever works on one of them waits that long
ASK_AGAIN = timedelta(minutes=5)  # when somebody is busy with what the promise is about
REMINDER = "notifications.reminder"
ESCALATION = "notifications.escalation"


def still_wanted(message: Message) -> bool:
    """The promise is open, due on the same day as when this was written, and the recipient may hear of it."""
    clock, recipient = message.clock, message.recipient
    if clock is None or recipient is None or not clock.is_open or clock.is_paused:
        return False
    if not message.key.startswith(_key(clock)):
        return False
    return promises.named(clock.kind).still_wanted(clock, recipient)


def register_kinds() -> None:
    kinds.register(
        kinds.NoticeKind(
            kind=REMINDER,
            sentence=_("You promised somebody an answer. The day is near."),
            necessity=Necessity.REMINDER,
            still_wanted=still_wanted,
        ),
        kinds.NoticeKind(
            kind=ESCALATION,
            sentence=_("A promise to answer somebody is late. You are asked to help."),
            still_wanted=still_wanted,
        ),
    )


def _key(clock: Clock) -> str:
    return f"clock:{clock.uuid}:{days.local_date(clock.due_at).isoformat()}:"


def _person(rung: Rung, clock: Clock, on: date) -> Membership | None:
    owner = clock.owner
    if rung.who == "owner":
        return stand_in(owner, on=on)
    if rung.who == "deputy":
        deputy = deputy_of(owner, on=on)
        return stand_in(deputy, on=on) if deputy else None
    return team_lead_of(clock.municipality, on=on)


def _notices(clock: Clock, calendar: Calendar, at: datetime) -> list[Notice]:
    kind = promises.named(clock.kind)
    rungs = ladder.reached(
        kind.ladder, days.local_date(clock.due_at), at=at, add=calendar.add, opens_on=calendar.office_opens_on,
    )
    notices = []
    for rung in rungs:
        person = _person(rung, clock, days.local_date(at))
        if person is None:
            continue
        notices.append(
            Notice(
                key=f"{_key(clock)}{rung.name}",
                kind=REMINDER if rung.who == "owner" else ESCALATION,
                recipient=person,
                path=kind.path(clock, person),
                subject=clock.subject,
                clock=clock,
            ),
        )
    return notices


@transaction.atomic
def _climb_batch(at: datetime, calendars: dict[int, Calendar]) -> int:
    due = Clock.objects.to_look_at(at).select_for_update(skip_locked=True, of=("self",))
    batch = list(due.select_related("municipality", "owner__user", "owner__deputy__user").order_by("look_again_at", "pk")[:BATCH])
    notices: list[Notice] = []
    for clock in batch:
        calendar = calendars.get(clock.municipality_id) or calendars.setdefault(
            clock.municipality_id, calendar_of(clock.municipality),
        )
        if clock.is_paused:
            resume = promises.named(clock.kind).resume
            if resume is None:
                clocks.resume_one(clock, at=at)
            else:
                resume(clock, at)
            clock.refresh_from_db()
        if clock.is_paused:
            clock.look_again_at = at + ASK_AGAIN
            continue
        notices += _notices(clock, calendar, at)
        clock.look_again_at = clocks.look_again(clock, after=at, calendar=calendar)
    Clock.objects.bulk_update(batch, ["look_again_at"])
    enqueue(*notices, at=at)
    return len(batch)


def queue_clock_reminders(*, at: datetime) -> int:
    """Promise a message for every rung reached; returns how many promises were looked at. Memory is one batch."""
    calendars: dict[int, Calendar] = {}
    looked_at = 0
    while count := _climb_batch(at, calendars):
        looked_at += count
    return looked_at


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody who was asked to help with a late promise. `role`: as what she was asked, in the municipality's words."""

    name: str
    role: str


def asked_about_all(late: Iterable[Clock]) -> dict[int, list[Asked]]:
    """Whom we asked since each promise became late, first asked first: shown to the person who waits. One statement."""
    asked: dict[int, list[Asked]] = {}
    for message, clock in _escalations(Message.objects.filter(clock__in=list(late))):
        if message.recipient is not None:
            asked.setdefault(clock.pk, []).append(Asked(name=message.recipient.name, role=_asked_as(message, clock)))
    return asked


def asked_to_help(member: Membership, *, at: datetime) -> list[Clock]:
    """The late promises of somebody else about which the ladder reached her, longest late first. One statement."""
    messages = Message.objects.filter(recipient=member, clock__in=Clock.objects.late_at(at))
    clocks = {clock.pk: clock for _message, clock in _escalations(messages)}
    return sorted(clocks.values(), key=lambda clock: (clock.due_at, clock.pk))


def _escalations(messages: QuerySet[Message]) -> Iterator[tuple[Message, Clock]]:
    """Requests to help that hold for the day on which the promise is due now, not for a day before it moved."""
    people = ("recipient__user", "clock__municipality", "clock__owner__user", "clock__waiter__user")
    rows = messages.filter(kind=ESCALATION).exclude(state=State.CANCELLED).select_related(*people).order_by("queued_at", "pk")
    return ((row, row.clock) for row in rows if row.clock is not None and row.key.startswith(_key(row.clock)))


def _asked_as(message: Message, clock: Clock) -> str:
    rung = message.key.removeprefix(_key(clock))
    who = next((each.who for each in promises.named(clock.kind).ladder if each.name == rung), "")
    return lower_first(clock.municipality.label_of(Role.TEAM_LEAD)) if who == "team_lead" else str(_("deputy"))
