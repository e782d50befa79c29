"""What goes of meetings and when: all of it two years after, what people needed on the day after.

The table of terms and its job are those of the network (keyfigures.actions.erasing): a municipality can make the term shorter there.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import Count, DateField, DateTimeField, F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.models import Municipality
from audit import log
from keyfigures.actions import erasing
from keyfigures.actions.erasing import Kind
from meetings import log_verbs
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.independence import IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll
from meetings.models.report import Correction
from meetings.models.tension import Tension, TensionCall
from terms.days import at_time, local_date

BATCH = 25  # meetings at once: each can have 500 invited people
_NEEDS_SOMETHING = ~Q(needs=[]) | ~Q(food="") | ~Q(brings="")


def _of_meetings(pks: Sequence[int]) -> Iterable[UUID]:
    """Promises are about the meeting, its points, corrections and what somebody would do."""
    found = [Meeting.objects.filter(pk__in=pks), *(model.objects.filter(meeting__in=pks) for model in (AgendaItem, ActionPoint))]
    return chain(*(rows.values_list("uuid", flat=True) for rows in (*found, Correction.objects.filter(item__meeting__in=pks))))


def _of_tensions(pks: Sequence[int]) -> Iterable[UUID]:
    tensions, calls = Tension.objects.filter(pk__in=pks), TensionCall.objects.filter(tension__in=pks)
    return chain(*(rows.values_list("uuid", flat=True) for rows in (tensions, calls)))


# With its meeting; a poll that came to nothing after it ended, and one that was forgotten after it was made.
_END_OF_POLL = Coalesce(F("meeting__ends_at"), F("ended_at"), F("made_at"), output_field=DateTimeField())
_END_OF_YEAR = Func(F("year"), Value(12), Value(31), function="make_date", output_field=DateField())
KINDS = (
    Kind(model=DatePoll, title=_("Polls for a date"), ended=_END_OF_POLL, days="keep_contact_days", is_moment=True),
    Kind(
        model=Meeting, title=_("Meetings, with who came and the report"), ended=F("ends_at"), days="keep_contact_days", is_moment=True,
        subjects=_of_meetings, batch=BATCH,
    ),
    Kind(model=Tension, title=_("Times of tension"), ended=F("ended_at"), days="keep_contact_days", is_moment=True, subjects=_of_tensions),
    Kind(
        model=IndependenceDeclaration, title=_("Declarations of independence"), ended=_END_OF_YEAR, days="keep_contact_days",
        subjects=lambda _pks: [],  # nothing is promised about them
    ),
)


def register() -> None:
    erasing.register(*KINDS, proofs=[log_verbs.NEEDS_ERASED])


def erase_needs(*, at: datetime) -> int:
    """From the day after a meeting nobody knows any more what people needed or brought; returns of how many. A job can stop anywhere."""
    erased, today = 0, at_time(local_date(at), time(0))
    while batch := _erase_needs(today, at=at):
        erased += sum(batch)
    return erased


@transaction.atomic
def _erase_needs(today: datetime, *, at: datetime) -> list[int]:
    """One batch with its proof: of how many people in each municipality. Empty when no meeting is left."""
    over = Meeting.objects.filter(needs_erased_at=None, ends_at__lt=today).order_by("ends_at", "pk")
    meetings = list(over.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True)[:BATCH])
    needing = Attendee.objects.filter(_NEEDS_SOMETHING, meeting__in=meetings)
    counts = dict(needing.order_by().values_list("municipality").annotate(Count("pk")))
    needing.update(needs=[], food="", brings="")
    Meeting.objects.filter(pk__in=meetings).update(needs_erased_at=at)
    for municipality in Municipality.objects.filter(pk__in=counts):
        log.record(
            log_verbs.NEEDS_ERASED, at=at, actor=None, kind="meetings.attendee", municipality=municipality, numbers={"rows": counts[municipality.pk]},
        )
    return list(counts.values()) or [0] * len(meetings)
