"""Inviting people, and what who is invited hears of a meeting. All mail goes through the outbox, with the calendar part of its kind."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from meetings import invitation_mail, log_verbs
from meetings.actions import NotPossible, answers
from meetings.actions.locks import locked
from meetings.invitation_mail import ALL, CANCELLED, CHANGED, INVITED
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from meetings.querysets.attendance import AttendeeQuerySet
from meetings.querysets.invitable import not_invited
from notifications import delivery, outbox
from notifications.models import Message, State
from notifications.outbox import enqueue
from terms.days import local_date

# Mails about an invitation that were sent, or are being sent now.
_HEARD = Q(kind__in=[INVITED, CHANGED], state__in=[State.SENT, State.CLAIMED])


@transaction.atomic
def invite(meeting: Meeting, *, members: Iterable[Membership], by: Membership, at: datetime) -> int:
    """Invite them; returns how many of them were not yet. Who cannot be invited (paused, ended, elsewhere) is left out.

    A constant number of statements. Raises NotPossible for a meeting that began or is cancelled.
    """
    meeting = locked(meeting)
    _check_organises(meeting, by)
    _check_ahead(meeting, at)
    people = not_invited(meeting, on=local_date(at)).filter(pk__in=[each.pk for each in members]).order_by("pk")
    new = [Attendee(municipality=meeting.municipality, meeting=meeting, member=each, told_sequence=meeting.sequence) for each in people]
    if not new:
        return 0
    Attendee.objects.bulk_create(new)
    Meeting.objects.filter(pk=meeting.pk, invited_at=None).update(invited_at=at)
    enqueue(*(invitation_mail.notice(INVITED, each, meeting) for each in new), at=at)
    return len(new)


@transaction.atomic
def send_again(attendee: Attendee, *, by: Membership, at: datetime) -> None:
    """The mail failed: try it again. Her link was stopped: she gets a new one. Raises NotPossible when neither is so."""
    meeting = locked(attendee.meeting)
    _check_organises(meeting, by)
    _check_ahead(meeting, at)
    attendee = Attendee.objects.select_for_update(of=("self",)).select_related("member__user").get(pk=attendee.pk)
    if attendee.link_stopped_at is not None:
        attendee.link_stopped_at, attendee.link_number = None, attendee.link_number + 1
        attendee.save(update_fields=["link_stopped_at", "link_number"])
        enqueue(invitation_mail.notice(INVITED, attendee, meeting), at=at)
    elif not delivery.try_again(Message.objects.filter(subject=attendee.uuid, kind__in=ALL), at=at):
        raise NotPossible(_("This mail was sent, or is being sent now."))


@transaction.atomic
def take_back(attendee: Attendee, *, by: Membership, at: datetime) -> None:
    """It was not meant for her: it goes, with what she answered and needs, and her place goes to who waits. Twice is once.

    She hears of it, and her calendar too, when the invitation was sent; else nothing is sent at all. Raises NotPossible for a
    meeting that began or is cancelled.
    """
    meeting = locked(attendee.meeting)
    _check_organises(meeting, by)
    _check_ahead(meeting, at)
    row = Attendee.objects.select_for_update(of=("self",)).select_related("member").filter(pk=attendee.pk).first()
    if row is None:
        return
    if Message.objects.filter(_HEARD, subject=row.uuid).exists():
        enqueue(invitation_mail.taken_back(row, meeting), at=at)
    outbox.cancel(subject=row.uuid, kinds_of=ALL)
    log.record(log_verbs.TAKEN_BACK, at=at, actor=by, kind="meetings.meeting", subject=meeting.uuid)
    row.delete()
    answers.fill(meeting, at=at)


@transaction.atomic
def send_failed_again(meeting: Meeting, *, by: Membership, at: datetime) -> int:
    """Try every mail about this meeting that failed; returns how many."""
    _check_organises(meeting, by)
    _check_ahead(meeting, at)
    return delivery.try_again(Message.objects.filter(subject__in=meeting.attendees.values("uuid"), kind__in=ALL), at=at)


def meeting_changed(meeting: Meeting, *, significant: bool, at: datetime) -> None:
    """`significant`: time, place, link or chair; `meeting.sequence` is the new one. Also when the number of places changed.

    Runs inside the transaction of the change, as the two below.
    """
    answers.fill(meeting, at=at)
    if significant:
        _tell(CHANGED, meeting, list(_invited(meeting)), at=at)


def meeting_cancelled(meeting: Meeting, *, at: datetime) -> None:
    """It does not go on; `meeting.sequence` is that of the cancellation. Told to who heard of it: what still waits is not sent."""
    heard = Message.objects.filter(_HEARD, subject__in=meeting.attendees.values("uuid"))
    _tell(CANCELLED, meeting, list(_invited(meeting).filter(uuid__in=heard.values("subject"))), at=at)


def meeting_replanned(meeting: Meeting, *, at: datetime) -> None:
    """It goes on after all: `meeting.ical_uid` is new and its sequence 0, because calendars forget a cancelled one.

    Everybody answers anew: who could come then perhaps cannot now.
    """
    unanswered = {"answer": "", "answered_at": None, "answered_by": "", "seat": "", "seat_since": None, "calendar_stamp": None}
    meeting.attendees.update(**unanswered)
    _tell(INVITED, meeting, list(_invited(meeting)), at=at)


def _tell(kind: str, meeting: Meeting, attendees: list[Attendee], *, at: datetime) -> None:
    Attendee.objects.filter(pk__in=[each.pk for each in attendees]).update(told_sequence=meeting.sequence)
    enqueue(*(invitation_mail.notice(kind, each, meeting) for each in attendees), at=at)


def _invited(meeting: Meeting) -> AttendeeQuerySet:
    return Attendee.objects.of_meeting(meeting).select_related("member").order_by("pk")


def _check_organises(meeting: Meeting, by: Membership) -> None:
    if not by.may("meetings.organise") or by.municipality_id != meeting.municipality_id:
        raise PermissionDenied


def _check_ahead(meeting: Meeting, at: datetime) -> None:
    if meeting.state != MeetingState.PLANNED or not invitation_mail.is_ahead(meeting, at):
        raise NotPossible(_("This meeting has begun or is cancelled. Nobody can be invited any more."))
