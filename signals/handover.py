"""The reports in somebody's care, and how they go to a colleague who may handle them. Who hands them over sees only how many."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from signals import workflow
from signals.actions.handling import pass_on
from signals.models import ConcernReport
from signals.querysets import ConcernReportQuerySet
from terms.handover import Part, Source


def parts(member: Membership) -> Iterable[Part]:
    """One statement."""
    number = _hers(member).count()
    return [Part(label=_("Concern reports"), number=number, permission=workflow.HANDLE, give=lambda to, by, at: _give(member, to, by, at))]


def left(on: date) -> Iterable[int]:
    held = ConcernReport.objects.open().order_by()
    people = [
        *held.filter(contact_person__end_date__lte=on).values_list("contact_person", flat=True),
        *held.filter(deputy__end_date__lte=on).values_list("deputy", flat=True),
    ]
    return {pk for pk in people if pk is not None}


SOURCE = Source(parts=parts, left=left)


def _hers(member: Membership) -> ConcernReportQuerySet:
    return ConcernReport.objects.open().filter(Q(contact_person=member) | Q(deputy=member))


def _give(member: Membership, to: Membership, by: Membership | None, at: datetime) -> None:
    for report in _hers(member).order_by("pk"):
        pass_on(report, whose=member, to=to, by=by, at=at)
