"""An evaluation is planned, prepared, changed, and cancelled. The only place where its days and its questions change by hand."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from evaluations import deadlines, log_verbs, round_mail
from evaluations.actions import NotPossible, check_manages, counting, locks
from evaluations.actions.finishing import locked
from evaluations.kinds import Kind, State, Use
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.models.sheet import Participant
from notifications.outbox import enqueue
from terms import clocks
from terms.clocks import NewPromise
from terms.days import local_date

BATCH = 500  # people that one statement promises a mail
OF_THE_ROW = ("title", "opens_on", "closes_on", "questions", "mirror")


class ChangedMeanwhile(NotPossible):
    """A colleague changed it since the page was opened."""

    def __str__(self) -> str:
        return _("A colleague changed this evaluation while you were busy. Nothing of yours is lost: look at it again, and send it once more.")


class Begun(NotPossible):
    def __str__(self) -> str:
        return _("This evaluation is open, over or cancelled. What is asked and when cannot be changed any more.")


@transaction.atomic
def plan(
    *, by: Membership, at: datetime, submission: UUID, kind: str, title: str, opens_on: date, closes_on: date,
    questions: Version | None = None, mirror: Version | None = None,
) -> Evaluation:
    """Nobody is asked anything yet. The same `submission` twice is one evaluation. Raises NotPossible when one of this kind is planned already."""
    _check(by, by.municipality_id, questions=questions, mirror=mirror)
    if opens_on < local_date(at):
        raise NotPossible(_("This day is over already."))
    what = {"title": title, "opens_on": opens_on, "closes_on": closes_on, "questions": questions, "mirror": mirror}
    try:
        with transaction.atomic():
            return put(kind=kind, owner=by, submission=submission, at=at, **what)
    except IntegrityError:
        known = Evaluation.objects.filter(submission=submission, owner=by).first()
        if known is None:
            raise NotPossible(_("One of this kind is planned already. Change that one.")) from None
        return known


def put(*, kind: str, owner: Membership, submission: UUID, at: datetime, **what: Any) -> Evaluation:  # noqa: ANN401  the fields of plan()
    """The row, with the promise to prepare it before its first day. Within the transaction of who plans it: a person, or the rhythm."""
    row = Evaluation.objects.create(municipality=owner.municipality, kind=kind, owner=owner, submission=submission, planned_at=at, **what)
    promise = NewPromise(kind=deadlines.PREPARE, subject=row.uuid, owner=owner, waiter=None, due_on=row.opens_on)
    clocks.start_all([promise], municipality=owner.municipality, at=at)
    return row


@transaction.atomic
def change(evaluation: Evaluation, *, by: Membership, at: datetime, edits: int, **what: Any) -> Evaluation:  # noqa: ANN401  the fields of plan()
    """Only before it opens. `edits`: of the row as she saw it; raises ChangedMeanwhile when it is another by now."""
    row = locked(evaluation)
    _check(by, row.municipality_id, questions=what.get("questions"), mirror=what.get("mirror"))
    if row.state != State.PLANNED:
        raise Begun
    changed = {name: value for name, value in what.items() if name in OF_THE_ROW and getattr(row, name) != value}
    if not changed:
        return row
    if row.edits != edits:
        raise ChangedMeanwhile
    if changed.get("opens_on", row.opens_on) < local_date(at):
        raise NotPossible(_("This day is over already."))
    for name, value in {**changed, "edits": row.edits + 1}.items():
        setattr(row, name, value)
    row.save(update_fields=[*changed, "edits"])
    if "opens_on" in changed:
        clocks.move_all({row.uuid: row.opens_on}, kind=deadlines.PREPARE, at=at)
    return row


@transaction.atomic
def prepared(evaluation: Evaluation, *, by: Membership, at: datetime) -> Evaluation:
    """She looked at it, and it can open on its day. Twice is once. Raises NotPossible when there is nothing to ask yet."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.state == State.PLANNED:
        if row.kind == Kind.SURVEY and row.questions is None:
            raise NotPossible(_("Choose first which questions are asked."))
        clocks.keep(row.uuid, at=at, kinds=[deadlines.PREPARE])
    return row


@transaction.atomic
def cancel(evaluation: Evaluation, *, by: Membership, at: datetime, because: str) -> Evaluation:
    """Also after answers came: those are thrown away unopened, and who was asked is told once. Twice is once."""
    locks.alone(evaluation.pk)
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.state == State.CANCELLED:
        return row
    if row.state not in {State.PLANNED, State.OPEN}:
        raise NotPossible(_("This evaluation is closed. It cannot be cancelled any more."))
    was_open = row.state == State.OPEN
    row.state, row.cancelled_at, row.cancelled_because = State.CANCELLED, at, because
    row.save(update_fields=["state", "cancelled_at", "cancelled_because"])
    for subject in (row.uuid, *row.readings.values_list("uuid", flat=True)):
        clocks.end(subject, at=at)
    log.record(log_verbs.CANCELLED, at=at, actor=by, kind="evaluations.evaluation", subject=row.uuid)
    if was_open:
        counting.throw_away(row)
        _tell_all(row, at=at)
    return row


def _tell_all(row: Evaluation, *, at: datetime) -> None:
    """Everybody who was asked. Memory is one batch."""
    people, last = Participant.objects.filter(evaluation=row).select_related("member__municipality").order_by("pk"), 0
    while batch := list(people.filter(pk__gt=last)[:BATCH]):
        enqueue(*(round_mail.cancelled(each) for each in batch), at=at)
        last = batch[-1].pk


def _check(by: Membership, municipality: int, *, questions: Version | None = None, mirror: Version | None = None) -> None:
    check_manages(by, municipality)
    for version, uses in ((questions, {Use.SURVEY, Use.PLAN}), (mirror, {Use.MIRROR})):
        if version is not None and (version.municipality_id != municipality or version.published_at is None or version.questionnaire.use not in uses):
            raise PermissionDenied
