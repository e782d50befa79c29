""" "Dit hoorden wij, dit doen wij": written, looked at, and told once to everybody who was asked, also when too few answered."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from evaluations import deadlines, log_verbs
from evaluations.actions import NotPossible, check_manages
from evaluations.actions.finishing import locked
from evaluations.kinds import ActionState, Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.sheet import Participant, Response
from evaluations.notices import SHARED
from notifications.outbox import enqueue
from notifications.telling import notice
from terms import clocks
from terms.days import local_date


class Changed(NotPossible):
    def __str__(self) -> str:
        return _("A colleague changed this just before you. Look at it again, then go on.")


def may_write(evaluation: Evaluation) -> bool:
    """When it is closed and, after a survey, the answers are counted: before that nobody knows what was heard."""
    return evaluation.state == State.CLOSED and (evaluation.kind != Kind.SURVEY or evaluation.counted_at is not None)


def too_few_answered(evaluation: Evaluation) -> bool:
    """Of no group enough people answered to show anything. One statement."""
    return evaluation.kind == Kind.SURVEY and not Response.objects.filter(evaluation=evaluation, answered__isnull=False).exists()


@transaction.atomic
def write(
    evaluation: Evaluation, *, doing: str, improvements: Collection[UUID], version: int, by: Membership, heard: str = "",
) -> Evaluation:
    """Kept until it is shared; nobody outside reads it. `improvements`: of which the network hears."""
    evaluation = _locked(evaluation, by=by, version=version)
    evaluation.heard, evaluation.doing = heard, doing
    evaluation.edits += 1
    evaluation.save(update_fields=["heard", "doing", "edits"])
    ours = Improvement.objects.of_evaluation(evaluation)
    ours.filter(is_told=True).exclude(uuid__in=improvements).update(is_told=False)
    ours.filter(is_told=False, uuid__in=improvements).exclude(state=ActionState.DROPPED).update(is_told=True)
    return evaluation


@transaction.atomic
def publish(evaluation: Evaluation, *, version: int, by: Membership, at: datetime) -> Evaluation:
    """For good: what was looked at, in that version. Keeps the promise to share back, and tells everybody who was asked, once."""
    evaluation = _locked(evaluation, by=by, version=version)
    if not is_written(evaluation):
        raise NotPossible(_("Write first what you heard and what you do with it."))
    evaluation.state, evaluation.shared_at = State.SHARED, at
    evaluation.save(update_fields=["state", "shared_at"])
    clocks.keep(evaluation.uuid, at=at, kinds=[deadlines.SHARE_BACK])
    log.record(log_verbs.SHARED, at=at, actor=by, kind="evaluations.evaluation", subject=evaluation.uuid)
    _tell_all(evaluation, at=at)
    return evaluation


def is_written(evaluation: Evaluation) -> bool:
    return bool(evaluation.doing and (evaluation.heard or too_few_answered(evaluation)))


def _tell_all(evaluation: Evaluation, *, at: datetime) -> None:
    """Everybody who was asked and still takes part, whether she answered or not."""
    path, today = reverse("evaluations:shared_detail", args=[evaluation.uuid]), local_date(at)
    asked = Participant.objects.filter(evaluation=evaluation).select_related("member__user", "member__municipality", "member__message_preference")
    members = [each.member for each in asked.order_by("pk") if each.member.is_active_on(today)]
    enqueue(*(notice(SHARED, to=member, subject=evaluation.uuid, because="shared", path=path) for member in members), at=at)


def _locked(evaluation: Evaluation, *, by: Membership, version: int) -> Evaluation:
    evaluation = locked(evaluation)
    check_manages(by, evaluation.municipality_id)
    if evaluation.state == State.SHARED:
        raise NotPossible(_("A colleague shared this just before you."))
    if not may_write(evaluation):
        raise NotPossible(_("The answers are not counted yet. After that you write what you heard."))
    if evaluation.edits != version:
        raise Changed
    return evaluation
