"""One file per noun; imported by full path (`from meetings.models.meeting import Meeting`). Here only so that Django finds them."""

from meetings.models import agenda, attendance, independence, meeting, poll, pulse, report, rhythm, tension

__all__ = ["agenda", "attendance", "independence", "meeting", "poll", "pulse", "report", "rhythm", "tension"]
