"""What a chair owes before her first meeting of a year: her own declaration. Nobody else is asked, and nobody hears that it is late."""

from django.utils.translation import gettext_lazy as _

from meetings import deadlines
from meetings.presentation.meeting import titles
from terms.ladder import Rung
from terms.promises import PromiseKind, Task

KINDS = (
    PromiseKind(
        kind=deadlines.DECLARATION,
        label=_("Meeting: the chair says that she is independent"),
        working_days=deadlines.WORKING_DAYS[deadlines.DECLARATION],
        task=Task(
            title=_("Say that you are independent"),
            button=_("Declare it"),
            what=_("Your declaration, before your first meeting of the year"),
            promised="",
            route="meetings:declaration",
            permission="meetings.chair",
            is_private=True,
        ),
        details=titles,
        ladder=(Rung("soon", -2, "owner"), Rung("today", 0, "owner")),
        set_by_term=False,  # the day before the meeting
    ),
)
