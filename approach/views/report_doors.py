"""How one report is found by who may do something with it. Not visible is not found."""

from uuid import UUID

from django.http import Http404

from accounts.http import MemberRequest
from approach.models.report import Report
from keyfigures.views.doors import found


def opened(request: MemberRequest, uuid: UUID) -> Report:
    return found(Report.objects.visible_to(request.member).with_all(), uuid)


def in_state(request: MemberRequest, uuid: UUID, *states: str) -> Report:
    """One of which this page exists in its state; else there is no such page."""
    report = opened(request, uuid)
    if report.state not in states:
        raise Http404
    return report
