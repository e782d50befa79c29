"""Five questions after a meeting, without a name. What is known is who may still answer; never what she answered.

An answer stays sealed until the term is over. Each hour all envelopes of a meeting are sealed anew together, so that none has the
transaction of who sent it. When the term is over they are opened once, together, when five people or more answered; fewer are
thrown away unopened. So there never is a difference between two moments that is about one person.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from accounts import envelopes
from accounts.models import Membership
from keyfigures.suppression import SMALL
from meetings.actions import NotPossible
from meetings.deadlines import PULSE_DAYS
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.models.pulse import PulseAnswer, PulseEnvelope, PulseQuestion
from terms.calendar import Calendar, calendar_of
from terms.days import local_date

LENGTH = 60  # signs of what is sealed, whatever was answered
LOOK_BACK = timedelta(days=90)  # no term is that long: a meeting of before has been counted


def last_day(meeting: Meeting) -> date | None:
    """Until and including this day who was there can answer; None while there is no report. One statement."""
    if meeting.closed_at is None:
        return None
    return last_day_after(meeting.closed_at, calendar_of(meeting.municipality))


def last_day_after(closed_at: datetime, calendar: Calendar) -> date:
    return calendar.add(local_date(closed_at), PULSE_DAYS)


def is_over(meeting: Meeting, at: datetime) -> bool:
    last = last_day(meeting)
    return last is not None and local_date(at) > last


@transaction.atomic
def send(meeting: Meeting, *, by: Membership, at: datetime, answers: Mapping[str, int | None]) -> None:
    """Once, and for good: nobody can find it back to change it. Raises NotPossible, also for who was not there."""
    meeting = Meeting.objects.select_for_update(of=("self",)).with_people().get(pk=meeting.pk)
    may = Attendee.objects.of(by).filter(meeting=meeting, was_present=True, may_give_pulse=True)
    if is_over(meeting, at) or not may.update(may_give_pulse=False):
        raise NotPossible(_("You answered already, or the days for it are over."))
    in_order = [answers.get(question) for question in PulseQuestion.values]
    envelopes.seal_all([in_order], into=lambda: _envelope(meeting), length=LENGTH)


def shuffle_and_publish(*, at: datetime) -> int:
    """Each meeting in transactions of its own; returns how many were published. What goes wrong is tried again in an hour."""
    waiting = Exists(PulseEnvelope.objects.filter(meeting=OuterRef("pk")))
    asked = Q(Exists(Attendee.objects.filter(meeting=OuterRef("pk"), may_give_pulse=True)), closed_at__gte=at - LOOK_BACK)
    meetings = list(Meeting.objects.filter(Q(waiting) | asked, closed_at__isnull=False).with_people())
    published = 0
    for meeting in envelopes.CHANCE.sample(meetings, len(meetings)):
        if is_over(meeting, at):
            published += _publish(meeting)
            _forget_who_answered(meeting)
        else:
            _shuffle(meeting)
    return published


@transaction.atomic
def _shuffle(meeting: Meeting) -> None:
    envelopes.seal_all(_take(meeting), into=lambda: _envelope(meeting), length=LENGTH)


@transaction.atomic
def _publish(meeting: Meeting) -> bool:
    sent = _take(meeting)
    if len(sent) < SMALL:
        return False
    answers = [pair for one in sent for pair in zip(PulseQuestion.values, one, strict=True)]
    envelopes.CHANCE.shuffle(answers)
    PulseAnswer.objects.bulk_create(PulseAnswer(meeting=meeting, question=question, score=score) for question, score in answers)
    return True


def _forget_who_answered(meeting: Meeting) -> None:
    """All who were there alike, in a transaction of its own: the rows do not tell any more who answered, nor which job counted them."""
    Attendee.objects.filter(meeting=meeting, was_present=True).update(may_give_pulse=False)


def _take(meeting: Meeting) -> list[list[int | None]]:
    Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    return envelopes.take_all(PulseEnvelope.objects.filter(meeting=meeting))


def _envelope(meeting: Meeting) -> PulseEnvelope:
    return PulseEnvelope(municipality=meeting.municipality, meeting=meeting)
