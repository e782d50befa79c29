"""All sheets of an evaluation are opened once, together, when nobody can send any more; only what may be shown is kept.

Per group by itself, never both together. Fewer than five are thrown away unopened. Then, in a transaction of its own, the rows of who was
asked become alike: nobody knows any more who answered. docs/decisions/0016.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from accounts import envelopes
from evaluations import counted, round_mail, sheets
from evaluations.actions import locks
from evaluations.actions.sheet import GRACE, of_group, version_for
from evaluations.deadlines import FEWEST_ANSWERS
from evaluations.kinds import Group, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import OpenAnswer, Outcome, Participant, Response, Sheet, SheetDraft
from evaluations.sheets import Content
from evaluations.versions import pages_of
from notifications.models import Message
from notifications.models import State as MessageState

LOOK_BACK = timedelta(days=90)  # what was closed longer ago has been counted


def count_all(*, at: datetime) -> int:
    """Each evaluation in transactions of its own; returns how many were counted. What goes wrong is tried again in an hour."""
    due = Evaluation.objects.filter(closed_at__lte=at - GRACE, counted_at=None, state__in=[State.CLOSED, State.SHARED])
    asked = Evaluation.objects.filter(Exists(Participant.objects.filter(evaluation=OuterRef("pk"))))
    number = sum(count(evaluation, at=at) for evaluation in due & asked)
    for evaluation in _to_forget(at):
        forget_who_answered(evaluation)
    return number


@transaction.atomic
def count(evaluation: Evaluation, *, at: datetime) -> bool:
    """False when somebody else counted it meanwhile."""
    locks.alone(evaluation.pk)
    fresh = Evaluation.objects.select_for_update(of=("self",)).select_related("questions", "mirror").get(pk=evaluation.pk)
    if fresh.counted_at is not None:
        return False
    for group in Group.values:
        _count_group(fresh, group)
    SheetDraft.objects.filter(evaluation=fresh).delete()
    Evaluation.objects.filter(pk=fresh.pk).update(counted_at=at)
    return True


def throw_away(evaluation: Evaluation) -> None:
    """Of an evaluation that is cancelled: all that came in, unopened. Within the transaction that cancels it, after its state was changed.

    That transaction takes `locks.alone` before it locks the row: who sends takes them in that order too.
    """
    Sheet.objects.filter(evaluation=evaluation).delete()
    SheetDraft.objects.filter(evaluation=evaluation).delete()


@transaction.atomic
def forget_who_answered(evaluation: Evaluation) -> None:
    """All rows alike, and all written anew in random order: their place on disk told who answered, and who before whom.

    The mail of this round goes as well: who was not reminded had answered.
    """
    rows = list(Participant.objects.select_for_update(of=("self",)).filter(evaluation=evaluation))
    Participant.objects.filter(evaluation=evaluation).delete()
    for row in rows:
        row.has_answered, row.code_digest = None, ""
    envelopes.CHANCE.shuffle(rows)
    Participant.objects.bulk_create(rows, batch_size=envelopes.BATCH)
    asked = Participant.objects.filter(evaluation=evaluation).values("uuid")
    Message.objects.filter(kind__in=[round_mail.ASKED, round_mail.REMINDED], subject__in=asked).exclude(state=MessageState.CLAIMED).delete()


def _to_forget(at: datetime) -> list[Evaluation]:
    marked = Exists(Participant.objects.filter(evaluation=OuterRef("pk"), has_answered__isnull=False))
    over = Q(counted_at__isnull=False, closed_at__gte=at - LOOK_BACK) | Q(cancelled_at__gte=at - LOOK_BACK)
    return list(Evaluation.objects.filter(over, marked))


def _count_group(evaluation: Evaluation, group: str) -> None:
    asked = Participant.objects.filter(evaluation=evaluation, group=group).count()
    version = version_for(evaluation, group)
    if not asked or version is None:
        return
    contents, items, here = _opened(evaluation, group), sheets.items_of(pages_of(version)), {"evaluation": evaluation, "group": group}
    Response.objects.create(**here, asked=asked, answered=len(contents) or None)
    outcomes = [Outcome(**here, identity=each.identity, counts=each.counts, answered=each.answered) for each in counted.outcomes(items, contents)]
    Outcome.objects.bulk_create(outcomes)
    words = [OpenAnswer(**here, identity=identity, text=text) for identity, text in counted.words(items, contents)]
    envelopes.CHANCE.shuffle(words)
    OpenAnswer.objects.bulk_create(words, batch_size=envelopes.BATCH)


def _opened(evaluation: Evaluation, group: str) -> list[Content]:
    """Nothing when fewer than five answered: those go without being opened."""
    rows = of_group(evaluation, group)
    if rows.count() < FEWEST_ANSWERS:
        rows.delete()
        return []
    contents: list[Content] = [*envelopes.take_all(rows)]
    return contents if len(contents) >= FEWEST_ANSWERS else []  # some that no key opened
