"""Typing in answers that came on paper: who may, and the step on the page of an evaluation."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions.sheet import is_open
from evaluations.kinds import Part
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.presentation.evaluation import Step
from terms.days import local_date


def may_type_in(evaluation: Evaluation, *, reader: Membership, at: datetime) -> bool:
    """Who has this part, as long as answers can come in. At most one statement."""
    mine = Guest.objects.of(reader, today=local_date(at)).doing(Part.PAPER).filter(evaluation=evaluation)
    return reader.may("evaluations.assist") and is_open(evaluation, at) and mine.exists()


def step(evaluation: Evaluation, *, reader: Membership, at: datetime) -> Step | None:
    if not may_type_in(evaluation, reader=reader, at=at):
        return None
    return Step(label=_("Type in a paper"), url=reverse("evaluations:paper", args=[evaluation.uuid]))
