"""Promises of keyfigures.models.treatment."""

from django.utils.translation import gettext_lazy as _

from keyfigures import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.COMPLAINT,
        label=_("Complaint about treatment"),
        working_days=deadlines.WORKING_DAYS[deadlines.COMPLAINT],
        task=Task(
            title=_("%(name)s waits for an answer to a complaint"),
            button=_("Answer %(name)s"),
            what=_("Complaint about treatment"),
            promised=_("You get an answer to your complaint"),
            route="keyfigures:complaint_detail",
            own_route="keyfigures:complaint_detail",
            permission="keyfigures.complaints",
        ),
    ),
)
