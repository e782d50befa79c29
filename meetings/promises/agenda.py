"""Promises of meetings.models.agenda."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.about import which_meeting
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.POINT_ANSWER,
        label=_("Meeting: what was done with a point"),
        working_days=deadlines.WORKING_DAYS[deadlines.POINT_ANSWER],
        task=Task(
            title=_("Tell what was done with a point"),
            button=_("Tell it"),
            what=_("Point of a meeting"),
            promised=_("You hear what was done with your point"),
            route="meetings:point_answer",
            own_route="meetings:point_result",
            permission="meetings.organise",
        ),
        details=which_meeting,
    ),
    PromiseKind(
        kind=deadlines.ACTION_POINT,
        label=_("Meeting: an action point"),
        working_days=deadlines.WORKING_DAYS[deadlines.ACTION_POINT],
        task=Task(
            title=_("Do what you took upon you"),
            button=_("Tick it off"),
            what=_("Action point of a meeting"),
            promised=_("What was agreed is done"),
            route="meetings:action_detail",
            own_route="meetings:action_detail",
            permission="meetings.take_part",
        ),
        details=which_meeting,
        set_by_term=False,  # its own day
    ),
    PromiseKind(
        kind=deadlines.ACTION_OWNER,
        label=_("Meeting: somebody who does an action point"),
        working_days=deadlines.WORKING_DAYS[deadlines.ACTION_OWNER],
        task=Task(
            title=_("Nobody does this action point yet"),
            button=_("Find somebody"),
            what=_("Action point of a meeting"),
            promised=_("Somebody does what was agreed"),
            route="meetings:action_detail",
            own_route="meetings:action_detail",
            permission="meetings.organise",
        ),
        details=which_meeting,
    ),
)
