"""Answers to an invitation: by the link in the mail, on this site, by phone or by a calendar; places, and who waits for one."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings import notices
from meetings.actions import NotPossible
from meetings.invitation_mail import is_ahead
from meetings.kinds import Answer, AnsweredBy
from meetings.models.attendance import Attendee, Seat
from meetings.models.meeting import Meeting, MeetingState
from notifications import telling
from notifications.outbox import enqueue
from terms.days import local_date


@transaction.atomic
def answer_by_link(attendee: Attendee, *, answer: str, at: datetime) -> Attendee:
    """By who has the link of the mail. Raises NotPossible when it was stopped."""
    meeting, row = _locked(attendee, at)
    if row.link_stopped_at is not None:
        raise NotPossible(_("This link does not work any more."))
    return _answer(meeting, row, answer=answer, way=AnsweredBy.LINK, at=at)


@transaction.atomic
def answer_herself(attendee: Attendee, *, answer: str, by: Membership, at: datetime) -> Attendee:
    meeting, row = _locked(attendee, at)
    if row.member_id != by.pk:
        raise PermissionDenied
    return _answer(meeting, row, answer=answer, way=AnsweredBy.SITE, at=at)


@transaction.atomic
def write_down(attendee: Attendee, *, answer: str, by: Membership, at: datetime) -> Attendee:
    """Of somebody who phoned, by who organises."""
    meeting, row = _locked(attendee, at)
    if not by.may("meetings.organise") or by.municipality_id != row.municipality_id:
        raise PermissionDenied
    return _answer(meeting, row, answer=answer, way=AnsweredBy.PHONE, at=at)


@transaction.atomic
def answer_by_calendar(attendee: Attendee, *, answer: str, stamp: datetime, at: datetime) -> bool:
    """`stamp`: when her calendar said it (DTSTAMP). False for what it said before something that we heard already."""
    meeting, row = _locked(attendee, at)
    if row.calendar_stamp is not None and stamp <= row.calendar_stamp:
        return False
    if row.answered_at is not None and row.answered_by != AnsweredBy.CALENDAR and stamp < row.answered_at.replace(microsecond=0):
        return False
    row.calendar_stamp = stamp
    row.save(update_fields=["calendar_stamp"])
    _answer(meeting, row, answer=answer, way=AnsweredBy.CALENDAR, at=at)
    return True


@transaction.atomic
def tell_needs(attendee: Attendee, *, by: Membership, needs: Collection[str], food: str, brings: str, at: datetime) -> None:
    """What she needs to be able to come, for this meeting only. Empty takes it out."""
    _meeting, row = _locked(attendee, at)
    if row.member_id != by.pk:
        raise PermissionDenied
    row.needs, row.food, row.brings = sorted(needs), food, brings
    row.save(update_fields=["needs", "food", "brings"])


@transaction.atomic
def stop_link(attendee: Attendee, *, at: datetime) -> None:
    """ "This is not me": somebody else has the link. It answers nothing any more, and the organiser can send a new one."""
    row = Attendee.objects.select_for_update(of=("self",)).select_related("meeting__organiser__user").get(pk=attendee.pk)
    if row.link_stopped_at is not None:
        return
    row.link_stopped_at = at
    row.save(update_fields=["link_stopped_at"])
    path = reverse("meetings:invitation_detail", args=[row.uuid])
    telling.tell(notices.TO_ORGANISER, to=row.meeting.organiser, subject=row.uuid, because=f"not-me-{row.link_number}", path=path, at=at)


def fill(meeting: Meeting, *, at: datetime) -> None:
    """Places that are free go to who waits, in order; each is told. Inside a transaction that holds the meeting."""
    waiting = Attendee.objects.of_meeting(meeting).waiting().select_related("member__user")
    free = _free(meeting)
    promoted = list(waiting if free is None else waiting[: max(free, 0)])
    path = reverse("meetings:meeting_detail", args=[meeting.uuid])
    because = f"place-{at.isoformat()}"
    told = [telling.notice(notices.TO_INVITED, to=each.member, subject=each.uuid, because=because, path=path) for each in promoted]
    Attendee.objects.filter(pk__in=[each.pk for each in promoted]).update(seat=Seat.PLACE, seat_since=at)
    enqueue(*told, at=at)


def leave_all(member: Membership, still: frozenset[str], _by: Membership | None, at: datetime) -> None:
    """She takes part no longer: her places go to who waits. Inside the transaction that takes her rights away."""
    if "meetings.take_part" in still:
        return
    for row in Attendee.objects.of(member).exclude(seat="").filter(meeting__starts_at__gt=at, meeting__state=MeetingState.PLANNED).order_by("meeting"):
        meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=row.meeting_id)
        _write(row, answer=Answer.NO, way=AnsweredBy.SITE, seat="", at=at)
        fill(meeting, at=at)


def _answer(meeting: Meeting, row: Attendee, *, answer: str, way: str, at: datetime) -> Attendee:
    """The same answer twice is once: she keeps her place in the line."""
    if row.answer == answer:
        return row
    _write(row, answer=answer, way=way, seat=_seat(meeting) if answer == Answer.YES else "", at=at)
    fill(meeting, at=at)
    return row


def _write(row: Attendee, *, answer: str, way: str, seat: str, at: datetime) -> None:
    row.answer, row.answered_by, row.answered_at = answer, way, at
    row.seat, row.seat_since = seat, at if seat else None
    row.save(update_fields=["answer", "answered_by", "answered_at", "seat", "seat_since"])


def _seat(meeting: Meeting) -> str:
    """Who says maybe holds no place; who says yes has one, or waits."""
    free = _free(meeting)
    return Seat.PLACE if free is None or free > 0 else Seat.WAITING


def _free(meeting: Meeting) -> int | None:
    """None: as many as want to."""
    return None if meeting.places is None else meeting.places - Attendee.objects.of_meeting(meeting).has_place().count()


def _locked(attendee: Attendee, at: datetime) -> tuple[Meeting, Attendee]:
    """First the meeting: who takes the last place is decided one by one. Raises NotPossible when answering is over."""
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=attendee.meeting_id)
    if meeting.state != MeetingState.PLANNED:
        raise NotPossible(_("This meeting does not go on."))
    if not is_ahead(meeting, at):
        raise NotPossible(_("This meeting has begun. Answering is not possible any more."))
    row = Attendee.objects.select_for_update(of=("self",)).select_related("member__user").get(pk=attendee.pk)
    if not row.member.is_active_on(local_date(at)):
        raise NotPossible(_("This invitation does not hold any more."))
    return meeting, row
