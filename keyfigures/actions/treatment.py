"""A complaint of a key figure about how she is treated: outside the coordinator, with the term of the law (Awb chapter 9)."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines, notices, statements
from keyfigures.actions import NotPossible
from keyfigures.models.figure import KeyFigure
from keyfigures.models.reconsideration import SealedStatement
from keyfigures.models.treatment import Complaint, ComplaintState, Finding
from notifications import telling
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

HANDLE = "keyfigures.complaints"
SIX_WEEKS = timedelta(weeks=6)  # Awb art. 9:11(1)
FOUR_WEEKS = timedelta(weeks=4)  # Awb art. 9:11(2): once
MOST_OPEN = 3
Purpose = SealedStatement.Purpose


@transaction.atomic
def complain(figure: KeyFigure, *, by: Membership, at: datetime, submission: UUID, text: str) -> Complaint:
    """Her complaint, with the promised day at once. Sending the same form twice makes one.

    Raises NotPossible when nobody outside the coordinator can handle it here, or when three are open.
    """
    if by.pk != figure.member_id:
        raise PermissionDenied
    KeyFigure.objects.select_for_update(of=("self",)).get(pk=figure.pk)
    known: Complaint | None = Complaint.objects.of_figure(figure).filter(submission=submission).first()
    if known is not None:
        return known
    if Complaint.objects.of_figure(figure).open().count() >= MOST_OPEN:
        raise NotPossible(_("Three complaints of yours are open. Wait for an answer, or call."))
    handler = handler_for(figure, at=at)
    if handler is None:
        raise NotPossible(_("Here nobody can handle a complaint online, outside your contact person. Please call or mail."))
    row = Complaint.objects.create(municipality=figure.municipality, key_figure=figure, handler=handler, submission=submission, at=at)
    statements.add(row.uuid, text, purpose=Purpose.COMPLAINT, author=by, at=at)
    _promise(row, within=SIX_WEEKS, at=at)
    _tell(notices.TO_OFFICIAL, row, to=handler, because="made", at=at)
    _tell(notices.TO_KEY_FIGURE, row, to=by, because="received", at=at)
    return row


def handler_for(figure: KeyFigure, *, at: datetime, besides: Membership | None = None) -> Membership | None:
    """Who is there and handles complaints, and is not her contact person, nor she herself, nor the one `besides` whom we look."""
    on = local_date(at)
    here = Membership.objects.of_municipality(figure.municipality).active_on(on).with_permission(HANDLE).select_related("user", "municipality")
    others = list(here.exclude(pk__in=[each for each in (figure.member_id, figure.contact_person_id, besides and besides.pk) if each]))
    absent = set(Membership.objects.absent_on(on).filter(municipality=figure.municipality_id).values_list("pk", flat=True))
    return min(others, key=lambda each: (each.pk in absent, each.pk), default=None)


def reads_until(figure: KeyFigure) -> date | None:
    """So long who stopped can still log in to read the answer that she waits for; None when she waits for none."""
    promised = Clock.objects.open().promised_to(figure.member).filter(kind=deadlines.COMPLAINT).aggregate(last=Max("due_at"))["last"]
    return local_date(promised) + FOUR_WEEKS + SIX_WEEKS if promised else None  # put off once, and then time to read it


@transaction.atomic
def make_room(figure: KeyFigure, official: Membership, *, at: datetime) -> bool:
    """Before `official` becomes her contact person: what she complained about with this official goes to another who handles complaints.

    She and the new handler hear it; the promised day stays. False when there is nobody else: then this official cannot become it.
    The caller holds the lock on the key figure, so no complaint comes in between.
    """
    rows = list(Complaint.objects.of_figure(figure).open().filter(handler=official).select_for_update(of=("self",)).for_detail().order_by("pk"))
    if not rows:
        return True
    other = handler_for(figure, at=at, besides=official)
    if other is None:
        return False
    for row in rows:
        row.handler = other
        row.save(update_fields=["handler"])
        clocks.give_to(row.uuid, owner=other, at=at)
        because = f"handler-{at.isoformat()}"
        _tell(notices.TO_OFFICIAL, row, to=other, because=because, at=at)
        _tell(notices.TO_KEY_FIGURE, row, to=row.key_figure.member, because=because, at=at)
    return True


@transaction.atomic
def extend(row: Complaint, *, by: Membership, at: datetime) -> Complaint:
    """Four weeks more, once, before the promised day is over. She is told, with the new day."""
    row = _to_handle(row, by)
    if row.state == ComplaintState.EXTENDED:
        raise NotPossible(_("The answer was put off already. That is possible once."))
    clock = Clock.objects.open().about(row.uuid).first()
    if clock is None or clock.is_late_at(at):
        raise NotPossible(_("The promised day is over. It can be put off only before that day."))
    clocks.end(row.uuid, at=at)
    row.state = ComplaintState.EXTENDED
    row.save()
    last = local_date(clock.due_at) + FOUR_WEEKS
    new = NewPromise(kind=deadlines.COMPLAINT, subject=row.uuid, owner=row.handler, waiter=row.key_figure.member, due_on=last)
    clocks.start_all([new], municipality=row.municipality, at=at)
    _tell(notices.TO_KEY_FIGURE, row, to=row.key_figure.member, because="extended", at=at)
    return row


@transaction.atomic
def answer(row: Complaint, *, by: Membership, at: datetime, finding: str, text: str) -> Complaint:
    """What was found, and why. This ends it."""
    row = _to_handle(row, by)
    row.state, row.finding, row.handler, row.ended_at = ComplaintState.ANSWERED, Finding(finding), by, at
    row.save()
    statements.add(row.uuid, text, purpose=Purpose.ANSWER, author=by, at=at)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.COMPLAINT])
    _tell(notices.TO_KEY_FIGURE, row, to=row.key_figure.member, because="answered", at=at)
    return row


@transaction.atomic
def withdraw(row: Complaint, *, by: Membership, at: datetime) -> Complaint:
    """She takes it back, without a reason. What she wrote is erased at once."""
    row = _locked(row)
    if by.pk != row.key_figure.member_id:
        raise PermissionDenied
    _check_open(row)
    row.state, row.ended_at = ComplaintState.WITHDRAWN, at
    row.save()
    statements.erase(row.uuid, at=at)
    clocks.end(row.uuid, at=at)
    _tell(notices.TO_OFFICIAL, row, to=row.handler, because="withdrawn", at=at)
    return row


def _locked(row: Complaint) -> Complaint:
    fresh: Complaint = Complaint.objects.select_for_update(of=("self",)).for_detail().get(pk=row.pk)
    return fresh


def _check_open(row: Complaint) -> None:
    if not row.is_open:
        raise NotPossible(_("This complaint is closed. Somebody took a step just before you."))


def _to_handle(row: Complaint, by: Membership) -> Complaint:
    row = _locked(row)
    is_other = by.pk != row.key_figure.member_id
    if not is_other or not by.may(HANDLE) or not Complaint.objects.visible_to(by).filter(pk=row.pk).exists():
        raise PermissionDenied
    _check_open(row)
    return row


def _promise(row: Complaint, *, within: timedelta, at: datetime) -> None:
    """The law counts weeks; a municipality that promises fewer working days keeps to those."""
    today, calendar = local_date(at), calendar_of(row.municipality)
    own = calendar.add(today, calendar.working_days(deadlines.COMPLAINT, deadlines.WORKING_DAYS[deadlines.COMPLAINT]))
    new = NewPromise(kind=deadlines.COMPLAINT, subject=row.uuid, owner=row.handler, waiter=row.key_figure.member, due_on=min(own, today + within))
    clocks.start_all([new], municipality=row.municipality, at=at, calendar=calendar)


def _tell(kind: str, row: Complaint, *, to: Membership, because: str, at: datetime) -> None:
    """Never to who stands in: that can be the coordinator."""
    path = reverse("keyfigures:complaint_detail", args=[row.uuid])
    telling.tell_only(kind, to=to, subject=row.uuid, because=because, path=path, at=at)
