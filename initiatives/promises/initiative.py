"""What the municipality owes who files an idea."""

from django.utils.translation import gettext_lazy as _

from initiatives import deadlines
from initiatives.presentation.about import which_idea
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.ANSWER,
        label=_("Idea: answer"),
        working_days=deadlines.WORKING_DAYS[deadlines.ANSWER],
        task=Task(
            title=_("An idea of the network waits for our answer"),
            button=_("Answer the idea"),
            what=_("Idea"),
            promised=_("You get an answer to your idea"),
            route="initiatives:initiative_detail",
            own_route="initiatives:initiative_detail",
            permission="initiatives.handle",
        ),
        details=which_idea,
    ),
)
