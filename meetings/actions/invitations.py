"""What who is invited hears of a meeting. Each runs inside the transaction of what happened."""

from datetime import datetime

from meetings.models.meeting import Meeting


def meeting_changed(meeting: Meeting, *, significant: bool, at: datetime) -> None:
    """`significant`: time, place, link or chair; `meeting.sequence` is the new one. Also when the number of places changed."""


def meeting_cancelled(meeting: Meeting, *, at: datetime) -> None:
    """It does not go on; `meeting.sequence` is that of the cancellation."""


def meeting_replanned(meeting: Meeting, *, at: datetime) -> None:
    """It goes on after all: `meeting.ical_uid` is new and its sequence 0, because calendars forget a cancelled one."""
