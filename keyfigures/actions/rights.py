"""What somebody asks about her own data, and the answer within the term of the law (AVG art. 12 to 22)."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures import deadlines, notices
from keyfigures import stages as way
from keyfigures.actions import NotPossible, erasing, stages
from keyfigures.deadlines import ANSWER_MONTHS, LONGER_MONTHS, months_after
from keyfigures.models.figure import KeyFigure
from keyfigures.models.rights import DataRequest, Decision, Right
from keyfigures.stages import Stage
from notifications import telling
from notifications.outbox import enqueue
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date


@transaction.atomic
def ask(member: Membership, *, right: str, text: str = "", at: datetime) -> DataRequest:
    """Ask it oneself. An answer is promised for the same day next month; what can be done at once is done at once.

    Stop: who is active is paused, and nobody calls her. Delete: what she chose to tell is gone. Raises NotPossible.
    """
    member = Membership.objects.select_for_update(of=("self",)).select_related("user", "municipality").get(pk=member.pk)
    if DataRequest.objects.open().filter(member=member, right=right).exists():
        raise NotPossible(_("You asked this already. You get one answer to it."))
    handler = _handler(member, at=at)
    row = DataRequest.objects.create(municipality=member.municipality, member=member, right=right, text=text, handler=handler, at=at)
    due_on = months_after(local_date(at), ANSWER_MONTHS)
    new = NewPromise(kind=deadlines.DATA_REQUEST, subject=row.uuid, owner=handler, waiter=member, due_on=due_on)
    clocks.start_all([new], municipality=member.municipality, at=at)
    enqueue(telling.notice(notices.PRIVACY, to=handler, subject=row.uuid, because="asked", path=_page(row)), at=at)
    _do_at_once(row, at=at)
    return row


def _do_at_once(row: DataRequest, *, at: datetime) -> None:
    figure = KeyFigure.objects.filter(member=row.member).first()
    if row.right == Right.STOP and figure is not None:
        stages.end_agreed_steps(figure, at=at)
        if figure.stage == Stage.ACTIVE:
            stages.move(figure, way.PAUSE, by=row.member, at=at)
    if row.right == Right.DELETE:
        erasing.erase_chosen(row.member, at=at)


def _handler(member: Membership, *, at: datetime) -> Membership:
    """The present privacy officer with the fewest open requests; never about herself."""
    day = local_date(at)
    officers = Membership.objects.of_municipality(member.municipality).active_on(day).with_permission("keyfigures.data_requests").exclude(pk=member.pk)
    absent = set(Membership.objects.absent_on(day).filter(municipality=member.municipality).values_list("pk", flat=True))
    open_of = dict(DataRequest.objects.open().filter(handler__in=officers).values_list("handler").annotate(Count("pk")))
    handler = min(officers, key=lambda officer: (officer.pk in absent, open_of.get(officer.pk, 0), officer.pk), default=None)
    if handler is None:
        raise NotPossible(_("Nobody here can answer this in the application now. Please call or mail the municipality: your right is the same."))
    return handler


@transaction.atomic
def extend(row: DataRequest, *, by: Membership, reason: str, at: datetime) -> None:
    """Two months longer, once, with a reason that she reads (AVG art. 12(3)). Raises NotPossible, PermissionDenied."""
    row = _locked(row, by)
    if row.extended_at is not None:
        raise NotPossible(_("The term was made longer before. That can be done once."))
    asked_on = local_date(row.at)
    if local_date(at) > months_after(asked_on, ANSWER_MONTHS):
        raise NotPossible(_("The first month is over. It can no longer be made longer: give the answer."))
    row.extended_at, row.extension_reason = at, reason
    row.save(update_fields=["extended_at", "extension_reason"])
    clocks.move_all({row.uuid: months_after(asked_on, ANSWER_MONTHS + LONGER_MONTHS)}, kind=deadlines.DATA_REQUEST, at=at)
    _tell(row, because="longer", at=at)


@transaction.atomic
def answer(row: DataRequest, *, by: Membership, decision: str, text: str = "", at: datetime) -> DataRequest:
    """Decide and tell her. Deleting is done here as well. Raises NotPossible, PermissionDenied."""
    row = _locked(row, by)
    if decision != Decision.DONE and not text:
        raise NotPossible(_("Write what is not done, and why."))
    row.decision, row.answer, row.answered_at = decision, text, at
    row.save(update_fields=["decision", "answer", "answered_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.DATA_REQUEST])
    if row.right == Right.DELETE and decision != Decision.REFUSED:
        erasing.erase_all_that_can_go(row.member, at=at)
    _tell(row, because="answered", at=at)
    return row


@transaction.atomic
def withdraw(row: DataRequest, *, by: Membership, at: datetime) -> None:
    """She does not want an answer any more; what was done at once stays done."""
    if by.pk != row.member_id:
        raise PermissionDenied
    if not DataRequest.objects.open().filter(pk=row.pk).delete()[0]:
        raise NotPossible(_("This is answered already."))
    clocks.end(row.uuid, at=at)


def _locked(row: DataRequest, by: Membership) -> DataRequest:
    """The row as it is now; two privacy officers cannot both answer it."""
    row = DataRequest.objects.select_for_update(of=("self",)).with_people().get(pk=row.pk)
    if not by.may("keyfigures.data_requests") or by.municipality_id != row.municipality_id or by.pk == row.member_id:
        raise PermissionDenied
    if row.answered_at is not None:
        raise NotPossible(_("This is answered already."))
    return row


def _tell(row: DataRequest, *, because: str, at: datetime) -> None:
    # As she is now: erasing may have ended her part.
    member = Membership.objects.select_related("user", "municipality").get(pk=row.member_id)
    enqueue(notices.to_person(notices.PRIVACY, member, subject=row.uuid, because=because, path=_page(row), at=at), at=at)


def _page(row: DataRequest) -> str:
    return reverse("keyfigures:data_request_detail", args=[row.uuid])
