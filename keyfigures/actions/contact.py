"""Contact with a key figure: written down, taken back, and what was agreed with it ticked off."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from audit import log as audit_log
from keyfigures import deadlines, log_verbs, notices
from keyfigures.access import KIND
from keyfigures.actions import NotPossible
from keyfigures.actions.stages import promise_contact
from keyfigures.models.contact import ContactMoment
from keyfigures.models.figure import KeyFigure
from keyfigures.stages import Stage
from notifications import telling
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date
from terms.models import Clock

LONGEST_AGO = timedelta(days=60)  # a contact of longer ago says nothing about the rhythm of now


class HasEnded(NotPossible):
    def __str__(self) -> str:
        return str(_("The cooperation has ended. Contact is not written down any more."))


class TooLateToTakeBack(NotPossible):
    def __str__(self) -> str:
        return str(_("A line can be taken back within a day, by who wrote it down."))


class NothingAgreed(NotPossible):
    def __str__(self) -> str:
        return str(_("This was ticked off already."))


@transaction.atomic
def log(
    figure: KeyFigure,
    *,
    by: Membership,
    at: datetime,
    on: date,
    how: str,
    occasion: str,
    topic: str,
    theme: str,
    official: Membership | None = None,
    next_step: str = "",
    next_on: date | None = None,
    done: Iterable[UUID] = (),
    submission: UUID | None = None,
) -> ContactMoment:
    """Write down one contact: codes and days, no words. The same `submission` twice is one line, and so is the same contact
    by the same person within ten minutes: from a second tab, or after the back button.

    In quiet time it keeps the promise of contact and starts the next one; because of an incident it does not. An agreed next
    step is a promise with the day `next_on`; `done` are contacts whose agreed step is done now. ValueError for a day that is
    ahead or more than 60 days ago, and for a step whose day is over.
    """
    figure = _locked(figure, by)
    same = {"on": on, "how": how, "occasion": occasion, "topic": topic, "theme": theme, "next_step": next_step, "next_on": next_on}
    known = ContactMoment.objects.filter(key_figure=figure, logged_by=by).sent_before(submission, at=at, **same).first() if submission else None
    if known is not None:
        return known
    today = local_date(at)
    if not today - LONGEST_AGO <= on <= today or (next_on is not None and next_on < today):
        raise ValueError(on)
    moment = ContactMoment.objects.create(
        municipality=figure.municipality, key_figure=figure, official=official, logged_by=by, logged_at=at, submission=submission, **same,
    )
    for uuid in ContactMoment.objects.filter(key_figure=figure, uuid__in=list(done)).values_list("uuid", flat=True):
        clocks.keep(uuid, at=at, kinds=[deadlines.NEXT_STEP])
    if moment.is_quiet:
        _spoken(figure, moment, at=at)
    if next_step:
        _promise_step(figure, moment, at=at)
    return moment


@transaction.atomic
def take_back(moment: ContactMoment, *, by: Membership, at: datetime) -> None:
    """A wrong line goes, and the promises are as if it had never been there. Raises TooLateToTakeBack."""
    figure = _locked(moment.key_figure, by)
    fresh = ContactMoment.objects.select_for_update(of=("self",)).filter(pk=moment.pk).first()
    if fresh is None:
        return
    if not fresh.may_be_taken_back(by, at=at):
        raise TooLateToTakeBack
    clocks.end(fresh.uuid, at=at)
    fresh.delete()
    audit_log.record(log_verbs.CONTACT_TAKEN_BACK, at=at, actor=by, kind=KIND, subject=figure.uuid)
    if not fresh.is_quiet:
        return
    before = figure.last_quiet_contact_on
    last = ContactMoment.objects.filter(key_figure=figure, occasion=fresh.occasion).order_by("-on", "-pk").first()
    figure.last_quiet_contact_on = last.on if last else None
    figure.save(update_fields=["last_quiet_contact_on"])
    reopened = clocks.reopen(figure.uuid, kind=deadlines.CONTACT, kept_at=fresh.logged_at, at=at)
    if not reopened and figure.last_quiet_contact_on != before:
        promise_contact(figure, at=at)


@transaction.atomic
def tick_off(moment: ContactMoment, *, by: Membership, at: datetime) -> None:
    """What was agreed is done. Raises NothingAgreed when somebody was first."""
    _owing(moment, by)
    clocks.keep(moment.uuid, at=at, kinds=[deadlines.NEXT_STEP])


@transaction.atomic
def drop_step(moment: ContactMoment, *, by: Membership, at: datetime) -> None:
    """What was agreed is not needed any more; she is told that something changed."""
    _owing(moment, by)
    clocks.end(moment.uuid, at=at, kinds=[deadlines.NEXT_STEP])
    figure = moment.key_figure
    telling.tell(notices.TO_KEY_FIGURE, to=figure.member, subject=moment.uuid, because="step_dropped", path=notices.own_page_path(), at=at)


def _locked(figure: KeyFigure, by: Membership) -> KeyFigure:
    """The row, held until the transaction ends; for herself and for who works with her, as long as the cooperation lasts."""
    if by.pk != figure.member_id and not (by.may("keyfigures.manage") and by.municipality_id == figure.municipality_id):
        raise PermissionDenied
    fresh = KeyFigure.objects.select_for_update(of=("self",)).for_detail().get(pk=figure.pk)
    if fresh.stage == Stage.ENDED:
        raise HasEnded
    return fresh


def _spoken(figure: KeyFigure, moment: ContactMoment, *, at: datetime) -> None:
    """The promise of contact is kept; the next one counts from the day on which they spoke last."""
    if figure.last_quiet_contact_on is not None and moment.on < figure.last_quiet_contact_on:
        return
    figure.last_quiet_contact_on = moment.on
    figure.save(update_fields=["last_quiet_contact_on"])
    clocks.keep(figure.uuid, at=at, kinds=[deadlines.CONTACT])
    promise_contact(figure, at=at)


def _promise_step(figure: KeyFigure, moment: ContactMoment, *, at: datetime) -> None:
    owner = moment.official or figure.contact_person
    if owner is None:
        raise HasEnded
    new = NewPromise(kind=deadlines.NEXT_STEP, subject=moment.uuid, owner=owner, waiter=figure.member, due_on=moment.next_on)
    clocks.start_all([new], municipality=figure.municipality, at=at)


def _owing(moment: ContactMoment, by: Membership) -> None:
    """Somebody of the network of the same municipality, and the step is still open."""
    if not (by.may("keyfigures.manage") and by.municipality_id == moment.municipality_id):
        raise PermissionDenied
    open_step = Clock.objects.open().about(moment.uuid).filter(kind=deadlines.NEXT_STEP).select_for_update(of=("self",))
    if not open_step.exists():
        raise NothingAgreed
