"""Promises of keyfigures.models.help."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.HELP_FIRST_ANSWER,
        label=_("Help request: first answer"),
        working_days=deadlines.WORKING_DAYS[deadlines.HELP_FIRST_ANSWER],
        task=Task(
            title=_("%(name)s asks for help"),
            button=_("Answer %(name)s"),
            what=_("Help request, first answer"),
            promised=_("You get an answer to your question"),
            route="keyfigures:help_detail",
            own_route="keyfigures:help_detail",
            permission="keyfigures.manage",
        ),
    ),
    PromiseKind(
        kind=deadlines.HELP_OUTCOME,
        label=_("Help request: outcome"),
        working_days=deadlines.WORKING_DAYS[deadlines.HELP_OUTCOME],
        task=Task(
            title=_("Finish the question of %(name)s"),
            button=_("Finish it"),
            what=_("Help request, outcome"),
            promised=_("Your question is settled"),
            route="keyfigures:help_detail",
            own_route="keyfigures:help_detail",
            permission="keyfigures.manage",
        ),
    ),
)
