"""Promises of meetings.models.rhythm."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.rhythm import about
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.NEXT_MEETING,
        label=_("Meetings: plan the next one"),
        working_days=deadlines.WORKING_DAYS[deadlines.NEXT_MEETING],
        task=Task(
            title=_("No next meeting is planned"),
            button=_("Plan a meeting"),
            what=_("Rhythm of meetings"),
            promised=_("The next meeting is planned in time"),
            route="meetings:rhythm_plan",
            permission="meetings.organise",
        ),
        details=about,
        set_by_term=False,  # its own day
    ),
    PromiseKind(
        kind=deadlines.TOO_LONG_AGO,
        label=_("Meetings: the last one is too long ago"),
        working_days=deadlines.WORKING_DAYS[deadlines.TOO_LONG_AGO],
        task=Task(
            title=_("The last meeting is too long ago"),
            button=_("Plan a meeting"),
            what=_("Rhythm of meetings"),
            promised=_("We meet as often as was agreed"),
            route="meetings:rhythm_plan",
            permission="meetings.organise",
        ),
        details=about,
        set_by_term=False,  # its own day
    ),
)
