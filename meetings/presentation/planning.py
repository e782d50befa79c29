"""What can be done with the plan of a meeting, and what two organisers filled in differently."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings.actions.planning import is_ahead
from meetings.kinds import Kind
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation.meeting import Step, why
from terms.days import local_date
from ui.phrases import Words


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One line of what a colleague made of it, beside what she filled in."""

    label: str
    theirs: str
    yours: str


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  as of every step
    """A cancelled meeting can be planned again."""
    if meeting.state != MeetingState.CANCELLED or not reader.may("meetings.organise"):
        return None
    return Step(label=_("Plan it again"), url=reverse("meetings:meeting_replan", args=[meeting.uuid]))


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Sequence[tuple[str, str]] | None:
    """Links for who organises, as long as it is ahead."""
    if not reader.may("meetings.organise") or not is_ahead(meeting, at):
        return None
    pages = ((_("Change the meeting"), "meetings:meeting_edit"), (_("Cancel the meeting"), "meetings:meeting_cancel"))
    return [(label, reverse(route, args=[meeting.uuid])) for label, route in pages]


def differences(meeting: Meeting, answers: Mapping[str, Any], *, at: datetime) -> list[Difference]:
    """Only what differs, in the order of the form; times are one line."""
    words = Words(local_date(at))
    now = {**{name: getattr(meeting, name) for name in answers if hasattr(meeting, name)}}
    theirs, yours = _told(now, words), _told(answers, words)
    return [Difference(label=label, theirs=theirs[label], yours=told) for label, told in yours.items() if told != theirs[label]]


def told(answers: Mapping[str, Any], *, at: datetime) -> str:
    """All that she filled in, line by line: for when the form itself is not shown any more."""
    return "\n".join(f"{label}: {words}" for label, words in _told(answers, Words(local_date(at))).items())


def _told(values: Mapping[str, Any], words: Words) -> dict[str, str]:
    nothing = _("Nothing filled in")
    chair, closes = values["chair"], values["agenda_closes_on"]
    return {
        _("Title"): values["title"],
        _("Kind"): str(Kind(values["kind"]).label),
        _("Why"): why(values["occasion"]),
        _("When"): words.period(values["starts_at"], values["ends_at"]),
        _("Where"): values["place"] or nothing,
        _("Link"): values["link"] or nothing,
        _("Who leads"): chair.name if chair else _("Somebody of the municipality"),
        _("Places"): str(values["places"] or nothing),
        _("Last day to propose a point"): _day(closes, words) or nothing,
    }


def _day(day: date | None, words: Words) -> str:
    return words.day(day) if day else ""
