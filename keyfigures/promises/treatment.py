"""Promises of keyfigures.models.treatment. Nobody hears of them who may not read the complaint: the coordinator never."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from keyfigures import deadlines
from keyfigures.models.treatment import Complaint
from terms.ladder import Rung
from terms.models import Clock
from terms.promises import PromiseKind, Task


def _may_open(clock: Clock, member: Membership) -> bool:
    return Complaint.objects.visible_to(member).filter(uuid=clock.subject).exclude(key_figure__member=member).exists()


def _path(clock: Clock, member: Membership) -> str:
    return reverse("keyfigures:complaint_detail", args=[clock.subject]) if _may_open(clock, member) else reverse("home")


KINDS = (
    PromiseKind(
        kind=deadlines.COMPLAINT,
        label=_("Complaint about treatment"),
        working_days=deadlines.WORKING_DAYS[deadlines.COMPLAINT],
        task=Task(
            title=_("%(name)s waits for an answer to a complaint"),
            button=_("Answer %(name)s"),
            what=_("Complaint about treatment"),
            promised=_("You get an answer to your complaint"),
            route="keyfigures:complaint_detail",
            own_route="keyfigures:complaint_detail",
            permission="keyfigures.complaints",
            is_private=True,
        ),
        path=_path,
        still_wanted=_may_open,
        may_take=_may_open,
        ladder=(Rung("soon", -10, "owner"), Rung("today", 0, "owner"), Rung("late", 1, "owner"), Rung("long_late", 3, "team_lead")),
    ),
)
