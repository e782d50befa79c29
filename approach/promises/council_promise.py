"""What was promised to college or council, by its day."""

from django.utils.translation import gettext_lazy as _

from approach import deadlines
from approach.actions.moment import OWNS
from approach.presentation.about import which_moment
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.COUNCIL_PROMISE,
        label=_("Support: a promise to college or council"),
        working_days=deadlines.WORKING_DAYS[deadlines.COUNCIL_PROMISE],
        task=Task(
            title=_("Do what was promised to college or council"),
            button=_("Say what became of it"),
            what=_("Promise to college or council"),
            promised=_("What was promised to college or council is done"),
            route="approach:promise_detail",
            permission=OWNS,
        ),
        details=which_moment,
    ),
)
