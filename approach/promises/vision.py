"""What who wrote the vision owes: looking at it again on its day."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from approach import deadlines
from approach.models.vision import Vision
from terms.promises import PromiseKind, Task


def which_vision(subjects: Collection[UUID], _today: date) -> Mapping[UUID, str]:
    """One statement."""
    rows = Vision.objects.filter(uuid__in=list(subjects)).order_by().values_list("uuid", "number")
    return {uuid: _("Version %(number)d") % {"number": number} for uuid, number in rows}


KINDS = (
    PromiseKind(
        kind=deadlines.REVIEW,
        label=gettext_lazy("Approach: look at the vision again"),
        working_days=deadlines.WORKING_DAYS[deadlines.REVIEW],
        task=Task(
            title=gettext_lazy("Look at the vision of the approach again"),
            button=gettext_lazy("Look at it"),
            what=gettext_lazy("Vision"),
            promised=gettext_lazy("The vision is looked at again"),
            route="approach:vision_review",
            permission="approach.manage",
        ),
        details=which_vision,
        set_by_term=False,
    ),
)
