"""Somebody from outside gets one part in one evaluation, until and including a day. It ends on that day by itself, or earlier by hand."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.querysets import MembershipQuerySet
from audit import log
from evaluations import log_verbs
from evaluations.actions import NotPossible, check_manages
from evaluations.actions.finishing import locked
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation, Guest
from evaluations.notices import TO_OFFICIAL
from notifications.outbox import enqueue
from notifications.telling import notice
from terms.days import local_date

OVER = frozenset({State.SHARED, State.CANCELLED})


def can_be_asked(evaluation: Evaluation, *, on: date) -> MembershipQuerySet:
    """Who comes from outside: outside evaluators and neutral chairs of the municipality. By name."""
    return Membership.objects.to_choose("evaluations.assist", municipality=evaluation.municipality, on=on)


@transaction.atomic
def give(evaluation: Evaluation, *, member: Membership, part: str, until: date, by: Membership, at: datetime) -> Guest:
    """A part that she has already gets another last day. She hears that something waits. Raises NotPossible when there is nothing to do any more."""
    row = locked(evaluation)
    check_manages(by, row.municipality_id)
    if row.state in OVER:
        raise NotPossible(_("This evaluation is over. Nobody has to do anything in it."))
    if until < local_date(at):
        raise NotPossible(_("This day is over already."))
    if member.municipality_id != row.municipality_id or not member.may("evaluations.assist"):
        raise PermissionDenied
    what = {"municipality": row.municipality, "until": until, "given_by": by, "given_at": at}
    guest, _is_new = Guest.objects.update_or_create(evaluation=row, member=member, part=part, defaults=what)
    log.record(log_verbs.GUEST_GIVEN, at=at, actor=by, kind="evaluations.evaluation", subject=row.uuid)
    path = reverse("evaluations:evaluation_detail", args=[row.uuid])
    enqueue(notice(TO_OFFICIAL, to=member, subject=row.uuid, because=f"{part}:{until}", path=path), at=at)
    return guest


@transaction.atomic
def take_back(guest: Guest, *, by: Membership, at: datetime) -> None:
    """She sees the evaluation no more from now on. Twice is once."""
    check_manages(by, guest.evaluation.municipality_id)
    deleted, _models = Guest.objects.filter(pk=guest.pk).delete()
    if deleted:
        log.record(log_verbs.GUEST_ENDED, at=at, actor=by, kind="evaluations.evaluation", subject=guest.evaluation.uuid)
