"""An invitation in words, for who is invited: on the page of the link and on the page of the meeting."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from accounts.models import Membership
from meetings.invitation_mail import is_ahead
from meetings.kinds import Answer, Need
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation import meeting as meeting_words
from meetings.presentation.said import Said
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

    title: str
    sentence: str
    choices: tuple[Choice, ...]
    leaf: dict[str, Any]
    when: str
    where: str
    action: str
    needs: str = ""
    needs_link: str = ""
    needs_url: str = ""


def own(row: Attendee, *, at: datetime, action: str = "") -> Own:
    """One statement, for who waits for a place."""
    meeting = row.meeting
    return Own(
        title=_TITLE.to(row.member),
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
    row.meeting, row.member = meeting, reader
    part = own(row, at=at, action=reverse("meetings:meeting_answer", args=[meeting.uuid]))
    if row.answer in {Answer.YES, Answer.MAYBE} and part.choices:
        return _with_needs(part, row)
    return part


def can_answer(row: Attendee, at: datetime) -> bool:
    return row.meeting.state == MeetingState.PLANNED and is_ahead(row.meeting, at)


def can_answer_by_link(row: Attendee, at: datetime) -> bool:
    """Until it begins, by a link that nobody stopped, for who still takes part."""
    return can_answer(row, at) and row.link_stopped_at is None and row.member.is_active_on(local_date(at))


def _with_needs(part: Own, row: Attendee) -> Own:
    told, url = needs_of(row), reverse("meetings:own_needs", args=[row.meeting.uuid])
    if not told:
        return replace(part, needs_link=_TELL_NEEDS.to(row.member), needs_url=url)
    return replace(part, needs=f"{_TOLD.to(row.member)} {told}.", needs_link=_("Change it"), needs_url=url)


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
        return _past(row).to(row.member)
    if row.seat == Seat.WAITING:
        before = Attendee.objects.of_meeting(row.meeting).before(row).count()
        return _WAITS.to(row.member) % {"place": before + 1}
    told = {Answer.YES: _COMES, Answer.MAYBE: _MAYBE_A_PLACE if row.meeting.places else _MAYBE, Answer.NO: _STAYS_AWAY}
    return (told[Answer(row.answer)] if row.answer else _ASKED).to(row.member)


def _past(row: Attendee) -> Said:
    if row.was_present is not None:
        return _WAS_THERE if row.was_present else _WAS_NOT_THERE
    return _HAD_A_PLACE if row.seat == Seat.PLACE else _IS_OVER


_TITLE = Said(gettext_lazy("Your invitation"), pgettext_lazy("official", "Your invitation"))
_TOLD = Said(gettext_lazy("What you told us:"), pgettext_lazy("official", "What you told us:"))
_TELL_NEEDS = Said(gettext_lazy("Tell what you need to be able to come"), pgettext_lazy("official", "Tell what you need to be able to come"))
_ASKED = Said(gettext_lazy("Do you come?"), pgettext_lazy("official", "Do you come?"))
_COMES = Said(gettext_lazy("You come. Your place is kept."), pgettext_lazy("official", "You come. Your place is kept."))
_MAYBE = Said(gettext_lazy("You said maybe. You can still choose."), pgettext_lazy("official", "You said maybe. You can still choose."))
_MAYBE_A_PLACE = Said(
    gettext_lazy("You said maybe. No place is kept for you yet."), pgettext_lazy("official", "You said maybe. No place is kept for you yet."),
)
_STAYS_AWAY = Said(gettext_lazy("You do not come. Thank you for telling us."), pgettext_lazy("official", "You do not come. Thank you for telling us."))
_WAITS = Said(
    gettext_lazy("You are number %(place)d on the waiting list. Is there a place? Then you get a message."),
    pgettext_lazy("official", "You are number %(place)d on the waiting list. Is there a place? Then you get a message."),
)
_WAS_THERE = Said(gettext_lazy("You were there."), pgettext_lazy("official", "You were there."))
_WAS_NOT_THERE = Said(gettext_lazy("You were not there."), pgettext_lazy("official", "You were not there."))
_HAD_A_PLACE = Said(gettext_lazy("You had a place."), pgettext_lazy("official", "You had a place."))
_IS_OVER = Said(gettext_lazy("You can no longer answer."), pgettext_lazy("official", "You can no longer answer."))
