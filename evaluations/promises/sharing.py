"""What who holds an evaluation owes everybody who was asked, from its closing."""

from django.utils.translation import gettext_lazy as _

from evaluations import deadlines
from evaluations.presentation.about import which_evaluation
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.SHARE_BACK,
        label=_("Evaluation: what was heard is shared back"),
        working_days=deadlines.WORKING_DAYS[deadlines.SHARE_BACK],
        task=Task(
            title=_("Tell what you heard, and what you do with it"),
            button=_("Write it"),
            what=_("What an evaluation brought"),
            promised=_("You read what was done with the answers"),
            route="evaluations:sharing_write",
            own_route="evaluations:shared_detail",
            permission="evaluations.manage",
        ),
        details=which_evaluation,
    ),
)
