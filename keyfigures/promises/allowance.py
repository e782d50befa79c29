"""Promises of keyfigures.models.allowance."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.PAYMENT,
        label=_("Allowance: decide"),
        working_days=deadlines.WORKING_DAYS[deadlines.PAYMENT],
        task=Task(
            title=_("An allowance for %(name)s waits for a second official"),
            button=_("Decide"),
            what=_("Allowance"),
            promised=_("We decide about your allowance"),
            route="keyfigures:payment_detail",
            permission="keyfigures.decide",
        ),
    ),
)
