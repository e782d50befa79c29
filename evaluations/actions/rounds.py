"""What the clock does with a round of questions: it opens, reminds and closes by itself.

Level-triggered: each asks what is due and not yet done, so a run too many tells nobody twice, and a run that was missed is made good.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db import transaction
from django.db.models import Exists, OuterRef

from accounts.models import Membership
from accounts.querysets import MembershipQuerySet
from audit import log
from evaluations import deadlines, log_verbs, round_mail
from evaluations.actions import finishing
from evaluations.kinds import Group, Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from keyfigures.stages import Stage
from notifications.outbox import enqueue
from terms import clocks
from terms.calendar import Calendar, calendar_of
from terms.days import local_date

BATCH = 500  # people that one statement asks, or promises a mail
# Who works with key figures, or for whom they do it. Not who only administers, and nobody from outside.
OF_OFFICIALS = ("keyfigures.manage", "signals.handle", "evaluations.results")


def open_due(*, at: datetime) -> int:
    """Returns how many opened. A survey without questions stays planned: that it is not prepared is told by its promise."""
    due = Evaluation.objects.filter(kind=Kind.SURVEY, state=State.PLANNED, opens_on__lte=local_date(at), questions__isnull=False)
    return sum(_open(pk, at=at) for pk in list(due.order_by("pk").values_list("pk", flat=True)))


def remind_due(*, at: datetime) -> int:
    """Who did not answer hears once that the last day comes near; returns how many hear it. Who answered meanwhile is left out at sending."""
    reminded = 0
    waiting = Evaluation.objects.filter(kind=Kind.SURVEY, state=State.OPEN, reminded_at=None, closes_on__gte=local_date(at))
    for evaluation in waiting.select_related("municipality").order_by("pk"):
        if local_date(at) >= remind_on(evaluation, calendar_of(evaluation.municipality)):
            reminded += _remind(evaluation, at=at)
    return reminded


def close_due(*, at: datetime) -> int:
    """The day after the last one. Who was answering can send for two hours more; what came out is shared back within its term."""
    due = Evaluation.objects.filter(kind=Kind.SURVEY, state=State.OPEN, closes_on__lt=local_date(at))
    return sum(_close(pk, at=at) for pk in list(due.order_by("pk").values_list("pk", flat=True)))


def remind_on(evaluation: Evaluation, calendar: Calendar) -> date:
    """REMIND_DAYS working days before the last day; not before the day after it opened."""
    return max(calendar.add(evaluation.closes_on, -deadlines.REMIND_DAYS), calendar.add(evaluation.opens_on, 1))


@transaction.atomic
def _open(pk: int, *, at: datetime) -> bool:
    """Later than planned: people have as many working days to answer as was planned."""
    row = Evaluation.objects.select_for_update(of=("self",)).with_all().filter(pk=pk, state=State.PLANNED).first()
    if row is None or row.questions is None or Evaluation.objects.filter(municipality=row.municipality, kind=row.kind, state=State.OPEN).exists():
        return False  # while another survey is open this one waits
    today, calendar = local_date(at), calendar_of(row.municipality)
    row.closes_on = calendar.add(today, calendar.between(row.opens_on, row.closes_on)) if row.opens_on < today else row.closes_on
    row.state, row.opens_on, row.opened_at = State.OPEN, today, at
    row.save(update_fields=["state", "opens_on", "closes_on", "opened_at"])
    clocks.end(row.uuid, at=at, kinds=[deadlines.PREPARE])
    asked = sum(_ask_all(row, group, at=at) for group in ([Group.KEY_FIGURES, Group.OFFICIALS] if row.mirror is not None else [Group.KEY_FIGURES]))
    log.record(
        log_verbs.OPENED, at=at, actor=None, kind="evaluations.evaluation", municipality=row.municipality, subject=row.uuid, numbers={"rows": asked},
    )
    return True


def _ask_all(row: Evaluation, group: str, *, at: datetime) -> int:
    """Everybody of the group, in batches: three statements each, however many people there are."""
    people, last, asked = can_be_asked(row, group, at=at).select_related("user", "municipality", "message_preference").order_by("pk"), 0, 0
    while batch := list(people.filter(pk__gt=last)[:BATCH]):
        ask(row, group, batch, at=at)
        last, asked = batch[-1].pk, asked + len(batch)
    return asked


def ask(row: Evaluation, group: str, people: Sequence[Membership], *, at: datetime) -> None:
    """`people` are of `can_be_asked`, and the evaluation is locked. Two statements."""
    rows = [Participant(municipality=row.municipality, evaluation=row, member=each, group=group) for each in people]
    Participant.objects.bulk_create(rows)
    enqueue(*(round_mail.asked(each) for each in rows), at=at)


def can_be_asked(row: Evaluation, group: str, *, at: datetime) -> MembershipQuerySet:
    """Who is not asked yet, in either group: nobody answers twice."""
    asked = Participant.objects.filter(evaluation=row, member=OuterRef("pk"))
    here = Membership.objects.of_municipality(row.municipality).active_on(local_date(at)).exclude(Exists(asked))
    if group == Group.KEY_FIGURES:
        return here.with_permission("keyfigures.own").filter(key_figure__stage=Stage.ACTIVE)
    return reduce(or_, (here.with_permission(each) for each in OF_OFFICIALS))


def _remind(evaluation: Evaluation, *, at: datetime) -> int:
    """In batches; when it stops half way, the same people are promised the same mail, which is told once."""
    people, last, reminded = Participant.objects.waited_for().filter(evaluation=evaluation, link_stopped_at=None), 0, 0
    while batch := list(people.filter(pk__gt=last).select_related("member__message_preference", "member__municipality").order_by("pk")[:BATCH]):
        with transaction.atomic():
            enqueue(*(round_mail.reminded(each) for each in batch), at=at)
        last, reminded = batch[-1].pk, reminded + len(batch)
    Evaluation.objects.filter(pk=evaluation.pk, reminded_at=None).update(reminded_at=at)
    return reminded


@transaction.atomic
def _close(pk: int, *, at: datetime) -> bool:
    row = Evaluation.objects.select_for_update(of=("self",)).with_all().filter(pk=pk, state=State.OPEN, closes_on__lt=local_date(at)).first()
    if row is None:
        return False
    finishing.close(row, by=None, at=at)
    return True
