"""Promises of keyfigures.models.reconsideration."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.RECONSIDERATION_TALK,
        label=_("Reconsideration: the talk"),
        working_days=deadlines.WORKING_DAYS[deadlines.RECONSIDERATION_TALK],
        task=Task(
            title=_("Talk with %(name)s about the cooperation"),
            button=_("Record the talk"),
            what=_("Reconsideration, the talk"),
            promised=_("We talk with you about the cooperation"),
            route="keyfigures:reconsideration_detail",
            own_route="keyfigures:reconsideration_detail",
            permission="keyfigures.manage",
        ),
    ),
    PromiseKind(
        kind=deadlines.RECONSIDERATION_DECISION,
        label=_("Reconsideration: the decision"),
        working_days=deadlines.WORKING_DAYS[deadlines.RECONSIDERATION_DECISION],
        task=Task(
            title=_("%(name)s waits for a decision"),
            button=_("Decide"),
            what=_("Reconsideration, the decision"),
            promised=_("You hear the decision, and where you can object"),
            route="keyfigures:reconsideration_detail",
            own_route="keyfigures:reconsideration_detail",
            permission="keyfigures.decide",
        ),
    ),
)
