"""The report of a meeting in words: its place on the page of the meeting, what it begins with, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from meetings import reports
from meetings.actions.report import NewAction, NewPoint
from meetings.models.agenda import AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation.meeting import Step, is_led_by
from meetings.presentation.planning import Difference
from meetings.presentation.point import PointPart, parts
from meetings.reports import Missing, Written
from terms.days import local_date
from ui.phrases import Words, names

FEW = 5  # fewer people are not counted; also the step of rounding


@dataclass(frozen=True, kw_only=True)
class Section:
    """On the page of the meeting: where the report is, and how it stands with each point."""

    lead: str
    points: Sequence[PointPart]
    url: str
    pdf_url: str


def step(meeting: Meeting, *, reader: Membership, at: datetime) -> Step | None:
    """The main thing to do once it has begun."""
    if not reports.can_be_written(meeting, at) or not is_led_by(meeting, reader):
        return None
    return Step(label=_("Write the report"), url=reverse("meetings:report_edit", args=[meeting.uuid]))


def section(meeting: Meeting, *, reader: Membership, at: datetime) -> Section | None:
    if not reports.is_there(meeting):
        return None
    return Section(
        lead=lead(meeting, reader=reader, at=at), points=parts(meeting, reader=reader, at=at),
        url=reverse("meetings:report_detail", args=[meeting.uuid]), pdf_url=reverse("meetings:report_pdf", args=[meeting.uuid]),
    )


def lead(meeting: Meeting, *, reader: Membership, at: datetime) -> str:
    """Who was there is thanked, who was not reads the summary. One statement."""
    own = Attendee.objects.of_meeting(meeting).of(reader).first()
    told = {"day": Words(local_date(at)).day(local_date(meeting.starts_at))}
    if own is not None and reader.may("keyfigures.own"):
        return (_thanks() if own.was_present else _summary()) % told
    return _("This is what was talked about on %(day)s, and what happens with it.") % told


def _thanks() -> str:
    return _("Thank you for being there on %(day)s. This is what we talked about, and what happens with it.")


def _summary() -> str:
    return _("You were not there on %(day)s. This is what was talked about, and what happens with it.")


def until(meeting: Meeting, *, at: datetime) -> str:
    """Until when it can be corrected, or that it is final."""
    words = Words(local_date(at))
    if meeting.state == MeetingState.FIXED and meeting.fixed_at is not None:
        return _("This report is final since %(day)s.") % {"day": words.day(local_date(meeting.fixed_at))}
    if reports.can_be_corrected(meeting, words.today) and meeting.correct_until is not None:
        return _("Is something not right? You can propose a correction until %(day)s.") % {"day": words.day(meeting.correct_until)}
    return _("Nothing new can be corrected any more. A correction still waits for a decision; after that the report is final.")


def how_many(meeting: Meeting) -> str:
    """ "Er waren 10 of meer mensen": rounded down, so that nobody reads from it who was there. One statement."""
    present = Attendee.objects.of_meeting(meeting).present().count()
    if present < FEW:
        return _("There were fewer than 5 people.")
    return _("There were %(number)d or more people.") % {"number": present - present % FEW}


def missing_in_words(missing: Sequence[Missing]) -> list[str]:
    sentences = {
        reports.PRESENT: _("Say who was there."),
        reports.POINTS: _("Write down at least one point."),
        reports.SAID: _("Write what was said or agreed about “%(point)s”."),
        reports.WHY_NOT: _("Write why you did not get to “%(point)s”."),
    }
    return [sentences[each.what] % {"point": each.point} for each in missing]


def differences(meeting: Meeting, answers: dict[str, Any]) -> list[Difference]:
    """What a colleague wrote, beside what she typed: only what differs. Two statements."""
    found, written = [], {each.uuid: each for each in answers["points"]}
    for item in AgendaItem.objects.of_meeting(meeting):
        yours = written.get(item.uuid)
        found += _of_point(item, yours) if yours else [Difference(label=item.title, theirs=_told(_as_written(item)), yours=_("Not on your page yet"))]
    there = Attendee.objects.of_meeting(meeting).for_list()
    theirs = [each.member.name for each in there if each.was_present]
    mine = [each.member.name for each in there if each.uuid in answers["present"]]
    if theirs != mine:
        found.insert(0, Difference(label=_("Who was there"), theirs=names(theirs) or _("Nobody"), yours=names(mine) or _("Nobody")))
    return found


def typed(answers: dict[str, Any], items: Sequence[AgendaItem]) -> str:
    """All texts that she typed, for when the form itself is not shown any more."""
    titles = {item.uuid: item.title for item in items}
    lines = [f"{titles[each.uuid]}: {_told(each)}" for each in answers["points"] if each.said or each.agreed or each.not_taken_because]
    new: list[NewPoint] = answers["new_points"]
    actions: list[NewAction] = answers["new_actions"]
    return "\n".join([*lines, *(f"{each.title}: {each.said} {each.agreed}".strip() for each in new), *(each.text for each in actions)])


def counted(meeting: Meeting) -> str:
    """For the check: who is told when it is closed. One statement."""
    told = Attendee.objects.of_meeting(meeting).count()
    return ngettext("%(number)d invited person gets a message.", "%(number)d invited people get a message.", told) % {"number": told}


def _of_point(item: AgendaItem, yours: Written) -> list[Difference]:
    theirs, mine = _told(_as_written(item)), _told(yours)
    return [Difference(label=item.title, theirs=theirs, yours=mine)] if theirs != mine else []


def _as_written(item: AgendaItem) -> Written:
    return Written(uuid=item.uuid, was_taken=item.was_taken, said=item.said, agreed=item.agreed, not_taken_because=item.not_taken_because)


def _told(written: Written) -> str:
    if not written.was_taken:
        return _("Not dealt with: %(why)s") % {"why": written.not_taken_because or _("no reason given")}
    agreed = _("Agreed: %(text)s") % {"text": written.agreed} if written.agreed else ""
    return " ".join(filter(None, [written.said, agreed])) or _("Nothing filled in")
