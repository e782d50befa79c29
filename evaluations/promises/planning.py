"""What who holds an evaluation owes before it opens."""

from django.utils.translation import gettext_lazy as _

from evaluations import deadlines
from evaluations.presentation.about import which_evaluation
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.PREPARE,
        label=_("Evaluation: prepare it"),
        working_days=deadlines.WORKING_DAYS[deadlines.PREPARE],
        task=Task(
            title=_("Prepare the evaluation before it opens"),
            button=_("Look at it"),
            what=_("Evaluation"),
            promised=_("The evaluation opens"),
            route="evaluations:evaluation_detail",
            permission="evaluations.manage",
        ),
        details=which_evaluation,
    ),
)
