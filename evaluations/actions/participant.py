"""Who is asked: somebody who came later is asked too, and who lost her mail gets a new link. Nobody learns here who answered."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations import round_mail
from evaluations.actions import NotPossible, check_manages, rounds
from evaluations.actions.finishing import locked
from evaluations.actions.sheet import version_for
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from notifications import delivery
from notifications.models import Message
from notifications.outbox import enqueue


@transaction.atomic
def ask(evaluation: Evaluation, *, members: Mapping[str, Collection[Membership]], by: Membership, at: datetime) -> int:
    """Ask these too, per group; returns how many were not asked yet. Who cannot be asked (any more) is left out.

    A constant number of statements. Raises NotPossible for an evaluation that is not open.
    """
    row = locked(evaluation)
    _check(row, by)
    return sum(_ask(row, group, chosen, at=at) for group, chosen in members.items() if version_for(row, group) is not None)


@transaction.atomic
def new_link(participant: Participant, *, by: Membership, at: datetime) -> None:
    """Mails her another link; the earlier ones stop. The same is done for who answered, whom no mail reaches: nobody sees the difference."""
    row = locked(participant.evaluation)
    _check(row, by)
    hers = Participant.objects.select_for_update(of=("self",)).select_related("member__municipality").filter(pk=participant.pk).first()
    if hers is None:
        raise NotPossible(_("She is not asked any more."))
    hers.link_stopped_at, hers.link_number = None, hers.link_number + 1
    hers.save(update_fields=["link_stopped_at", "link_number"])
    enqueue(round_mail.asked(hers), at=at)


@transaction.atomic
def send_failed_again(evaluation: Evaluation, *, by: Membership, at: datetime) -> int:
    """Tries every mail of this round that failed; returns how many."""
    row = locked(evaluation)
    _check(row, by)
    return delivery.try_again(Message.objects.filter(subject__in=row.participants.values("uuid"), kind=round_mail.ASKED), at=at)


def _check(row: Evaluation, by: Membership) -> None:
    check_manages(by, row.municipality_id)
    if row.state != State.OPEN:
        raise NotPossible(_("Nobody can answer now, so nobody can be asked."))


def _ask(row: Evaluation, group: str, chosen: Collection[Membership], *, at: datetime) -> int:
    here = rounds.can_be_asked(row, group, at=at).select_related("user", "municipality", "message_preference")
    people = list(here.filter(pk__in=[each.pk for each in chosen]).order_by("pk"))
    rounds.ask(row, group, people, at=at)
    return len(people)
