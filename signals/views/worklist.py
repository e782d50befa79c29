"""The list of reports: her own for a key figure, the work of today for an official."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from signals import timeline
from signals.models import ConcernReport
from signals.presentation import desk as words
from signals.presentation import own, rows
from signals.views.doors import concern_page

SIZES = (25, 100)
OWN_SIZE = 25


@require_GET
@concern_page("signals.report", "signals.handle")
def report_list(request: MemberRequest) -> HttpResponse:
    return _work(request) if request.member.may("signals.handle") else _own(request)


def _own(request: MemberRequest) -> HttpResponse:
    """What she shared, newest first within what is open and what is done."""
    at = timezone.now()
    mine = ConcernReport.objects.visible_to(request.member).filter(reporter=request.member).for_list()
    reports = list(mine.page_after(request.GET.get("na", ""), OWN_SIZE))
    promises = timeline.next_promises(reports, at)
    shown = [rows.own_row(report, promises.get(report.pk)) for report in reports]
    context = {"rows": shown, "title": own.list_title(shown), "next_page": _next(reports, OWN_SIZE, {})}
    return render(request, "signals/own_list.html", context)
