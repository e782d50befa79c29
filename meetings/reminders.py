"""A week and a day before: a reminder to who has a place, as she wants to be told (notifications.models.Preference).

Level-triggered: each run asks who should have heard by now. The key holds the start and the rung, so that a meeting that
moved is reminded of anew, and a run too many tells nobody twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from meetings.invitation_mail import is_ahead
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import MeetingState
from notifications import kinds
from notifications.kinds import NoticeKind
from notifications.models import Message, Necessity
from notifications.outbox import Notice, enqueue

REMINDER = "meetings.reminder"
BATCH = 500


@dataclass(frozen=True)
class Rung:
    """`before` the start it is reached; `lasts`: a run that was missed is made good within it, later it would be odd."""

    name: str
    before: timedelta
    lasts: timedelta

    def due(self, at: datetime) -> Q:
        """Of invitations: reached, and she had her place by then (who says yes three days before needs no week)."""
        return Q(meeting__starts_at__lte=at + self.before, meeting__starts_at__gt=at + self.before - self.lasts)


WEEK = Rung("week", timedelta(days=7), timedelta(days=3))
DAY = Rung("day", timedelta(days=1), timedelta(hours=20))


def register() -> None:
    kinds.register(
        NoticeKind(
            kind=REMINDER, sentence=_("Soon there is a meeting to which you said yes. Log in to read when and where."), necessity=Necessity.REMINDER,
            still_wanted=_still_wanted,
        ),
    )


def queue_reminders(*, at: datetime) -> int:
    """Promise a reminder to everybody who should have one by now; returns how many. Memory is one batch."""
    return sum(_queue(batch, rung, at=at) for rung in (WEEK, DAY) for batch in _batches(rung, at=at))


def _batches(rung: Rung, *, at: datetime) -> Iterator[list[Attendee]]:
    found = Attendee.objects.has_place().filter(rung.due(at), meeting__state=MeetingState.PLANNED, meeting__invited_at__isnull=False)
    rows, last = found.select_related("meeting", "member").order_by("pk"), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        yield [each for each in batch if each.seat_since is not None and each.seat_since <= each.meeting.starts_at - rung.before]


@transaction.atomic
def _queue(batch: list[Attendee], rung: Rung, *, at: datetime) -> int:
    known = set(Message.objects.filter(kind=REMINDER, subject__in=[each.uuid for each in batch]).values_list("key", flat=True))
    notices = [notice for each in batch if (notice := _notice(each, rung)).key not in known]
    enqueue(*notices, at=at)
    return len(notices)


def _notice(attendee: Attendee, rung: Rung) -> Notice:
    path = reverse("meetings:meeting_detail", args=[attendee.meeting.uuid])
    return Notice(key=f"{_key(attendee)}{rung.name}", kind=REMINDER, recipient=attendee.member, path=path, subject=attendee.uuid)


def _key(attendee: Attendee) -> str:
    return f"{REMINDER}:{attendee.uuid}:{attendee.meeting.starts_at.isoformat()}:"


def _still_wanted(message: Message) -> bool:
    """It did not move, goes on, has not begun, and she still has her place."""
    attendee = Attendee.objects.select_related("meeting").filter(uuid__in=[message.subject], seat=Seat.PLACE).first()
    if attendee is None or message.claimed_at is None or not message.key.startswith(_key(attendee)):
        return False
    return attendee.meeting.state == MeetingState.PLANNED and is_ahead(attendee.meeting, message.claimed_at)
