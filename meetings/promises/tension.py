"""Promises of meetings.models.tension."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.AFTERCARE,
        label=_("Tension: aftercare"),
        working_days=deadlines.WORKING_DAYS[deadlines.AFTERCARE],
        task=Task(
            title=_("Call %(name)s, now that it is calmer"),
            button=_("Log a contact"),
            what=_("Aftercare after a tension"),
            promised=_("We call you again after what happened"),
            route="meetings:aftercare",
            permission="meetings.organise",
        ),
        set_by_term=False,  # its own day
    ),
)
