"""What who holds an evaluation owes from its opening: of the plan, of the process, or a request to a bureau."""

from django.utils.translation import gettext_lazy as _

from evaluations import deadlines
from evaluations.presentation.about import which_evaluation
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.FINISH,
        label=_("Evaluation: finish it"),
        working_days=deadlines.WORKING_DAYS[deadlines.FINISH],
        task=Task(
            title=_("Finish an evaluation"),
            button=_("Go on"),
            what=_("Evaluation"),
            promised=_("The evaluation is finished"),
            route="evaluations:evaluation_detail",
            permission="evaluations.manage",
        ),
        details=which_evaluation,
    ),
)
