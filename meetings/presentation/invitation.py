"""An invitation in words, for who is invited: on the page of the link and on the page of the meeting."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings.invitation_mail import is_ahead
from meetings.kinds import Answer, Need
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation import meeting as meeting_words
from terms.days import local_date
from ui.phrases import Words
from ui.words import leaf_of


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A button: `kind` primary or secondary; `is_hers` what she answered, which is no button."""

    value: str
    label: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Own:
    """How it stands with her. `choices`: what she can still answer; empty when it is over."""

    sentence: str
    choices: tuple[Choice, ...]
    leaf: dict[str, Any]
    when: str
    where: str
    action: str
    needs: str = ""
    needs_url: str = ""


def own(row: Attendee, *, at: datetime, action: str = "") -> Own:
    """One statement, for who waits for a place."""
    meeting = row.meeting
    return Own(
        sentence=_sentence(row, at),
        choices=_choices(row) if can_answer(row, at) else (),
        leaf=leaf_of(local_date(meeting.starts_at)),
        when=meeting_words.when(meeting, Words(local_date(at))),
        where=meeting_words.where(meeting),
        action=action,
    )


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Own | None:
    """Her own invitation, for who has one."""
    row = Attendee.objects.of(reader).filter(meeting=meeting).first()
    if row is None or meeting.invited_at is None or meeting.state == MeetingState.CANCELLED:
        return None
    row.meeting = meeting
    part = own(row, at=at, action=reverse("meetings:meeting_answer", args=[meeting.uuid]))
    if row.answer in {Answer.YES, Answer.MAYBE} and part.choices:
        return Own(**{**vars(part), "needs": needs_of(row), "needs_url": reverse("meetings:own_needs", args=[meeting.uuid])})
    return part


def can_answer(row: Attendee, at: datetime) -> bool:
    return row.meeting.state == MeetingState.PLANNED and is_ahead(row.meeting, at)


def can_answer_by_link(row: Attendee, at: datetime) -> bool:
    """Until it begins, by a link that nobody stopped, for who still takes part."""
    return can_answer(row, at) and row.link_stopped_at is None and row.member.is_active_on(local_date(at))


def needs_of(row: Attendee) -> str:
    """What she told, on one line."""
    return ", ".join([*(str(Need(each).label) for each in row.needs), *filter(None, [row.food, row.brings])])


def _choices(row: Attendee) -> tuple[Choice, ...]:
    """The first is the main button as long as she did not answer; what she answered already is left out."""
    labels = {Answer.YES: _("Yes, I come"), Answer.MAYBE: _("Maybe"), Answer.NO: _("No, I do not come")}
    left = [(value, label) for value, label in labels.items() if value != row.answer]
    return tuple(Choice(value=value, label=label, kind="primary" if not row.answer and value == Answer.YES else "secondary") for value, label in left)


def _sentence(row: Attendee, at: datetime) -> str:
    if row.meeting.state == MeetingState.CANCELLED:
        return _("This meeting does not go on.")
    if not is_ahead(row.meeting, at):
        return _past(row)
    if row.seat == Seat.WAITING:
        before = Attendee.objects.of_meeting(row.meeting).before(row).count()
        return _("You are number %(place)d on the waiting list. Is there a place? Then you get a message.") % {"place": before + 1}
    told: dict[str, str] = {
        Answer.YES: _("You come. Your place is kept."),
        Answer.MAYBE: _("You said maybe. No place is kept for you yet.") if row.meeting.places else _("You said maybe. You can still choose."),
        Answer.NO: _("You do not come. Thank you for telling us."),
    }
    return told.get(row.answer, _("Do you come?"))


def _past(row: Attendee) -> str:
    if row.was_present is not None:
        return _("You were there.") if row.was_present else _("You were not there.")
    return _("You had a place.") if row.seat == Seat.PLACE else _("You can no longer answer.")
