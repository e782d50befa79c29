"""What who reads a plan owes. When she leaves before she handed in, who plans evaluations owes it: she finds somebody else."""

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from evaluations import deadlines
from evaluations.presentation.about import which_evaluation
from terms.models import Clock
from terms.promises import PromiseKind, Task


def _may_take(_clock: Clock, member: Membership) -> bool:
    return member.may("evaluations.manage")


KINDS = (
    PromiseKind(
        kind=deadlines.READ_PLAN,
        label=_("Evaluation of the plan: read it alone"),
        working_days=deadlines.WORKING_DAYS[deadlines.READ_PLAN],
        task=Task(
            title=_("Read the plan, and answer the questions"),
            button=_("Answer the questions"),
            what=_("Evaluation of the plan"),
            promised="",
            route="evaluations:plan_reading",
            permission="evaluations.read_plan",
        ),
        details=which_evaluation,
        may_take=_may_take,
    ),
)
