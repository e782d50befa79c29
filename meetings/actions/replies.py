"""Answers that calendars send by mail."""

import logging
from datetime import datetime
from enum import StrEnum

from meetings import calendar_replies, mailbox
from meetings.actions import NotPossible, answers
from meetings.calendar_replies import Reply
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting

log = logging.getLogger(__name__)


class Outcome(StrEnum):
    TAKEN = "taken"
    OLD = "old"  # heard before, or said before something newer
    UNKNOWN_ADDRESS = "unknown address"
    OVER = "over"  # the meeting began or is cancelled
    NOT_OURS = "not ours"


def read_mailbox(url: str, *, at: datetime) -> int:
    """Take every reply that nobody read yet; returns how many. Stopped halfway, the next run takes the rest: the same reply twice is once."""
    taken = 0
    try:
        with mailbox.opened(url) as box:
            for number, content in box.unread():
                reply = calendar_replies.reply_in(content)
                if reply is None or take(reply, at=at) == Outcome.NOT_OURS:
                    box.leave(number)
                    continue
                box.forget(number)
                taken += 1
    except mailbox.MailboxError as problem:
        log.warning("mailbox for replies not read", extra={"kind": str(problem)})
    return taken


def take(reply: Reply, *, at: datetime) -> Outcome:
    """Only from the address that was invited (RFC 6047 2.2): who passed a mail on answers for nobody else."""
    meeting = Meeting.objects.filter(ical_uid=reply.uid).first()
    if meeting is None:
        return Outcome.NOT_OURS
    row = Attendee.objects.of_meeting(meeting).filter(member__user__email=reply.attendee).first()
    if row is None or reply.sender != reply.attendee:
        Meeting.objects.filter(pk=meeting.pk).update(unknown_reply_at=at)
        return Outcome.UNKNOWN_ADDRESS
    if reply.sequence is not None and reply.sequence < meeting.sequence:
        return Outcome.OLD
    try:
        is_newer = answers.answer_by_calendar(row, answer=reply.answer, stamp=min(reply.stamp, at), at=at)
    except NotPossible:
        return Outcome.OVER
    return Outcome.TAKEN if is_newer else Outcome.OLD
