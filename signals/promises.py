"""What the clocks of `terms` must know about promises with a report: where they are kept, and how a pause ends."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from signals import deadlines
from signals.actions.handling import resume_when_free
from signals.models import ConcernReport
from terms import promises
from terms.models import Clock
from terms.promises import PromiseKind

LABELS = {
    deadlines.PERSONAL_REPLY: _("Concern report: personal contact"),
    deadlines.FIRST_FEEDBACK: _("Concern report: first answer"),
    deadlines.NEXT_FEEDBACK: _("Concern report: next answer"),
    deadlines.FINAL_FEEDBACK: _("Concern report: last answer after the outcome"),
}


def register() -> None:
    promises.register(
        *(
            PromiseKind(kind=kind, label=LABELS[kind], working_days=days, path=_path, still_wanted=_still_wanted, resume=_resume)
            for kind, days in deadlines.WORKING_DAYS.items()
        ),
    )


def _path(clock: Clock, member: Membership) -> str:
    """The report for who handles it; the list for a colleague; only the clocks for who may not see reports."""
    if not member.may("signals.handle"):
        return reverse("signals:clock_status")
    handles = ConcernReport.objects.filter(uuid=clock.subject, municipality=member.municipality_id, contact_person=clock.owner_id)
    is_known = member.pk == clock.owner_id or handles.filter(deputy=member).exists()
    return reverse("signals:report_detail", args=[clock.subject]) if is_known else reverse("signals:report_list")


def _still_wanted(clock: Clock, member: Membership) -> bool:
    """She handles reports or hears when a promise is late, and it is not about her own report."""
    return (member.may("signals.handle") or member.may("signals.escalated")) and member.pk != clock.waiter_id


def _resume(clock: Clock, at: datetime) -> None:
    report = ConcernReport.objects.filter(uuid=clock.subject).first()
    if report is not None:
        resume_when_free(report, at=at)
