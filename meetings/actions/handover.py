"""What of meetings is in somebody's care: those that she organises and the polls that she holds. Promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.poll import DatePoll, PollState
from terms.handover import Part, Source

PERMISSION = "meetings.organise"


def parts(member: Membership) -> Iterable[Part]:
    """Two statements."""
    return [_part(label, rows.filter(organiser=member)) for label, rows in _held()]


def left(on: date) -> Iterable[int]:
    return {pk for _label, rows in _held() for pk in rows.filter(organiser__end_date__lte=on).values_list("organiser", flat=True)}


SOURCE = Source(parts=parts, left=left)


def _held() -> list[tuple[LazyText, "models.QuerySet[models.Model]"]]:
    """A report that is final and what was cancelled need nobody; whom to ask about an older one stays as it was."""
    return [
        (_("Meetings that she organises"), Meeting.objects.filter(state__in=[MeetingState.PLANNED, MeetingState.CLOSED])),
        (_("Polls for a date"), DatePoll.objects.filter(state=PollState.OPEN)),
    ]


def _part(label: LazyText, hers: "models.QuerySet[models.Model]") -> Part:
    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        hers.update(organiser=to)

    return Part(label=label, number=hers.count(), permission=PERMISSION, give=give)
