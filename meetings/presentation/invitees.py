"""Who is invited, in words, for who organises or leads: how each mail went, what each answered, what they need together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings.invitation_mail import ALL
from meetings.kinds import ABOUT_HER, Answer, Need
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation import meeting as meeting_words
from meetings.presentation.invitation import can_answer
from meetings.presentation.meeting import Step
from meetings.querysets.attendance import Counts
from notifications.models import Message, State
from terms.days import local_date
from ui.phrases import Words, lower_first, names


@dataclass(frozen=True, kw_only=True)
class Row:
    """`state`: what she answered, and how her mail went when that is no good news (`problem`)."""

    name: str
    url: str
    state: str
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Of the newest mail to each who is invited."""

    sent: int
    waiting: int
    failed: int

    @property
    def sentence(self) -> str:
        """ "320 van de 500 mails zijn verstuurd." Empty when all are."""
        if not self.waiting:
            return ""
        told = {"sent": self.sent, "all": self.sent + self.waiting + self.failed}
        return _("%(sent)d of the %(all)d mails are sent. The others follow by themselves.") % told

    @property
    def problem(self) -> str:
        if not self.failed:
            return ""
        return ngettext("The mail to %(count)d person did not arrive.", "The mail to %(count)d people did not arrive.", self.failed) % {"count": self.failed}


@dataclass(frozen=True, kw_only=True)
class Part:
    """On the page of the meeting."""

    sentence: str
    progress: Progress
    unknown_reply: str
    list_url: str
    needs: Sequence[str]
    needs_url: str


@dataclass(frozen=True, kw_only=True)
class NeedLine:
    """What is needed, how often, and by whom."""

    label: str
    count: int
    who: str


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:
    """The next thing to do with a plan: invite people."""
    if not reader.may("meetings.organise") or not can_invite(meeting, at):
        return None
    return Step(label=_("Invite people") if meeting.invited_at is None else _("Invite more people"), url=reverse("meetings:invite", args=[meeting.uuid]))


def can_invite(meeting: Meeting, at: datetime) -> bool:
    return can_answer(Attendee(meeting=meeting), at)


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Part | None:
    """Four statements, however many are invited."""
    if not meeting_words.is_led_by(meeting, reader) or meeting.invited_at is None:
        return None
    counts = Attendee.objects.counts_of([meeting]).get(meeting.pk)
    return Part(
        sentence=_how_many(meeting, counts) + "." if counts else "",
        progress=progress_of(newest_messages(meeting).values()),
        unknown_reply=unknown_reply(meeting, Words(local_date(at))),
        list_url=reverse("meetings:invitee_list", args=[meeting.uuid]),
        needs=needs_counted(meeting),
        needs_url=reverse("meetings:needs_list", args=[meeting.uuid]),
    )


def _how_many(meeting: Meeting, counts: Counts) -> str:
    """Who comes; of a meeting that was cancelled nobody does."""
    if meeting.state == MeetingState.CANCELLED:
        return ngettext("%(number)d person was invited", "%(number)d people were invited", counts.invited) % {"number": counts.invited}
    return meeting_words.counted(counts)


def rows(attendees: Iterable[Attendee], messages: Mapping[object, Message]) -> list[Row]:
    return [
        Row(
            name=each.member.name, url=reverse("meetings:invitation_detail", args=[each.uuid]), state=state_of(each),
            problem=problem_of(each, messages.get(each.uuid)),
        )
        for each in attendees
    ]


def newest_messages(meeting: Meeting, *, only: Attendee | None = None) -> dict[object, Message]:
    """The last mail to each who is invited. One statement; no mail is older than it is kept (notifications.retention)."""
    attendees = meeting.attendees.filter(pk=only.pk) if only is not None else meeting.attendees.all()
    found = Message.objects.filter(subject__in=attendees.values("uuid"), kind__in=ALL).exclude(state=State.CANCELLED)
    return {each.subject: each for each in found.order_by("subject", "-pk").distinct("subject")}


def progress_of(messages: Iterable[Message]) -> Progress:
    states = Counter(message.state for message in messages)
    return Progress(sent=states[State.SENT], waiting=states[State.WAITING] + states[State.CLAIMED], failed=states[State.FAILED])


def state_of(row: Attendee) -> str:
    """ "Ik kom, door de organisator opgeschreven na een telefoontje"."""
    if not row.answer:
        return _("Did not answer yet")
    if row.seat == Seat.WAITING:
        return _("Waits for a place")
    return _("%(answer)s, %(way)s") % {"answer": ABOUT_HER[Answer(row.answer)], "way": row.get_answered_by_display()}


def problem_of(row: Attendee, message: Message | None) -> str:
    if row.link_stopped_at is not None:
        return _("Somebody else has the link: it was stopped")
    if message is not None and message.state == State.FAILED:
        return _("The mail did not arrive")
    return _("The mail is not sent yet") if message is not None and message.state in {State.WAITING, State.CLAIMED} else ""


def unknown_reply(meeting: Meeting, words: Words) -> str:
    if meeting.unknown_reply_at is None:
        return ""
    day = words.moment(meeting.unknown_reply_at)
    return _("A calendar replied from an address that is not invited (%(day)s). That answer does not count. Ask people to use the link.") % {"day": day}


def needs(meeting: Meeting) -> list[NeedLine]:
    """Of who comes or perhaps comes. One statement."""
    coming = Attendee.objects.of_meeting(meeting).exclude(needs=[]).filter(answer__in=[Answer.YES, Answer.MAYBE]).for_list()
    who: dict[str, list[str]] = {}
    for row in coming:
        for each in row.needs:
            who.setdefault(each, []).append(row.member.name)
    return [NeedLine(label=str(need.label), count=len(who[need]), who=names(who[need])) for need in Need if need in who]


def needs_counted(meeting: Meeting) -> list[str]:
    """ "Een tolk: 2", without whose."""
    return [f"{line.label}: {line.count}" for line in needs(meeting)]


def in_own_words(meeting: Meeting) -> list[tuple[str, str, str]]:
    """Name, food, what she brings; of who comes or perhaps comes and wrote something."""
    coming = Attendee.objects.of_meeting(meeting).filter(answer__in=[Answer.YES, Answer.MAYBE]).exclude(food="", brings="").for_list()
    return [(row.member.name, row.food, row.brings) for row in coming]


def sent_sentence(message: Message | None, words: Words) -> str:
    if message is None:
        return ""
    if message.state == State.SENT and message.sent_at is not None:
        return _("The last mail was sent %(moment)s.") % {"moment": lower_first(words.moment(message.sent_at))}
    return ""
