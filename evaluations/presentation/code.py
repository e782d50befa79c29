"""Codes on paper: the step on the page of an evaluation, and what is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import codes
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from evaluations.presentation.evaluation import Step


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What one person gets on paper."""

    name: str
    code: str


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:  # noqa: ARG001  for who plans them, as long as it is open
    if evaluation.kind != Kind.SURVEY or evaluation.state != State.OPEN or not reader.may("evaluations.manage"):
        return None
    return Step(label=_("Print codes"), url=reverse("evaluations:code_print", args=[evaluation.uuid]))


def slips(made: Sequence[tuple[Participant, str]]) -> list[Slip]:
    return [Slip(name=row.member.name, code=codes.printed(code)) for row, code in made]


def address() -> str:
    """Where the code is typed, as somebody types it: without https://."""
    return f"{settings.BASE_URL}{reverse('evaluations:answer_code')}".partition("://")[2]
