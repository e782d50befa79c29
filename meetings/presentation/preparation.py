"""One page for who leads a meeting, also on paper: when and where, how many come, the agenda with times, and what became of last time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings import agenda
from meetings.kinds import Answer
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting
from meetings.presentation.agenda import meta_of, too_long_words, total_words
from meetings.presentation.invitees import needs_counted
from meetings.presentation.meeting import is_led_by, when
from meetings.reports import HAS_REPORT
from terms.days import local_date
from ui.phrases import Words, time_of, upper_first


@dataclass(frozen=True, kw_only=True)
class TimedPoint:
    """`begins`: "19.45 uur", when all before it took as long as was thought."""

    begins: str
    title: str
    explanation: str
    meta: str


@dataclass(frozen=True, kw_only=True)
class Promised:
    """Something of last time: `what` was agreed or would be done, and `became` of it."""

    what: str
    became: str


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """`people` and `needs`: numbers only. `last_time`: of the meeting `last_title`; both empty for a first one."""

    when: str
    people: Sequence[str]
    needs: Sequence[str]
    points: Sequence[TimedPoint]
    lead: str
    warning: str
    last_title: str
    last_time: Sequence[Promised]
    tips: Sequence[str]


def preparation(meeting: Meeting, *, reader: Membership, at: datetime) -> Preparation:
    """Six statements, whatever stands on it."""
    words = Words(local_date(at))
    items = list(AgendaItem.objects.of_meeting(meeting).with_people())
    last = _last(meeting, reader)
    return Preparation(
        when=when(meeting, words),
        people=_people(list(Attendee.objects.of_meeting(meeting).values_list("answer", "seat"))),
        needs=needs_counted(meeting),
        points=_timed(meeting, items, reader),
        lead=total_words(meeting, items),
        warning=too_long_words(meeting, items),
        last_title=f"{last.title}, {words.day(local_date(last.starts_at))}" if last else "",
        last_time=_promised(last, words) if last else [],
        tips=tips(),
    )


def tips() -> list[str]:
    """After the lessons of practice: structural contact, mutual expectations, reciprocity, recognition, feedback."""
    return [
        _("Begin with what was done since last time. Trust grows when people hear what became of their point."),
        _("Say what may be told outside this room, and what not. Do not let anybody talk about a person who is not there."),
        _("Give key figures the word first, and the municipality after that. Let who said nothing speak before who spoke already."),
        _("Ask with each point: who does what, and when do we hear of it? Also ask what key figures get in return."),
        _("End in time, say thank you for what people brought, and name the day of the next meeting."),
    ]


def _last(meeting: Meeting, reader: Membership) -> Meeting | None:
    """The last one before it of the same kind with a report, of those that the reader organises or led: before that nothing is agreed yet."""
    before = Meeting.objects.led_by(reader).past(meeting.starts_at).filter(kind=meeting.kind, state__in=HAS_REPORT).exclude(pk=meeting.pk)
    found: Meeting | None = before.order_by("-starts_at", "-pk").first()
    return found


def _people(invited: Collection[tuple[str, str]]) -> list[str]:
    """ "12 komen", "1 wacht op een plek", "2 misschien", "1 komt niet", "3 antwoordden nog niet"; of answers and seats."""
    seats, answers = [seat for _answer, seat in invited], [answer for answer, seat in invited if not seat]
    coming, waiting = seats.count(Seat.PLACE), seats.count(Seat.WAITING)
    maybe, declined, silent = (answers.count(each) for each in (Answer.MAYBE, Answer.NO, ""))
    told = (
        (coming, ngettext("%(number)d comes", "%(number)d come", coming)),
        (waiting, ngettext("%(number)d waits for a place", "%(number)d wait for a place", waiting)),
        (maybe, ngettext("%(number)d comes perhaps", "%(number)d come perhaps", maybe)),
        (declined, ngettext("%(number)d does not come", "%(number)d do not come", declined)),
        (silent, ngettext("%(number)d did not answer yet", "%(number)d did not answer yet", silent)),
    )
    return [words % {"number": number} for number, words in told if number]


def _timed(meeting: Meeting, items: Sequence[AgendaItem], reader: Membership) -> list[TimedPoint]:
    moments, is_led = agenda.begins(meeting.starts_at, [each.minutes for each in items]), is_led_by(meeting, reader)
    return [
        TimedPoint(begins=time_of(moment), title=item.title, explanation=item.explanation, meta=meta_of(item, reader=reader, is_led=is_led))
        for item, moment in zip(items, moments, strict=True)
    ]


def _promised(last: Meeting, words: Words) -> list[Promised]:
    """What was agreed and what was done with it; then who would do what."""
    agreed = AgendaItem.objects.of_meeting(last).filter(was_taken=True).exclude(agreed="")
    actions = ActionPoint.objects.of_meeting(last).filter(Q(declined_at=None) | Q(dropped_at__isnull=False)).with_people()
    silent = _("The municipality did not tell yet what it did with it.")
    points = [Promised(what=f"{each.title}: {each.agreed}", became=each.answer or silent) for each in agreed]
    return points + [Promised(what=each.text if each.dropped_at else f"{each.owner.name}: {each.text}", became=_became(each, words)) for each in actions]


def _became(action: ActionPoint, words: Words) -> str:
    if action.done_at is not None:
        return _("Done on %(day)s.") % {"day": words.day(local_date(action.done_at))}
    if action.dropped_at is not None:
        return _("Nobody does it: %(because)s") % {"because": action.dropped_because}
    return upper_first(_("not done yet; it would be done by %(day)s.") % {"day": words.day(action.due_on)})
