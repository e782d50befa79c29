"""Promises of keyfigures.models.asking."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.ASK_RESULT,
        label=_("Request to a key figure: what was done with it"),
        working_days=deadlines.WORKING_DAYS[deadlines.ASK_RESULT],
        task=Task(
            title=_("Tell %(name)s what was done with it"),
            button=_("Tell %(name)s"),
            what=_("After what we asked"),
            promised=_("You hear what we did with your help"),
            route="keyfigures:ask_detail",
            own_route="keyfigures:ask_detail",
            permission="keyfigures.manage",
        ),
    ),
)
