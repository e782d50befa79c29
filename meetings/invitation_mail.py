"""Mail with a part for the calendar: an invitation, a change, a cancellation.

The key of a message holds the state of the meeting that it tells (`ical_uid` and `sequence`). What happened meanwhile is asked
at sending: only the newest is sent, nothing of a meeting that began, no invitation to one that was cancelled.
"""

from datetime import datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts import signed_links
from accounts.models import Membership, Municipality
from meetings import calendar
from meetings.calendar import Entry, Method, People
from meetings.kinds import Answer
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from notifications import kinds
from notifications.kinds import CalendarPart, NoticeKind
from notifications.models import Message
from notifications.outbox import Notice

INVITED = "meetings.invited"
CHANGED = "meetings.changed"
CANCELLED = "meetings.cancelled"
TAKEN_BACK = "meetings.taken_back"
ALL = (INVITED, CHANGED, CANCELLED)

PARTSTAT = {"": "NEEDS-ACTION", Answer.YES: "ACCEPTED", Answer.MAYBE: "TENTATIVE", Answer.NO: "DECLINED"}
_ANSWER = _("See it and answer")


def register() -> None:
    shared: dict[str, Any] = {"still_wanted": is_newest, "calendar": _part}
    kinds.register(
        NoticeKind(
            kind=INVITED, sentence=_("You are invited to a meeting. Do you come? You can answer without logging in. This link is only for you."),
            button=_ANSWER, link=_personal_link, **shared,
        ),
        NoticeKind(
            kind=CHANGED, sentence=_("A meeting to which you are invited changed. Does it still suit you? You can answer without logging in."),
            button=_ANSWER, link=_personal_link, **shared,
        ),
        NoticeKind(kind=CANCELLED, sentence=_("A meeting to which you were invited does not go on. You need not do anything."), quiet=False, **shared),
        NoticeKind(
            kind=TAKEN_BACK, sentence=_("You got an invitation to a meeting that was not meant for you. You need not do anything. Sorry for the mistake."),
            quiet=False, still_wanted=is_not_invited, calendar=_part_of_taken_back,
        ),
    )


def notice(kind: str, attendee: Attendee, meeting: Meeting) -> Notice:
    """Of the meeting as it is now. The same state is told once; a new link is told again."""
    path = reverse("meetings:meeting_detail", args=[meeting.uuid]) if kind == CANCELLED else reverse("meetings:invitation_link", args=[attendee.uuid])
    key = f"{kind}:{attendee.uuid}:{state_of(meeting)}:{attendee.link_number}"
    return Notice(key=key, kind=kind, recipient=attendee.member, path=path, subject=attendee.uuid)


def taken_back(attendee: Attendee, meeting: Meeting) -> Notice:
    """About the meeting, because her invitation is gone. Of each invitation it is told once."""
    return Notice(key=f"{TAKEN_BACK}:{attendee.uuid}", kind=TAKEN_BACK, recipient=attendee.member, path=reverse("home"), subject=meeting.uuid)


def state_of(meeting: Meeting) -> str:
    return f"{meeting.ical_uid}:{meeting.sequence}"


def purpose(attendee: Attendee) -> str:
    """What her link is signed for: of each link that she got only the last opens her invitation."""
    return f"{INVITED}:{attendee.link_number}"


def is_newest(message: Message) -> bool:
    """Asked at sending."""
    attendee = _attendee(message)
    if attendee is None or message.claimed_at is None or not is_ahead(attendee.meeting, message.claimed_at):
        return False
    is_cancelled = attendee.meeting.state == MeetingState.CANCELLED
    return f":{state_of(attendee.meeting)}:" in message.key and is_cancelled == (message.kind == CANCELLED)


def is_not_invited(message: Message) -> bool:
    """Asked at sending: it has not begun, and nobody invited her again meanwhile."""
    meeting = Meeting.objects.filter(uuid__in=[message.subject]).first()
    if meeting is None or message.claimed_at is None or not is_ahead(meeting, message.claimed_at):
        return False
    return not Attendee.objects.of_meeting(meeting).filter(member=message.recipient_id).exists()


def is_ahead(meeting: Meeting, at: datetime) -> bool:
    return meeting.starts_at > at


def entry_of(meeting: Meeting) -> Entry:
    return Entry(
        uid=meeting.ical_uid, host=host(), sequence=meeting.sequence, starts_at=meeting.starts_at, ends_at=meeting.ends_at,
        title=meeting.title, place=meeting.place, link=meeting.link,
    )


def host() -> str:
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _part(message: Message) -> CalendarPart | None:
    attendee = _attendee(message)
    if attendee is None:
        return None
    method = Method.CANCEL if message.kind == CANCELLED else Method.REQUEST
    people = _people(attendee.member, municipality=attendee.municipality, answer=attendee.answer)
    return CalendarPart(text=calendar.mail_part(entry_of(attendee.meeting), people, method=method, stamp=message.queued_at), method=method.value)


def _part_of_taken_back(message: Message) -> CalendarPart | None:
    meeting = Meeting.objects.select_related("municipality").filter(uuid__in=[message.subject]).first()
    if meeting is None or message.recipient is None:
        return None
    people = _people(message.recipient, municipality=meeting.municipality, answer="")
    text = calendar.mail_part(entry_of(meeting), people, method=Method.CANCEL, stamp=message.queued_at, goes_on=True)
    return CalendarPart(text=text, method=Method.CANCEL.value)


def _people(member: Membership, *, municipality: Municipality, answer: str) -> People:
    answers_are_read = bool(settings.REPLY_MAILBOX_URL and settings.REPLY_ADDRESS)
    return People(
        organiser=settings.REPLY_ADDRESS if answers_are_read else parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        organiser_name=municipality.name,
        attendee=member.user.email,
        partstat=PARTSTAT[answer],
        answers_are_read=answers_are_read,
    )


def _personal_link(message: Message) -> str:
    attendee = _attendee(message)
    return f"{message.path}?{signed_links.query(message.subject, purpose=purpose(attendee))}" if attendee else message.path


def _attendee(message: Message) -> Attendee | None:
    return Attendee.objects.select_related("municipality", "meeting", "member__user").filter(uuid=message.subject).first() if message.subject else None
