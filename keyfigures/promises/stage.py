"""Promises of keyfigures.models.stage."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.STAGE,
        label=_("Key figure: next step"),
        working_days=deadlines.WORKING_DAYS[deadlines.STAGE],
        task=Task(
            title=_("%(name)s waits for a next step"),
            button=_("Take a step"),
            what=_("Becoming a key figure"),
            promised=_("You hear how it goes on"),
            route="keyfigures:figure_detail",
            permission="keyfigures.manage",
        ),
    ),
    PromiseKind(
        kind=deadlines.PAUSE,
        label=_("Key figure: end of a pause"),
        working_days=deadlines.WORKING_DAYS[deadlines.PAUSE],
        task=Task(
            title=_("%(name)s pauses"),
            button=_("Ask how it goes on"),
            what=_("End of the pause"),
            promised=_("We ask you how you want to go on after the pause"),
            route="keyfigures:figure_detail",
            permission="keyfigures.manage",
        ),
        set_by_term=False,  # the last day of the pause
    ),
    PromiseKind(
        kind=deadlines.SUCCESSOR,
        label=_("Key figure: find a successor"),
        working_days=deadlines.WORKING_DAYS[deadlines.SUCCESSOR],
        task=Task(
            title=_("%(name)s expects to stop"),
            button=_("Look for somebody"),
            what=_("Find a successor"),
            promised=_("We look for somebody after you"),
            route="keyfigures:figure_detail",
            permission="keyfigures.manage",
        ),
    ),
)
