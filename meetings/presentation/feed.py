"""The calendar subscription: its address in the words of each program, and what stands in it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts import signed_links
from meetings import calendar
from meetings.invitation_mail import entry_of
from meetings.kinds import Answer
from meetings.models.attendance import Attendee, CalendarFeed
from meetings.models.meeting import MeetingState

PURPOSE = "meetings.feed"
KEPT = timedelta(days=90)  # so long a meeting that is over stays in the calendar


@dataclass(frozen=True, kw_only=True)
class Address:
    """`link` opens the calendar of the telephone; `text` is to copy."""

    link: str
    text: str


def address_of(feed: CalendarFeed) -> Address:
    path = reverse("meetings:feed", args=[feed.uuid, signed_links.signature(feed.uuid, purpose=PURPOSE)])
    text = settings.BASE_URL + path
    return Address(link="webcal://" + text.split("://", 1)[1], text=text)


def text_of(feed: CalendarFeed, *, at: datetime) -> bytes:
    """Her meetings that go on and to which she did not say no. One statement."""
    rows = Attendee.objects.of(feed.member).filter(
        meeting__state__in=[MeetingState.PLANNED, MeetingState.CLOSED, MeetingState.FIXED], meeting__invited_at__isnull=False, meeting__ends_at__gt=at - KEPT,
    )
    meetings = [row.meeting for row in rows.exclude(answer=Answer.NO).select_related("meeting").order_by("meeting__starts_at", "pk")]
    with override(feed.member.user.language):
        name = _("Meetings of %(municipality)s") % {"municipality": feed.member.municipality.name}
    return calendar.subscription(map(entry_of, meetings), name=name, stamps=[each.planned_at for each in meetings])
