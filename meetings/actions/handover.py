"""What of meetings is in somebody's care: those that she organises, the polls that she holds, what she does after a meeting. Promises go as promises."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from meetings.models.agenda import ActionPoint
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.poll import DatePoll, PollState
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """Three statements."""
    return [_part(label, rows.filter(**{owner: member}), owner, permission) for label, rows, owner, permission in _held()]


def left(on: date) -> Iterable[int]:
    return {
        pk for _label, rows, owner, _permission in _held() for pk in rows.filter(**{f"{owner}__end_date__lte": on}).values_list(owner, flat=True)
    }


SOURCE = Source(parts=parts, left=left)


def _held() -> list[tuple[LazyText, "models.QuerySet[models.Model]", str, str]]:
    """Label, rows, the name of the owner, and what who takes them must be allowed.

    A report that is final and what was cancelled need nobody; whom to ask about an older one stays as it was.
    """
    return [
        (_("Meetings that she organises"), Meeting.objects.filter(state__in=[MeetingState.PLANNED, MeetingState.CLOSED]), "organiser", "meetings.organise"),
        (_("Polls for a date"), DatePoll.objects.filter(state=PollState.OPEN), "organiser", "meetings.organise"),
        (_("Action points after a meeting"), ActionPoint.objects.open().filter(accepted_at__isnull=False), "owner", "meetings.take_part"),
    ]


def _part(label: LazyText, hers: "models.QuerySet[models.Model]", owner: str, permission: str) -> Part:
    def give(to: Membership, _by: Membership | None, _at: datetime) -> None:
        hers.update(**{owner: to})

    return Part(label=label, number=hers.count(), permission=permission, give=give)
