"""Promises of keyfigures.models.reconsideration. Only who is in the procedure hears of them; a team lead hears that one is late, not whose."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.actions.ties import has_tie
from keyfigures.models.reconsideration import Reconsideration, ReconsiderationState
from keyfigures.presentation.reconsideration import whose_turn
from terms.ladder import Rung
from terms.models import Clock
from terms.promises import PromiseKind, Task

# No deputy: who stands in for somebody is not in the procedure.
LADDER = (Rung("soon", -2, "owner"), Rung("today", 0, "owner"), Rung("long_late", 3, "team_lead"))


def _may_open(clock: Clock, member: Membership) -> bool:
    return Reconsideration.objects.visible_to(member).filter(uuid=clock.subject).exclude(key_figure__member=member).exists()


def _path(clock: Clock, member: Membership) -> str:
    return reverse("keyfigures:reconsideration_detail", args=[clock.subject]) if _may_open(clock, member) else reverse("home")


def _still_wanted(clock: Clock, member: Membership) -> bool:
    return _may_open(clock, member) or (member.may("signals.escalated") and member.pk != clock.waiter_id)


def _may_take(clock: Clock, member: Membership) -> bool:
    """Two others decide than who raised the question: nobody gets the part of both, and nobody who knows her privately gets one."""
    if not _may_talk(clock, member):
        return False
    row = Reconsideration.objects.get(uuid=clock.subject)
    parts = Clock.objects.open().about(clock.subject).filter(owner=member)
    proposed_it = row.state == ReconsiderationState.PROPOSED and row.first_decider_id == member.pk
    return row.raised_by_id != member.pk and not proposed_it and not parts.exists()


def _may_talk(clock: Clock, member: Membership) -> bool:
    row = Reconsideration.objects.select_related("key_figure").filter(uuid=clock.subject).first()
    return row is not None and not has_tie(member, row.key_figure)


KINDS = (
    PromiseKind(
        kind=deadlines.RECONSIDERATION_TALK,
        label=_("Reconsideration: the talk"),
        working_days=deadlines.WORKING_DAYS[deadlines.RECONSIDERATION_TALK],
        task=Task(
            title=_("Talk with %(name)s about the cooperation"),
            button=_("Record the talk"),
            what=_("Reconsideration, the talk"),
            promised=_("We talk with you about the cooperation"),
            route="keyfigures:reconsideration_detail",
            own_route="keyfigures:reconsideration_detail",
            permission="keyfigures.manage",
            is_private=True,
        ),
        path=_path,
        still_wanted=_still_wanted,
        ladder=LADDER,
        may_take=_may_talk,
    ),
    PromiseKind(
        kind=deadlines.RECONSIDERATION_DECISION,
        label=_("Reconsideration: the decision"),
        working_days=deadlines.WORKING_DAYS[deadlines.RECONSIDERATION_DECISION],
        task=Task(
            title=_("%(name)s waits for a decision"),
            button=_("Decide"),
            what=_("Reconsideration, the decision"),
            promised=_("You hear the decision, and where you can object"),
            route="keyfigures:reconsideration_detail",
            own_route="keyfigures:reconsideration_detail",
            permission="keyfigures.decide",
            is_private=True,
        ),
        path=_path,
        still_wanted=_still_wanted,
        ladder=LADDER,
        may_take=_may_take,
        details=whose_turn,
    ),
    PromiseKind(
        kind=deadlines.RECONSIDERATION_SECOND,
        label=_("Reconsideration: the second who decides"),
        working_days=deadlines.WORKING_DAYS[deadlines.RECONSIDERATION_SECOND],
        task=Task(
            title=_("%(name)s waits for a decision"),
            button=_("Decide"),
            what=_("Reconsideration, the decision"),
            promised="",  # she reads one promise of a decision
            route="keyfigures:reconsideration_detail",
            own_route="keyfigures:reconsideration_detail",
            permission="keyfigures.decide",
            is_private=True,
        ),
        path=_path,
        still_wanted=_still_wanted,
        ladder=LADDER,
        may_take=_may_take,
        details=whose_turn,
        set_by_term=False,  # the day of the decision
    ),
)
