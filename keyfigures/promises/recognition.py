"""Promises of keyfigures.models.recognition."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.THANKS,
        label=_("Personal thanks"),
        working_days=deadlines.WORKING_DAYS[deadlines.THANKS],
        task=Task(
            title=_("Thank %(name)s"),
            button=_("Thank %(name)s"),
            what=_("No personal thanks for half a year"),
            promised=_("We thank you in person"),
            route="keyfigures:recognition_new",
            permission="keyfigures.manage",
        ),
    ),
)
