"""Themes of talks: written by somebody neutral who was asked to hold them, never who said what."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import NotPossible
from evaluations.actions.finishing import locked
from evaluations.kinds import Part, State
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.models.interview import InterviewTheme
from terms.days import local_date


class Meanwhile(NotPossible):
    def __str__(self) -> str:
        return _("This theme was changed or taken away just before you.")


def holds_talks(evaluation: Evaluation, member: Membership, *, at: datetime) -> bool:
    """Asked to, until and including her last day; never who plans the evaluation herself. One statement."""
    if member.may("evaluations.manage"):
        return False
    return Guest.objects.of(member, today=local_date(at)).doing(Part.INTERVIEWER).filter(evaluation=evaluation).exists()


def may_write(evaluation: Evaluation) -> bool:
    return evaluation.state in {State.OPEN, State.CLOSED}


@transaction.atomic
def add(evaluation: Evaluation, *, theme: str, text: str, submission: UUID, by: Membership, at: datetime) -> InterviewTheme:
    """The same form sent twice is one theme."""
    evaluation = _locked(evaluation, by=by, at=at)
    row, _is_new = InterviewTheme.objects.get_or_create(
        submission=submission,
        defaults={"municipality": evaluation.municipality, "evaluation": evaluation, "theme": theme, "text": text, "written_by": by},
    )
    if row.evaluation_id != evaluation.pk:
        raise PermissionDenied
    return row


@transaction.atomic
def change(row: InterviewTheme, *, theme: str, text: str, version: int, by: Membership, at: datetime) -> InterviewTheme:
    row = _own(row, by=by, at=at)
    if row.edits != version:
        raise Meanwhile
    row.theme, row.text, row.edits = theme, text, row.edits + 1
    row.save(update_fields=["theme", "text", "edits"])
    return row


@transaction.atomic
def remove(row: InterviewTheme, *, by: Membership, at: datetime) -> None:
    _own(row, by=by, at=at).delete()


def _own(row: InterviewTheme, *, by: Membership, at: datetime) -> InterviewTheme:
    _locked(row.evaluation, by=by, at=at)
    found = InterviewTheme.objects.filter(pk=row.pk).first()
    if found is None:
        raise Meanwhile
    return found


def _locked(evaluation: Evaluation, *, by: Membership, at: datetime) -> Evaluation:
    evaluation = locked(evaluation)
    if not holds_talks(evaluation, by, at=at):
        raise PermissionDenied
    if not may_write(evaluation):
        raise NotPossible(_("This evaluation is shared back or cancelled. Nothing can be added any more."))
    return evaluation
