"""The steps of an official that need no words to the reporter of their own."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.deputies import deputy_of
from accounts.models import Membership
from signals import deadlines, notices, workflow
from signals.actions.moving import begin, erase, finish, locked, may_handle, move, note_event, wake
from signals.actions.talking import say
from signals.models import ConcernReport
from signals.workflow import Outcome, State
from terms import clocks
from terms.calendar import calendar_of
from terms.clocks import NewPromise
from terms.days import local_date

LONGEST_PAUSE = 20  # working days


@transaction.atomic
def take_on(report: ConcernReport, *, actor: Membership, at: datetime) -> None:
    """From now on `actor` is the contact person and owes the promises."""
    fresh = begin(report, workflow.TAKE_ON, actor=actor, at=at)
    event = move(fresh, workflow.TAKE_ON, actor=actor, at=at)
    if fresh.contact_person_id != actor.pk:
        _give_to(fresh, actor, at=at)
        notices.tell_reporter(notices.NEW_CONTACT, fresh, because=event, at=at)
    finish(fresh, "contact_person", "deputy")


@transaction.atomic
def record_contact(report: ConcernReport, *, actor: Membership, at: datetime, how: str, on: date) -> None:
    """There was contact on day `on`, or it was tried (`how` is "tried"): only the first keeps the promise.

    ValueError for a day before the report came in or after today.
    """
    fresh = begin(report, workflow.CONTACT, actor=actor, at=at)
    if not local_date(fresh.received_at) <= on <= local_date(at):
        raise ValueError(on)
    if how == "tried":
        note_event(fresh, workflow.CONTACT.name, actor=actor, at=at, detail=how)
        return
    takes_on = fresh.state == State.RECEIVED
    move(fresh, workflow.CONTACT, actor=actor, at=at, detail=how)
    if takes_on and fresh.contact_person_id != actor.pk:
        _give_to(fresh, actor, at=at)
    clocks.keep(fresh.uuid, at=at, kinds=[deadlines.PERSONAL_REPLY])
    finish(fresh, "contact_person", "deputy")


@transaction.atomic
def pause(report: ConcernReport, *, actor: Membership, at: datetime, reason: str, until: date, question: str) -> None:
    """Ask the reporter something; her promises stand still until she answers, or until the end of `until`.

    ValueError when `until` is not ahead, or more than 20 working days away.
    """
    fresh = begin(report, workflow.PAUSE, actor=actor, at=at)
    calendar = calendar_of(fresh.municipality)
    if not local_date(at) < until <= calendar.add(local_date(at), LONGEST_PAUSE):
        raise ValueError(until)
    event = move(fresh, workflow.PAUSE, actor=actor, at=at, detail=reason)
    say(fresh, question, author=actor, at=at)
    clocks.pause_all(fresh.uuid, at=at, reason=reason, until=until)
    fresh.paused_at = at
    finish(fresh, "paused_at")
    notices.tell_reporter(notices.MESSAGE, fresh, because=event, at=at)


@transaction.atomic
def resume(report: ConcernReport, *, actor: Membership, at: datetime) -> None:
    """The promises run again; each day moves by the working days that it stood still."""
    fresh = begin(report, workflow.RESUME, actor=actor, at=at)
    move(fresh, workflow.RESUME, actor=actor, at=at)
    wake(fresh, at=at)
    finish(fresh, "paused_at")


@transaction.atomic
def resume_when_free(report: ConcernReport, *, at: datetime) -> None:
    """The pause is over by its date. When somebody is busy with the report it stays, and we are asked again."""
    fresh = locked(report, wait=False)
    if fresh is None or not fresh.is_paused:
        return
    move(fresh, workflow.RESUME, actor=None, at=at)
    wake(fresh, at=at)
    finish(fresh, "paused_at")


@transaction.atomic
def hand_over(report: ConcernReport, *, actor: Membership, at: datetime, to: Membership, reason: str) -> None:
    """A colleague becomes the contact person; the promises go along with their days. Both she and the reporter are told."""
    fresh = begin(report, workflow.HAND_OVER, actor=actor, at=at)
    if not may_handle(fresh, to, at=at):
        raise PermissionDenied
    event = move(fresh, workflow.HAND_OVER, actor=actor, at=at)
    _give_to(fresh, to, at=at)
    say(fresh, reason, author=actor, at=at)
    finish(fresh, "contact_person", "deputy")
    notices.tell_handler(notices.HANDED_OVER, fresh, because=event, at=at)
    notices.tell_reporter(notices.NEW_CONTACT, fresh, because=event, at=at)


@transaction.atomic
def pass_on(report: ConcernReport, *, whose: Membership, to: Membership, by: Membership | None, at: datetime) -> bool:
    """All work of `whose` goes to a colleague: as contact person, and as deputy. The reporter hears who is her contact now.

    False when this colleague may not handle it, because it is her own report. `by` may be somebody who sees no report.
    """
    fresh = locked(report)
    if fresh is None or not may_handle(fresh, to, at=at):
        return False
    if fresh.contact_person_id != whose.pk:
        fresh.deputy = to if fresh.deputy_id == whose.pk and fresh.contact_person_id != to.pk else None
        finish(fresh, "deputy")
        return True
    event = note_event(fresh, workflow.HAND_OVER.name, actor=by, at=at)
    _give_to(fresh, to, at=at)
    if fresh.deputy_id == whose.pk:
        fresh.deputy = None
    finish(fresh, "contact_person", "deputy")
    notices.tell_reporter(notices.NEW_CONTACT, fresh, because=event, at=at)
    return True


@transaction.atomic
def hand_over_outside(report: ConcernReport, *, actor: Membership, at: datetime, handed_to: str) -> None:
    """Only the fact that it was passed on, and to what kind of organisation. Every text is erased in the same transaction."""
    fresh = begin(report, workflow.HAND_OVER_OUTSIDE, actor=actor, at=at)
    move(fresh, workflow.HAND_OVER_OUTSIDE, actor=actor, at=at, detail=handed_to)
    fresh.outcome, fresh.handed_to = Outcome.PASSED_ON, handed_to
    _decided(fresh, at=at)
    erase(fresh, at=at)


@transaction.atomic
def decide(report: ConcernReport, *, actor: Membership, at: datetime, outcome: str) -> None:
    """The outcome is known: the reporter hears the last answer within its own term. Passing on has its own step."""
    fresh = begin(report, workflow.DECIDE, actor=actor, at=at)
    if outcome not in Outcome.values or outcome == Outcome.PASSED_ON:
        raise ValueError(outcome)
    move(fresh, workflow.DECIDE, actor=actor, at=at, detail=outcome)
    fresh.outcome = outcome
    _decided(fresh, at=at)


def _decided(report: ConcernReport, *, at: datetime) -> None:
    """What was promised until the outcome is over; the last answer is promised."""
    wake(report, at=at)
    report.decided_at = at
    clocks.end(report.uuid, at=at, kinds=deadlines.UNTIL_DECIDED)
    start(report, deadlines.FINAL_FEEDBACK, at=at)
    finish(report, "paused_at", "decided_at", "outcome", "handed_to")


@transaction.atomic
def close(report: ConcernReport, *, actor: Membership, at: datetime) -> None:
    """Only after the last answer was given. What was promised and not kept stays in the books as late."""
    fresh = begin(report, workflow.CLOSE, actor=actor, at=at)
    move(fresh, workflow.CLOSE, actor=actor, at=at)
    clocks.end(fresh.uuid, at=at)
    fresh.closed_at = at
    finish(fresh, "closed_at")


@transaction.atomic
def reopen(report: ConcernReport, *, actor: Membership, at: datetime, reason: str) -> None:
    """The report is in work again, and the next answer is promised."""
    fresh = begin(report, workflow.REOPEN, actor=actor, at=at)
    event = move(fresh, workflow.REOPEN, actor=actor, at=at)
    fresh.closed_at = fresh.final_feedback_at = fresh.decided_at = fresh.reopen_requested_at = None
    fresh.outcome = fresh.handed_to = ""
    if fresh.contact_person is None or not may_handle(fresh, fresh.contact_person, at=at):
        _give_to(fresh, actor, at=at)
    say(fresh, reason, author=actor, at=at)
    start(fresh, deadlines.NEXT_FEEDBACK, at=at)
    finish(fresh, "closed_at", "final_feedback_at", "decided_at", "reopen_requested_at", "outcome", "handed_to", "contact_person", "deputy")
    notices.tell_reporter(notices.MESSAGE, fresh, because=event, at=at)


@transaction.atomic
def decline_reopen(report: ConcernReport, *, actor: Membership, at: datetime, sentence: str) -> None:
    """The request of the reporter is answered with a sentence; the report stays closed."""
    fresh = begin(report, workflow.DECLINE_REOPEN, actor=actor, at=at)
    event = move(fresh, workflow.DECLINE_REOPEN, actor=actor, at=at)
    fresh.reopen_requested_at = None
    say(fresh, sentence, author=actor, at=at)
    finish(fresh, "reopen_requested_at")
    notices.tell_reporter(notices.MESSAGE, fresh, because=event, at=at)


def start(report: ConcernReport, kind: str, *, at: datetime) -> None:
    """Promise something new to the reporter, owed by the contact person."""
    if report.contact_person is None:
        raise ValueError(report.pk)  # anonymised: nothing is promised about it any more
    promise = NewPromise(kind=kind, subject=report.uuid, owner=report.contact_person, waiter=report.reporter)
    clocks.start_all([promise], municipality=report.municipality, at=at)


def _give_to(report: ConcernReport, member: Membership, *, at: datetime) -> None:
    """Who answered until now stays as deputy where nobody else is; never the reporter herself."""
    before = report.contact_person
    chosen = deputy_of(member, on=local_date(at))
    others = (each for each in (chosen, before) if each is not None and each.pk not in {member.pk, report.reporter_id})
    report.contact_person, report.deputy = member, next(others, None)
    clocks.give_to(report.uuid, owner=member, at=at)
