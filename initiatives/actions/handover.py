"""What of initiatives is in somebody's care: those that she answers or works on, and her tasks. Nobody gets her own idea."""

from django.utils.translation import gettext_lazy as _

from initiatives.actions import ANSWERS
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from terms.handover import Held, source_of

SOURCE = source_of(
    Held(
        label=_("Ideas and initiatives that she looks after"), rows=Initiative.objects.filter(ended_at=None), permission=ANSWERS, not_to=("proposer",),
    ),
    Held(label=_("Tasks for initiatives"), rows=Task.objects.open(), permission=ANSWERS, not_to=("initiative__proposer",)),
)
