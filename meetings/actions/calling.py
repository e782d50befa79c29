"""The calls at a tension: reached, not reached, not needed; and aftercare, which is promised to whoever was reached."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Membership
from keyfigures.actions import contact
from keyfigures.actions.ties import check_no_tie
from keyfigures.models.contact import ContactMoment, How, Occasion, Topic
from keyfigures.models.figure import KeyFigure
from meetings import deadlines
from meetings.actions import NotPossible
from meetings.actions.tension import check_organises, going_on
from meetings.models.tension import CallState, TensionCall
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock
from ui.words import time_in_words


@transaction.atomic
def reached(call: TensionCall, *, by: Membership, at: datetime) -> TensionCall:
    """A contact because of an incident is written down, which never counts for the quiet rhythm; and she is called again afterwards.

    Raises NotPossible when a colleague was first, when it is over, and when she does not want to be called any more.
    """
    row = _waiting(call, by)
    check_no_tie(by, row.key_figure)
    _write_down(row, by=by, at=at, how=How.CALL, on=local_date(at))
    row.caller = by
    _set(row, CallState.REACHED, called_at=at)
    new = NewPromise(kind=deadlines.AFTERCARE, subject=row.uuid, owner=by, waiter=row.key_figure.member)
    clocks.start_all([new], municipality=row.municipality, at=at)
    return row


@transaction.atomic
def not_reached(call: TensionCall, *, by: Membership, at: datetime) -> TensionCall:
    """She stays on the list, to try again. No contact is written down."""
    row = _waiting(call, by)
    _set(row, CallState.NOT_REACHED, called_at=at)
    return row


@transaction.atomic
def leave_out(call: TensionCall, *, by: Membership, at: datetime) -> TensionCall:  # noqa: ARG001  every step has a moment
    """It is not needed to call her for this."""
    row = _waiting(call, by)
    _set(row, CallState.LEFT_OUT, called_at=None)
    return row


@transaction.atomic
def call_after_all(call: TensionCall, *, by: Membership, at: datetime) -> TensionCall:
    """Back on the list: it was needed, or a finger slipped. What "reached" wrote down is taken back, by who did it, within a day."""
    row = _locked(call, by)
    if row.state == CallState.REACHED:
        _take_back(row, by=by, at=at)
    elif row.state != CallState.LEFT_OUT:
        return row
    _set(row, CallState.TO_CALL, called_at=None)
    return row


@transaction.atomic
def give_aftercare(call: TensionCall, *, by: Membership, at: datetime, how: str, on: date) -> ContactMoment:
    """She was spoken to again: a contact that belongs to the incident, and the promise is kept. Raises NotPossible when it was kept before."""
    row = _owing(call, by)
    moment = _write_down(row, by=by, at=at, how=how, on=on)
    clocks.keep(row.uuid, at=at, kinds=[deadlines.AFTERCARE])
    return moment


@transaction.atomic
def drop_aftercare(call: TensionCall, *, by: Membership, at: datetime) -> None:
    """She does not need it. Nothing is written down but that it is promised no more."""
    clocks.end(_owing(call, by).uuid, at=at, kinds=[deadlines.AFTERCARE])


def promise_nothing_more(figure: KeyFigure, *, at: datetime) -> None:
    """She ends or wants no contact: she is not called afterwards either. Within the transaction of that."""
    clocks.end_all(TensionCall.objects.filter(key_figure=figure).values_list("uuid", flat=True), at=at)


def _write_down(row: TensionCall, *, by: Membership, at: datetime, how: str, on: date) -> ContactMoment:
    """Both see the line. It belongs to the incident, whenever it is."""
    return contact.log(
        row.key_figure, by=by, official=by, at=at, on=on, how=how, occasion=Occasion.INCIDENT, topic=Topic.TENSION, theme=row.tension.theme,
    )


def _set(row: TensionCall, state: str, *, called_at: datetime | None) -> None:
    row.state, row.called_at = state, called_at
    row.save(update_fields=["state", "called_at", "caller"])


def _locked(call: TensionCall, by: Membership) -> TensionCall:
    """The row as it is now, of a tension that goes on; two who press at once come one after the other."""
    going_on(call.tension, by)
    return TensionCall.objects.select_for_update(of=("self",)).with_people().get(pk=call.pk)


def _waiting(call: TensionCall, by: Membership) -> TensionCall:
    row = _locked(call, by)
    if row.state == CallState.REACHED and row.called_at is not None:
        raise NotPossible(_("%(who)s reached %(name)s already at %(time)s.") % {
            "who": row.caller.name, "name": row.key_figure.name, "time": time_in_words(row.called_at),
        })
    if row.state == CallState.LEFT_OUT:
        raise NotPossible(_("A colleague chose that it is not needed to call %(name)s.") % {"name": row.key_figure.name})
    if not TensionCall.objects.to_do().filter(pk=row.pk).exists():
        raise NotPossible(_("%(name)s changed what she chose. Do not call her for this.") % {"name": row.key_figure.name})
    return row


def _take_back(row: TensionCall, *, by: Membership, at: datetime) -> None:
    """The contact has no key to this row: it is the one that was written down at that moment about her."""
    at_that_moment = Q(logged_at=row.called_at)
    moment = ContactMoment.objects.filter(at_that_moment, key_figure=row.key_figure, logged_by=row.caller).first()
    if moment is not None:
        contact.take_back(moment, by=by, at=at)
    clocks.end(row.uuid, at=at, kinds=[deadlines.AFTERCARE])


def _owing(call: TensionCall, by: Membership) -> TensionCall:
    """Also when the tension is over: aftercare comes after it."""
    check_organises(by, call.municipality_id)
    row = TensionCall.objects.select_for_update(of=("self",)).with_people().get(pk=call.pk)
    if not Clock.objects.open().about(row.uuid).filter(kind=deadlines.AFTERCARE).exists():
        raise NotPossible(_("This is done already, or not promised any more."))
    return row
