"""What an official owes for an initiative, by its day."""

from django.utils.translation import gettext_lazy as _

from initiatives import deadlines
from initiatives.presentation.about import which_idea
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.TASK,
        label=_("Initiative: a task"),
        working_days=deadlines.WORKING_DAYS[deadlines.TASK],
        task=Task(
            title=_("Do what you promised for an initiative"),
            button=_("Say that it is done"),
            what=_("Task for an initiative"),
            promised=_("We do something for your idea"),
            route="initiatives:task_detail",
            own_route="initiatives:task_detail",
            permission="initiatives.handle",
        ),
        details=which_idea,
    ),
)
