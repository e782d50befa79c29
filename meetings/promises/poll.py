"""Promises of meetings.models.poll."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.poll import titles
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.CHOOSE_DATE,
        label=_("Date poll: choose a date"),
        working_days=deadlines.WORKING_DAYS[deadlines.CHOOSE_DATE],
        task=Task(
            title=_("Choose a date"),
            button=_("Choose a date"),
            what=_("Date poll"),
            promised=_("You hear which date it becomes"),
            route="meetings:poll_detail",
            own_route="meetings:poll_detail",
            permission="meetings.organise",
        ),
        details=titles,
    ),
)
