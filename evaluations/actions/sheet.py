"""Answers come in, sealed and without a name. What is known is who answered, for reminders; never what she answered.

Once an hour all sheets of an evaluation are sealed anew together, so that none has the transaction of who sent it. docs/decisions/0016.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from accounts import envelopes
from evaluations import flow, sheets
from evaluations.actions import NotPossible, locks
from evaluations.deadlines import GRACE_HOURS
from evaluations.kinds import Group, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.models.sheet import Participant, Sheet, SheetDraft
from evaluations.versions import frozen_pages_of

GRACE = timedelta(hours=GRACE_HOURS)


class Over(NotPossible):
    """Answered already, or nobody can answer any more."""


class OtherQuestions(NotPossible):
    """What was answered belongs to another version of the questions."""


def is_open(evaluation: Evaluation, at: datetime) -> bool:
    """Until it is closed, and two hours after that for who was answering. Nothing is counted before."""
    if evaluation.state == State.CLOSED and evaluation.counted_at is None:
        return evaluation.closed_at is not None and at < evaluation.closed_at + GRACE
    return evaluation.state == State.OPEN


def version_for(evaluation: Evaluation, group: str) -> Version | None:
    return evaluation.questions if group == Group.KEY_FIGURES else evaluation.mirror


@transaction.atomic
def send(participant: Participant, *, version_pk: int, answers: flow.Answers, draft: UUID | None, at: datetime) -> None:
    """Once, and for good: nobody can find it back to change it. The mark, the sheet and the draft are one transaction.

    What is not asked of who answers like this is not kept. Raises Over, or OtherQuestions when `version_pk` is not what is asked of her.
    """
    locks.together(participant.evaluation_id)
    evaluation = Evaluation.objects.only("state", "closed_at", "counted_at", "municipality", "questions", "mirror").get(pk=participant.evaluation_id)
    if not is_open(evaluation, at):
        raise Over(_("The last day to answer is over. Nothing was sent."))
    version = version_for(participant.evaluation, participant.group)
    now_asked = evaluation.questions_id if participant.group == Group.KEY_FIGURES else evaluation.mirror_id
    if version is None or not version.pk == version_pk == now_asked:
        raise OtherQuestions(_("The questions have changed. Look at them again, and then send."))
    waiting = Participant.objects.filter(pk=participant.pk, has_answered=False)
    if not waiting.update(has_answered=True):
        raise Over(_("You answered already. Nothing was changed."))
    pages = frozen_pages_of(version)
    items = sheets.items_of(pages)
    _put([sheets.in_order(flow.of_asked(pages, answers), items)], evaluation, participant.group, items)
    if draft is not None:
        SheetDraft.objects.filter(pk=draft).delete()


def shuffle_all(*, at: datetime) -> None:
    """Each evaluation that still waits, in a transaction of its own and in random order."""
    waiting = Evaluation.objects.filter(Exists(Sheet.objects.filter(evaluation=OuterRef("pk"))), counted_at=None, cancelled_at=None)
    evaluations = [each for each in waiting.select_related("questions", "mirror") if is_open(each, at)]
    for evaluation in envelopes.CHANCE.sample(evaluations, len(evaluations)):
        shuffle(evaluation)


@transaction.atomic
def shuffle(evaluation: Evaluation) -> None:
    locks.alone(evaluation.pk)
    for group in Group.values:
        version = version_for(evaluation, group)
        if version is not None:
            contents = envelopes.take_all(of_group(evaluation, group))
            _put(contents, evaluation, group, sheets.items_of(frozen_pages_of(version)))


def of_group(evaluation: Evaluation, group: str) -> "QuerySet[Sheet]":
    return Sheet.objects.filter(evaluation=evaluation, group=group)


def _put(contents: Sequence[sheets.Content], evaluation: Evaluation, group: str, items: Sequence[flow.Item]) -> None:
    envelopes.seal_all(
        contents, into=lambda: Sheet(municipality_id=evaluation.municipality_id, evaluation=evaluation, group=group), length=sheets.length(items),
    )
