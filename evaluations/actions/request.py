"""The request for an effect evaluation by a bureau from outside: written by the municipality, then finished and sent outside the system."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.actions import NotPossible, check_manages, finishing
from evaluations.actions.finishing import NotOpen, locked
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.request import EffectRequest

TEXTS = ("reason", "goal", "approach", "who", "wishes", "planning")


class RequestChanged(NotPossible):
    def __str__(self) -> str:
        return _("A colleague wrote in this request while you were busy. Nothing of yours is lost: choose below what it becomes.")


class NotComplete(NotPossible):
    """`missing`: the texts that are still empty."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__()
        self.missing = missing

    def __str__(self) -> str:
        return _("Not every part is written yet. A bureau that reads only a part asks all the rest, or guesses.")


@transaction.atomic
def save(evaluation: Evaluation, *, by: Membership, at: datetime, edits: int, texts: Mapping[str, str]) -> EffectRequest:
    """Writing begins an evaluation that was only planned. `edits` 0: nothing was written yet. Raises RequestChanged."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.kind != Kind.EFFECT:
        raise NotOpen
    if row.state == State.PLANNED:
        finishing.begin(row, at=at)
    if row.state != State.OPEN:
        raise NotOpen
    request = EffectRequest.objects.filter(evaluation=row).first()
    if request is None:
        request = EffectRequest(evaluation=row, municipality=row.municipality, edits=0)
    elif all(getattr(request, name) == texts[name] for name in TEXTS):
        return request
    if request.edits != edits:
        raise RequestChanged
    for name in TEXTS:
        setattr(request, name, texts[name])
    request.written_by, request.edits = by, request.edits + 1
    request.save()
    return request


@transaction.atomic
def finish(evaluation: Evaluation, *, by: Membership, at: datetime) -> Evaluation:
    """Closed: the request is as it goes to the bureau. That it was asked is shared back within its term. Raises NotComplete."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.kind != Kind.EFFECT or row.state != State.OPEN:
        raise NotOpen
    if missing := missing_texts(row):
        raise NotComplete(missing)
    finishing.close(row, by=by, at=at)
    return row


def missing_texts(evaluation: Evaluation) -> list[str]:
    request = EffectRequest.objects.filter(evaluation=evaluation).first()
    return [name for name in TEXTS if not getattr(request, name, "")]
