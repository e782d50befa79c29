"""A process evaluation: nine steps in any order, each with the figures of that day; finished when all are written."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import NotPossible, check_manages, finishing
from evaluations.actions.finishing import NotOpen, check_works_on, locked
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.process import ProcessStep
from evaluations.nine_steps import NUMBERS
from evaluations.system_figures import figures_of


class StepChanged(NotPossible):
    def __str__(self) -> str:
        return _("A colleague wrote in this step while you were busy. Nothing of yours is lost: choose below what it becomes.")


class StepsMissing(NotPossible):
    def __init__(self, numbers: list[int]) -> None:
        super().__init__()
        self.numbers = numbers

    def __str__(self) -> str:
        told = ", ".join(str(each) for each in self.numbers)
        return _("Something is still missing. Write also in step %(numbers)s what you found, if only that there is nothing to say.") % {"numbers": told}


@transaction.atomic
def save(evaluation: Evaluation, *, number: int, by: Membership, at: datetime, edits: int, text: str, again: bool = False) -> ProcessStep:
    """Keeps the text, and the figures as they are counted now; later only when they must be counted `again`.

    The first step that is written begins an evaluation that was only planned. `edits` 0: nothing was written yet. Raises StepChanged.
    """
    row = locked(evaluation)
    check_works_on(row, by, at=at)
    if row.kind != Kind.PROCESS:
        raise NotOpen
    if row.state == State.PLANNED:
        check_manages(by, row.municipality_id)
        finishing.begin(row, at=at)
    if row.state != State.OPEN:
        raise NotOpen
    step = ProcessStep.objects.filter(evaluation=row, number=number).first()
    if step is None:
        step = ProcessStep(evaluation=row, municipality=row.municipality, number=number, edits=0)
    elif step.text == text and not again:
        return step
    if step.edits != edits:
        raise StepChanged
    if step.edits == 0 or again:
        step.figures = figures_of(number, row, at=at)
    step.text, step.written_by, step.done_at, step.edits = text, by, at if text else None, step.edits + 1
    step.save()
    return step


@transaction.atomic
def finish(evaluation: Evaluation, *, by: Membership, at: datetime) -> Evaluation:
    """Closed; what came out is shared back within its term. Raises StepsMissing."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.kind != Kind.PROCESS or row.state != State.OPEN:
        raise NotOpen
    if missing := missing_steps(row):
        raise StepsMissing(missing)
    finishing.close(row, by=by, at=at)
    return row


def missing_steps(evaluation: Evaluation) -> list[int]:
    written = set(ProcessStep.objects.of_evaluation(evaluation).filter(done_at__isnull=False).values_list("number", flat=True))
    return [number for number in NUMBERS if number not in written]
