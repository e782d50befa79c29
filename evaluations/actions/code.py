"""Codes on paper: made when they are printed, stored as a digest, replaced when they are printed again."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from audit import log
from evaluations import codes, log_verbs
from evaluations.actions import NotPossible
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant


@transaction.atomic
def print_for(evaluation: Evaluation, *, by: Membership, at: datetime, people: Collection[Participant]) -> list[tuple[Participant, str]]:
    """A new code for each of `people`, also for who answered: the page does not tell who did. Earlier papers of theirs stop.

    The codes exist nowhere else than in what is returned.
    """
    fresh = Evaluation.objects.select_for_update(of=("self",), no_key=True).get(pk=evaluation.pk)  # who sends meanwhile need not wait
    if fresh.state != State.OPEN:
        raise NotPossible(_("Codes can be printed as long as people can answer."))
    made = [(row, codes.new_code()) for row in people]
    for row, code in made:
        row.code_digest = codes.digest(code)
    Participant.objects.bulk_update([row for row, _code in made], ["code_digest"])
    log.record(log_verbs.CODES_PRINTED, at=at, actor=by, kind="evaluations.evaluation", subject=fresh.uuid, numbers={"rows": len(made)})
    return made


def find(code: str) -> Participant | None:
    return Participant.objects.with_evaluation().filter(code_digest=codes.digest(code)).first()
