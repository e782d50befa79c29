"""What of meetings is in somebody's care: those that she organises, the polls that she holds, what she does after a meeting.

A report that is final and what was cancelled need nobody; whom to ask about an older one stays as it was.
"""

from django.utils.translation import gettext_lazy as _

from meetings.models.agenda import ActionPoint
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.poll import DatePoll, PollState
from terms.handover import Held, source_of

ORGANISES, TAKES_PART = "meetings.organise", "meetings.take_part"
SOURCE = source_of(
    Held(
        label=_("Meetings that she organises"), rows=Meeting.objects.filter(state__in=[MeetingState.PLANNED, MeetingState.CLOSED]),
        owner="organiser", permission=ORGANISES,
    ),
    Held(label=_("Polls for a date"), rows=DatePoll.objects.filter(state=PollState.OPEN), owner="organiser", permission=ORGANISES),
    Held(label=_("Action points after a meeting"), rows=ActionPoint.objects.open().filter(accepted_at__isnull=False), permission=TAKES_PART),
)
