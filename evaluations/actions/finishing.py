"""Evaluations that are done by people together (of the plan, of the process, a request): begun, promised, and finished.

Callers of `begin` and `close` hold a transaction and the lock on the evaluation.
"""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from evaluations import deadlines, log_verbs
from evaluations.actions import NotPossible
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock


class NotOpen(NotPossible):
    def __str__(self) -> str:
        return _("This evaluation is not open, or a colleague finished it. Nothing can be changed here.")


def locked(evaluation: Evaluation) -> Evaluation:
    """The row as it is now; nobody else changes it until this transaction is over."""
    return Evaluation.objects.select_for_update(of=("self",)).with_all().get(pk=evaluation.pk)


def check_works_on(row: Evaluation, by: Membership, *, at: datetime) -> None:
    if not Evaluation.objects.worked_on_by(by, today=local_date(at)).filter(pk=row.pk).exists():
        raise PermissionDenied


def begin(row: Evaluation, *, at: datetime) -> None:
    """Open from now on. It is promised that it is finished on its last day, or within its term where that is later: its page tells one day."""
    if row.state == State.PLANNED:
        if is_another_open(row):
            raise NotPossible(_("Another evaluation of this kind is open. Finish that one first."))
        row.state, row.opened_at, row.opens_on = State.OPEN, at, local_date(at)
        row.save(update_fields=["state", "opened_at", "opens_on"])
        clocks.end(row.uuid, at=at, kinds=[deadlines.PREPARE])
    if row.state != State.OPEN:
        raise NotOpen
    if not Clock.objects.open().about(row.uuid).filter(kind=deadlines.FINISH).exists():
        row.closes_on = max(row.closes_on, _end_of_term(row, at))
        row.save(update_fields=["closes_on"])
        promise = NewPromise(kind=deadlines.FINISH, subject=row.uuid, owner=row.owner, waiter=None, due_on=row.closes_on)
        clocks.start_all([promise], municipality=row.municipality, at=at)


def _end_of_term(row: Evaluation, at: datetime) -> date:
    calendar = calendar_of(row.municipality)
    return local_date(calendar.due_at(at, calendar.working_days(deadlines.FINISH, deadlines.WORKING_DAYS[deadlines.FINISH])))


def open_due(*, at: datetime) -> int:
    """A process evaluation and a request whose day has come, or came while nothing ran: from then on it is promised that they are finished.

    A plan opens when it is chosen who reads it. Returns how many opened.
    """
    due = Evaluation.objects.filter(kind__in=[Kind.PROCESS, Kind.EFFECT], state=State.PLANNED, opens_on__lte=local_date(at))
    return sum(_open(evaluation, at=at) for evaluation in due.order_by("pk"))


@transaction.atomic
def _open(evaluation: Evaluation, *, at: datetime) -> bool:
    """While another of its kind is open it waits."""
    row = locked(evaluation)
    if row.state != State.PLANNED or is_another_open(row):
        return False
    begin(row, at=at)
    return True


def is_another_open(row: Evaluation) -> bool:
    return Evaluation.objects.filter(municipality=row.municipality, kind=row.kind, state=State.OPEN).exists()


def close(row: Evaluation, *, by: Membership | None, at: datetime) -> None:
    """Done, by a person or by the clock: what came out is shared back within its term."""
    row.state, row.closed_at = State.CLOSED, at
    row.save(update_fields=["state", "closed_at"])
    clocks.keep(row.uuid, at=at, kinds=[deadlines.FINISH])
    promise = NewPromise(kind=deadlines.SHARE_BACK, subject=row.uuid, owner=row.owner, waiter=None)
    clocks.start_all([promise], municipality=row.municipality, at=at)
    log.record(log_verbs.CLOSED, at=at, actor=by, kind="evaluations.evaluation", subject=row.uuid, municipality=row.municipality)
