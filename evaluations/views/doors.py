"""How one evaluation is found by who may do something with it. Not visible is not found."""

from uuid import UUID

from django.utils import timezone

from accounts.http import MemberRequest
from evaluations.models.evaluation import Evaluation
from keyfigures.views.doors import found


def opened(request: MemberRequest, uuid: UUID, *, kind: str) -> Evaluation:
    return found(Evaluation.objects.visible_to(request.member, today=timezone.localdate()).of_kind(kind).with_all(), uuid)


def worked_on(request: MemberRequest, uuid: UUID, *, kind: str) -> Evaluation:
    """By who plans evaluations, or evaluates this one from outside."""
    return found(Evaluation.objects.worked_on_by(request.member, today=timezone.localdate()).of_kind(kind).with_all(), uuid)
