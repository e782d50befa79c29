"""What evaluations add to the start page: questions that wait for who is asked."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from evaluations.models.sheet import Participant
from terms.days import local_date
from terms.tasks import Waiting
from ui.phrases import Words


def questions_for(member: Membership, *, at: datetime) -> list[Waiting]:
    """As long as she can answer and did not; read by her only (docs/decisions/0016). One statement."""
    found = Participant.objects.of(member).waited_for().order_by("evaluation__closes_on", "pk").values_list("evaluation__uuid", "evaluation__closes_on")
    words = Words(local_date(at))
    return [
        Waiting(
            title=_("Questions to you, until and including %(day)s") % {"day": words.day(closes_on)},
            text=_("About how we work together. Without your name: nobody can see what you answer."),
            link=_("Answer the questions"), url=reverse("evaluations:answer_own", args=[uuid]),
        )
        for uuid, closes_on in found
    ]
