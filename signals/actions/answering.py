"""Answers to the reporter: fixed sentences, own words, and a second pair of eyes for own words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.deputies import stand_in
from accounts.models import Membership
from notifications.outbox import enqueue
from signals import deadlines, notices, sealed_texts
from signals import sentences as fixed_sentences
from signals.actions.handling import start
from signals.actions.moving import begin, finish, move, note_event, too_late, wake
from signals.models import AccessGrant, ConcernReport, Feedback, Purpose
from signals.workflow import GIVE_FEEDBACK, HANDLE, State
from terms import clocks
from terms.days import local_date

READS_ALONG = timedelta(days=7)
WROTE, RETURNED = "write_feedback", "return_feedback"


@transaction.atomic
def give_feedback(report: ConcernReport, *, actor: Membership, at: datetime, sentences: Sequence[str], text: str = "") -> Feedback:
    """Answer the reporter, or let a colleague read own words first when the municipality wants that.

    Until it is really given the clock runs on. StepNotAllowed when an answer waits already, or nobody can read along;
    ValueError for nothing to say and for a sentence that the municipality does not have.
    """
    fresh = begin(report, GIVE_FEEDBACK, actor=actor, at=at)
    _check(fresh, sentences, text)
    reader = _second_reader(fresh, actor, at) if text and fresh.municipality.second_reader else None
    feedback = Feedback(report=fresh, sentences=list(sentences), author=actor, written_at=at)
    feedback.text = sealed_texts.add(fresh, text, purpose=Purpose.FEEDBACK, author=actor, at=at) if text else None
    feedback.save()
    if reader is None:
        _give(fresh, feedback, actor=actor, at=at)
        return feedback
    event = note_event(fresh, WROTE, actor=actor, at=at)
    enqueue(notices.notice(notices.REVIEW, fresh, to=reader, because=event), at=at)
    return feedback


@transaction.atomic
def approve_feedback(feedback: Feedback, *, actor: Membership, at: datetime) -> None:
    """A colleague read it: it goes to the reporter. Never by who wrote it (PermissionDenied)."""
    fresh, waiting = _waiting(feedback, actor, at)
    waiting.approved_by = actor
    _give(fresh, waiting, actor=actor, at=at)


@transaction.atomic
def return_feedback(feedback: Feedback, *, actor: Membership, at: datetime, reason: str) -> None:
    """A colleague read it: it must be different. The author hears why; the reporter hears nothing."""
    fresh, waiting = _waiting(feedback, actor, at)
    waiting.returned_at = at
    waiting.returned_because = sealed_texts.add(fresh, reason, purpose=Purpose.NOTE, author=actor, at=at, name="returned")
    waiting.save(update_fields=["returned_at", "returned_because"])
    event = note_event(fresh, RETURNED, actor=actor, at=at)
    if waiting.author is not None:
        enqueue(notices.notice(notices.RETURNED, fresh, to=waiting.author, because=event), at=at)


def _check(report: ConcernReport, codes: Sequence[str], text: str) -> None:
    known = {code for code, _text in fixed_sentences.of(report.municipality)}
    if not (codes or text) or not set(codes) <= known:
        raise ValueError(codes)
    if report.feedbacks.waiting().exists():
        raise too_late(report, GIVE_FEEDBACK, sentence=_("Another answer waits for a colleague. Let her decide about that one first."))


def _second_reader(report: ConcernReport, author: Membership, at: datetime) -> Membership:
    """Contact person or deputy, or who stands in for her; else a colleague who is there, who may then read along a week."""
    never = {author.pk, report.reporter_id}
    for person in (report.deputy, report.contact_person):
        reader = stand_in(person, on=local_date(at)) if person is not None and person.pk != author.pk else None
        if reader is not None and reader.pk not in never:
            return reader
    day = local_date(at)
    colleagues = Membership.objects.of_municipality(report.municipality).active_on(day).with_permission(HANDLE).select_related("user")
    present = colleagues.exclude(pk__in=Membership.objects.absent_on(day).values("pk")).exclude(pk__in=[each for each in never if each])
    colleague = present.order_by("pk").first()
    if colleague is None:
        raise too_late(report, GIVE_FEEDBACK, sentence=_("There is no colleague who can read your own words. Choose fixed sentences."))
    AccessGrant.objects.create(
        report=report, member=colleague, granted_by=author, reason=_("Reads an answer before it is sent."), at=at, expires_at=at + READS_ALONG,
    )
    return colleague


def _waiting(feedback: Feedback, actor: Membership, at: datetime) -> tuple[ConcernReport, Feedback]:
    """The report and the feedback, locked; StepNotAllowed when somebody decided already."""
    fresh = begin(feedback.report, GIVE_FEEDBACK, actor=actor, at=at)
    waiting = Feedback.objects.select_related("author__user").get(pk=feedback.pk)
    if waiting.author_id == actor.pk:
        raise PermissionDenied
    if not waiting.is_waiting:
        raise too_late(fresh, GIVE_FEEDBACK, sentence=_("A colleague decided about this answer already."))
    return fresh, waiting


def _give(report: ConcernReport, feedback: Feedback, *, actor: Membership, at: datetime) -> None:
    """Now the reporter hears it: the promise is kept, and the next one made."""
    before = State(report.state)
    feedback.given_at = at
    feedback.save()
    event = move(report, GIVE_FEEDBACK, actor=actor, at=at)
    wake(report, at=at)
    clocks.keep(report.uuid, at=at, kinds=deadlines.kept_by_feedback(before))
    following = deadlines.started_by_feedback(before)
    if following is not None:
        start(report, following, at=at)
    if before == State.DECIDED:
        report.final_feedback_at = report.final_feedback_at or at
    finish(report, "paused_at", "final_feedback_at")
    notices.tell_reporter(notices.FEEDBACK, report, because=event, at=at)
