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
)
