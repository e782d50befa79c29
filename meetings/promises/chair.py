"""What an organiser owes when the chair of a planned meeting cannot lead it any more: another one, or the choice to lead it herself."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.about import which_meeting
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.NEW_CHAIR,
        label=_("Meeting: another chair"),
        working_days=deadlines.WORKING_DAYS[deadlines.NEW_CHAIR],
        task=Task(
            title=_("A meeting has no chair any more"),
            button=_("Choose who leads it"),
            what=_("Chair of a meeting"),
            promised="",
            route="meetings:meeting_edit",
            own_route="meetings:meeting_detail",
            permission="meetings.organise",
        ),
        details=which_meeting,
    ),
)
