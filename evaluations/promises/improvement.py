"""What who does an improvement owes, by its day."""

from django.utils.translation import gettext_lazy as _

from evaluations import deadlines
from evaluations.presentation.about import which_evaluation
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.IMPROVEMENT,
        label=_("Evaluation: an improvement"),
        working_days=deadlines.WORKING_DAYS[deadlines.IMPROVEMENT],
        task=Task(
            title=_("Do the improvement that you took upon you"),
            button=_("Say what became of it"),
            what=_("Improvement after an evaluation"),
            promised=_("What was promised after an evaluation is done"),
            route="evaluations:improvement_detail",
            permission="evaluations.results",
        ),
        details=which_evaluation,
    ),
)
