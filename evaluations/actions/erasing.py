"""What goes of evaluations and when. The table of terms and its job are those of the network (keyfigures.actions.erasing).

Answers in own words go after a year in every municipality: that was promised to who wrote them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import DateTimeField, F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from audit import log
from evaluations import log_verbs
from evaluations.deadlines import RAW_DAYS
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.models.plan import PlanReading
from evaluations.models.sheet import OpenAnswer, Participant
from keyfigures.actions import erasing
from keyfigures.actions.erasing import Kind

BATCH = 25  # evaluations at once: hundreds of people can have been asked in each


def _of_evaluations(pks: Sequence[int]) -> Iterable[UUID]:
    """Promises are about the evaluation, its readings and its improvements."""
    found = [Evaluation.objects.filter(pk__in=pks), *(model.objects.filter(evaluation__in=pks) for model in (PlanReading, Improvement))]
    return chain(*(rows.values_list("uuid", flat=True) for rows in found))


_END = Coalesce(F("closed_at"), F("cancelled_at"), output_field=DateTimeField())
_END_OF_ITS_EVALUATION = Coalesce(F("evaluation__closed_at"), F("evaluation__cancelled_at"), output_field=DateTimeField())
KINDS = (
    Kind(model=Participant, title=_("Who was asked in evaluations"), ended=_END_OF_ITS_EVALUATION, days="keep_request_days", is_moment=True),
    Kind(
        model=Evaluation, title=_("Evaluations, with what came out and what was done with it"), ended=_END, days="keep_agreement_days", is_moment=True,
        subjects=_of_evaluations, batch=BATCH,
    ),
)


def register() -> None:
    erasing.register(*KINDS, proofs=[log_verbs.WORDS_ERASED])


def erase_words(*, at: datetime) -> int:
    """Answers in own words go a year after closing; returns how many. With a proof per evaluation; a job can stop anywhere."""
    over = Evaluation.objects.filter(closed_at__lt=at - timedelta(days=RAW_DAYS), open_answers__isnull=False).order_by("pk").distinct()
    return sum(_erase_words(evaluation, at=at) for evaluation in over.select_related("municipality"))


@transaction.atomic
def _erase_words(evaluation: Evaluation, *, at: datetime) -> int:
    number, _models = OpenAnswer.objects.filter(evaluation=evaluation).delete()
    log.record(
        log_verbs.WORDS_ERASED, at=at, actor=None, kind="evaluations.evaluation", municipality=evaluation.municipality, subject=evaluation.uuid,
        numbers={"rows": number},
    )
    return number
