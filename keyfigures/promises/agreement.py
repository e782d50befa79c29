"""Promises of keyfigures.models.agreement."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.REVIEW_AGREEMENT,
        label=_("Agreement: look at it again"),
        working_days=deadlines.WORKING_DAYS[deadlines.REVIEW_AGREEMENT],
        task=Task(
            title=_("Look at the agreement with %(name)s"),
            button=_("Look again"),
            what=_("The agreement, every year"),
            promised=_("We look at the agreement together again"),
            route="keyfigures:agreement_detail",
            own_route="keyfigures:agreement_detail",
            permission="keyfigures.manage",
        ),
    ),
    PromiseKind(
        kind=deadlines.AGREEMENT_TURN,
        label=_("Agreement: read what she wrote and answer"),
        working_days=deadlines.WORKING_DAYS[deadlines.AGREEMENT_TURN],
        task=Task(
            title=_("%(name)s wrote in the agreement or confirmed it"),
            button=_("Read the agreement"),
            what=_("New version of the agreement"),
            promised=_("We read your part of the agreement, and write or confirm ours"),
            route="keyfigures:agreement_detail",
            own_route="keyfigures:agreement_detail",
            permission="keyfigures.manage",
        ),
    ),
)
