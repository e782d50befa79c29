"""The report of a meeting: kept while it is written, closed once, and fixed when nobody can correct it any more."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from meetings import deadlines, reports
from meetings.actions import NotPossible, action
from meetings.actions.agenda import keeper_of
from meetings.actions.locks import locked
from meetings.kinds import Aim, BroughtBy
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from meetings.models.report import Correction
from meetings.notices import TO_INVITED, TO_ORGANISER
from meetings.reports import Missing, Written
from notifications.outbox import enqueue
from notifications.telling import notice, tell
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date


class ReportChanged(NotPossible):
    """A colleague wrote in the report since the page was opened."""

    def __str__(self) -> str:
        return _("A colleague wrote in this report while you were busy. Nothing of yours is lost: choose below what it becomes.")


class NotToBeWritten(NotPossible):
    def __str__(self) -> str:
        return _("A colleague closed this report, or the meeting did not begin yet. It cannot be changed here.")


class NotComplete(NotPossible):
    """`missing`: what must be filled in first."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__()
        self.missing = missing

    def __str__(self) -> str:
        return _("The report is not complete yet. Below stands what is missing.")


@dataclass(frozen=True, kw_only=True)
class NewPoint:
    """Came up at the table. `proposed_by` only where a key figure is named who wants to hear what was done with it."""

    title: str
    brought_by: str
    proposed_by: Membership | None = None
    said: str = ""
    agreed: str = ""


@dataclass(frozen=True, kw_only=True)
class NewAction:
    text: str
    owner: Membership
    due_on: date


@transaction.atomic
def save(
    meeting: Meeting, *, by: Membership, at: datetime, version: int, present: Collection[UUID], points: Collection[Written],
    new_points: Collection[NewPoint] = (), new_actions: Collection[NewAction] = (), dropped: Collection[UUID] = (),
) -> Meeting:
    """Keep the draft; only who leads or organises sees it. Sending the same twice is once.

    `present`: the public ids of invitations; `dropped`: those of action points. Raises ReportChanged when `version` is not that
    of the meeting any more and something differs.
    """
    row = locked(meeting)
    check_leads(row, by)
    if not reports.can_be_written(row, at):
        raise NotToBeWritten
    texts, attendance = _other_texts(row, points), _other_attendance(row, present)
    fresh, actions = _points_to_add(row, new_points), _actions_to_add(row, new_actions)
    gone = ActionPoint.objects.of_meeting(row).filter(uuid__in=list(dropped))
    if not (texts or attendance or fresh or actions or gone.exists()):
        return row
    if row.version != version:
        raise ReportChanged
    AgendaItem.objects.bulk_update(texts, ["was_taken", "said", "agreed", "not_taken_because"])
    for was_present, invitations in attendance.items():
        Attendee.objects.filter(pk__in=invitations).update(was_present=was_present)
    gone.delete()
    _add(row, fresh, actions, at=at)
    return grown(row)


@transaction.atomic
def close(meeting: Meeting, *, by: Membership, at: datetime, version: int) -> Meeting:
    """Everybody who was invited can read it from here on, and is told; for ten working days it can be corrected.

    What was promised with it is kept, and from now on the municipality owes an answer to each point that was taken.
    Raises NotComplete, and ReportChanged for what she did not read.
    """
    row = locked(meeting)
    check_leads(row, by)
    if not reports.can_be_written(row, at):
        raise NotToBeWritten
    if row.version != version:
        raise ReportChanged
    items = list(AgendaItem.objects.of_meeting(row).with_people())
    missing = reports.missing(items, Attendee.objects.of_meeting(row).values_list("was_present", flat=True))
    if missing:
        raise NotComplete(missing)
    row.state, row.closed_at = MeetingState.CLOSED, at
    row.correct_until = reports.last_day_to_correct(calendar_of(row.municipality), at)
    row.save(update_fields=["state", "closed_at", "correct_until"])
    Attendee.objects.of_meeting(row).present().update(may_give_pulse=True)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.REPORT])
    _promise_answers(row, items, at=at)
    action.begin_all(row, at=at)
    _tell_everybody(row, by=by, at=at)
    return row


def promise_reports(*, at: datetime) -> int:
    """Every meeting that is over owes a report, counted from its end: late or twice, this job makes the same promise."""
    waiting = Meeting.objects.without_report(at).values_list("pk", flat=True)
    return sum(_promise_report(pk, at=at) for pk in waiting)


def fix_reports(*, at: datetime) -> int:
    """Reports that nobody can correct any more become final. One of which a correction still waits does not: who leads hears so."""
    due = Meeting.objects.filter(state=MeetingState.CLOSED, correct_until__lt=local_date(at)).order_by("pk").values_list("pk", flat=True)
    return sum(_fix(pk, at=at) for pk in list(due))


def fix_if_done(row: Meeting, *, at: datetime) -> bool:
    """Within a transaction that holds the meeting."""
    is_over = row.state == MeetingState.CLOSED and row.correct_until is not None and row.correct_until < local_date(at)
    if not is_over or Correction.objects.of_meeting(row).open().exists():
        return False
    row.state, row.fixed_at = MeetingState.FIXED, at
    row.save(update_fields=["state", "fixed_at"])
    return True


def grown(row: Meeting) -> Meeting:
    """Something of it changed: who read the version before this one does not overwrite it."""
    row.version += 1
    row.save(update_fields=["version"])
    return row


def check_leads(row: Meeting, by: Membership) -> None:
    if not Meeting.objects.led_by(by).filter(pk=row.pk).exists():
        raise PermissionDenied


def path_of(meeting: Meeting) -> str:
    return reverse("meetings:report_detail", args=[meeting.uuid])


@transaction.atomic
def _promise_report(pk: int, *, at: datetime) -> bool:
    row = Meeting.objects.without_report(at).select_for_update(of=("self",)).with_people().filter(pk=pk).first()
    if row is None:
        return False
    new = NewPromise(kind=deadlines.REPORT, subject=row.uuid, owner=keeper_of(row, at), waiter=None)
    clocks.start_all([new], municipality=row.municipality, at=row.ends_at)
    return True


@transaction.atomic
def _fix(pk: int, *, at: datetime) -> bool:
    row = Meeting.objects.select_for_update(of=("self",)).with_people().get(pk=pk)
    if fix_if_done(row, at=at):
        return True
    if row.state == MeetingState.CLOSED:
        tell(TO_ORGANISER, to=keeper_of(row, at), subject=row.uuid, because="corrections-wait", path=path_of(row), at=at)
    return False


def _other_texts(row: Meeting, points: Collection[Written]) -> list[AgendaItem]:
    """The points about which something else was written than stands there now."""
    written, changed = {each.uuid: each for each in points}, []
    for item in AgendaItem.objects.of_meeting(row).filter(uuid__in=list(written)):
        new = written[item.uuid]
        texts = {"was_taken": new.was_taken, "said": new.said, "agreed": new.agreed, "not_taken_because": "" if new.was_taken else new.not_taken_because}
        if any(getattr(item, name) != value for name, value in texts.items()):
            for name, value in texts.items():
                setattr(item, name, value)
            changed.append(item)
    return changed


def _other_attendance(row: Meeting, present: Collection[UUID]) -> dict[bool, list[int]]:
    """By whether they were there: the invitations of which something else stands there now."""
    other: dict[bool, list[int]] = {}
    for pk, uuid, was_present in Attendee.objects.of_meeting(row).values_list("pk", "uuid", "was_present"):
        if was_present != (uuid in present):
            other.setdefault(uuid in present, []).append(pk)
    return other


def _points_to_add(row: Meeting, new: Collection[NewPoint]) -> list[NewPoint]:
    known = set(AgendaItem.objects.of_meeting(row).values_list("title", "said", "agreed")) if new else set()
    return [each for each in new if (each.title, each.said, each.agreed) not in known]


def _actions_to_add(row: Meeting, new: Collection[NewAction]) -> list[NewAction]:
    if any(each.owner.municipality_id != row.municipality_id for each in new):
        raise PermissionDenied
    known = set(ActionPoint.objects.of_meeting(row).values_list("text", "owner", "due_on")) if new else set()
    return [each for each in new if (each.text, each.owner.pk, each.due_on) not in known]


def _add(row: Meeting, points: Collection[NewPoint], actions: Collection[NewAction], *, at: datetime) -> None:
    here = {"municipality": row.municipality, "meeting": row}
    last = AgendaItem.objects.filter(meeting=row).aggregate(last=Max("position"))["last"] or 0
    for position, each in enumerate(points, start=last + 1):
        AgendaItem.objects.create(
            **here, brought_by=each.brought_by, proposed_by=each.proposed_by, proposed_at=at, submission=uuid4(), title=each.title, aim=Aim.ASK,
            position=position, said=each.said, agreed=each.agreed,
        )
    for task in actions:
        ActionPoint.objects.create(**here, owner=task.owner, text=task.text, due_on=task.due_on, made_at=at)


def _promise_answers(row: Meeting, items: Collection[AgendaItem], *, at: datetime) -> None:
    new = [
        NewPromise(kind=deadlines.POINT_ANSWER, subject=item.uuid, owner=row.organiser, waiter=_waits(item))
        for item in items
        if item.was_taken
    ]
    clocks.start_all(new, municipality=row.municipality, at=at)


def _waits(item: AgendaItem) -> Membership | None:
    return item.proposed_by if item.brought_by == BroughtBy.KEY_FIGURE else None


def _tell_everybody(row: Meeting, *, by: Membership, at: datetime) -> None:
    """Who was there reads a thank-you on that page, who was not the summary; the mail is the same for both."""
    if row.invited_at is None:
        return
    invited = Attendee.objects.of_meeting(row).exclude(member=by).select_related("member__user", "member__message_preference")
    enqueue(*(notice(TO_INVITED, to=each.member, subject=row.uuid, because="report", path=path_of(row)) for each in invited), at=at)
