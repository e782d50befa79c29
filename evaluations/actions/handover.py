"""What of evaluations is in somebody's care: those that she holds, the improvements that she does.

Who holds an evaluation is promised for when it opens and when it closes. What was shared back or cancelled needs nobody any more.
"""

from django.utils.translation import gettext_lazy as _

from evaluations.actions.improvement import OWNS
from evaluations.kinds import State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from terms.handover import Held, source_of

HOLDS = "evaluations.manage"
SOURCE = source_of(
    Held(
        label=_("Evaluations that she holds"), rows=Evaluation.objects.filter(state__in=[State.PLANNED, State.OPEN, State.CLOSED]), permission=HOLDS,
    ),
    Held(label=_("Improvements after an evaluation"), rows=Improvement.objects.open(), permission=OWNS),
)
