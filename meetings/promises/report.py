"""Promises of meetings.models.report."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.about import which_meeting
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.REPORT,
        label=_("Meeting: the report"),
        working_days=deadlines.WORKING_DAYS[deadlines.REPORT],
        task=Task(
            title=_("Write the report of a meeting"),
            button=_("Write the report"),
            what=_("Report of a meeting"),
            promised=_("You can read the report"),
            route="meetings:report_edit",
            own_route="meetings:meeting_detail",
            permission="meetings.report",
        ),
        details=which_meeting,
    ),
    PromiseKind(
        kind=deadlines.CORRECTION,
        label=_("Meeting: a correction of the report"),
        working_days=deadlines.WORKING_DAYS[deadlines.CORRECTION],
        task=Task(
            title=_("%(name)s proposes a correction"),
            button=_("Look at it"),
            what=_("Correction of a report"),
            promised=_("You hear whether your correction is taken over"),
            route="meetings:correction_decide",
            own_route="meetings:correction_decide",
            permission="meetings.report",
        ),
        details=which_meeting,
    ),
)
