"""A meeting is planned, changed, cancelled, and planned again. The only place where its time, place and chair change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.models.contact import Occasion
from meetings.actions import NotPossible, chairs, invitations, rhythm
from meetings.actions.locks import locked
from meetings.models.meeting import Meeting, MeetingState
from terms import clocks

# What a calendar must know: another one of these is a new version of the invitation (RFC 5546 2.1.4).
IN_CALENDARS = ("starts_at", "ends_at", "place", "link", "chair")


class ChangedMeanwhile(NotPossible):
    """A colleague changed the meeting since the page was opened."""

    def __str__(self) -> str:
        return _("A colleague changed this meeting while you were busy. Nothing of yours is lost: choose below what it becomes.")


class NotAhead(NotPossible):
    def __str__(self) -> str:
        return _("This meeting has begun or is cancelled. It cannot be changed any more.")


@transaction.atomic
def plan(
    *, by: Membership, at: datetime, submission: UUID, kind: str, title: str, starts_at: datetime, ends_at: datetime, occasion: str = Occasion.QUIET,
    place: str = "", link: str = "", chair: Membership | None = None, places: int | None = None, agenda_closes_on: date | None = None,
) -> Meeting:
    """Nobody is told of it yet. The same `submission` twice is one meeting. Raises NotPossible for a time that is over."""
    what = {
        "kind": kind, "title": title, "starts_at": starts_at, "ends_at": ends_at, "occasion": occasion, "place": place, "link": link, "chair": chair,
        "places": places, "agenda_closes_on": agenda_closes_on,
    }
    _check(by, what, municipality=by.municipality_id, at=at)
    defaults = {**what, "municipality": by.municipality, "organiser": by, "planned_at": at}
    meeting, _is_new = Meeting.objects.get_or_create(submission=submission, defaults=defaults)
    if meeting.organiser_id != by.pk:
        raise PermissionDenied
    rhythm.follow(by.municipality, kinds={meeting.kind}, at=at)
    return meeting


@transaction.atomic
def change(meeting: Meeting, *, by: Membership, at: datetime, version: int, **what: Any) -> Meeting:  # noqa: ANN401  the fields of plan()
    """Who is invited hears of it. `version`: of the meeting as she saw it; raises ChangedMeanwhile when it is another by now."""
    row = locked(meeting)
    _check(by, what, municipality=row.municipality_id, at=at)
    if not is_ahead(row, at):
        raise NotAhead
    changed = _changed(row, what)
    if not changed:
        return row
    if row.version != version:
        raise ChangedMeanwhile
    significant, kind_before = not changed.isdisjoint(IN_CALENDARS), row.kind
    _write(row, what, sequence=row.sequence + significant)
    if "chair" in changed:
        chairs.chosen(row, at=at)
    rhythm.follow(row.municipality, kinds={kind_before, row.kind}, at=at)
    invitations.meeting_changed(row, significant=significant, at=at)
    return row


@transaction.atomic
def cancel(meeting: Meeting, *, by: Membership, at: datetime) -> Meeting:
    """It does not go on, and nothing of it is promised any more. Who is invited hears of it. Cancelling twice is once."""
    row = locked(meeting)
    _check_organises(by, row.municipality_id)
    if row.state == MeetingState.CANCELLED:
        return row
    if not is_ahead(row, at):
        raise NotPossible(_("This meeting has begun. It cannot be cancelled any more."))
    _write(row, {"state": MeetingState.CANCELLED, "cancelled_at": at}, sequence=row.sequence + 1)
    clocks.end(row.uuid, at=at)
    rhythm.follow(row.municipality, kinds={row.kind}, at=at)
    invitations.meeting_cancelled(row, at=at)
    return row


@transaction.atomic
def replan(meeting: Meeting, *, by: Membership, at: datetime, version: int, **what: Any) -> Meeting:  # noqa: ANN401  the fields of plan()
    """A cancelled meeting goes on after all, perhaps on another day: with a new UID, because calendars forget a cancelled one."""
    row = locked(meeting)
    _check(by, what, municipality=row.municipality_id, at=at)
    if row.state != MeetingState.CANCELLED:
        if _changed(row, what):
            raise NotPossible(_("A colleague planned this meeting again already."))
        return row
    if row.version != version:
        raise ChangedMeanwhile
    _write(row, {**what, "state": MeetingState.PLANNED, "cancelled_at": None, "ical_uid": uuid4(), "needs_erased_at": None}, sequence=0)
    rhythm.follow(row.municipality, kinds={row.kind}, at=at)
    invitations.meeting_replanned(row, at=at)
    return row


def is_ahead(meeting: Meeting, at: datetime) -> bool:
    """It can still be changed and cancelled."""
    return meeting.state == MeetingState.PLANNED and meeting.starts_at > at


def _changed(row: Meeting, what: dict[str, Any]) -> set[str]:
    return {name for name, value in what.items() if getattr(row, name) != value}


def _write(row: Meeting, what: dict[str, Any], *, sequence: int) -> None:
    for name, value in {**what, "sequence": sequence, "version": row.version + 1}.items():
        setattr(row, name, value)
    row.save(update_fields=[*what, "sequence", "version"])


def _check(by: Membership, what: dict[str, Any], *, municipality: int, at: datetime) -> None:
    _check_organises(by, municipality)
    chair = what.get("chair")
    if chair is not None and (chair.municipality_id != municipality or not chair.may("meetings.chair")):
        raise PermissionDenied
    if what["starts_at"] <= at:
        raise NotPossible(_("This time is over already."))


def _check_organises(by: Membership, municipality: int) -> None:
    if not by.may("meetings.organise") or by.municipality_id != municipality:
        raise PermissionDenied
