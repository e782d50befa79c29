"""The receipt of a report, on screen and as a PDF. Both without what was written."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts import deputies
from accounts.http import MemberRequest
from signals import receipt as receipts
from signals import timeline
from signals.models import ConcernReport
from signals.views.doors import concern_page, found
from signals.views.own import is_own


@require_GET
@concern_page("signals.report")
def receipt(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = _own_or_404(request, uuid)
    return render(request, "signals/receipt.html", {"report": report, "words": _words(report)})


@require_GET
@concern_page("signals.report")
def receipt_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The file name says nothing: not the number, not what it is about."""
    report = _own_or_404(request, uuid)
    content = receipts.pdf_of(_words(report), report.municipality)
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="ontvangst.pdf"'})


def _own_or_404(request: MemberRequest, uuid: UUID) -> ConcernReport:
    report = found(request, uuid)
    if not is_own(request, report):
        raise Http404
    return report


def _words(report: ConcernReport) -> receipts.Words:
    today = timezone.localdate()
    deputy = deputies.deputy_of(report.contact_person, on=today) if report.contact_person else None
    promises = timeline.promises_of(report, timezone.now())
    return receipts.words_of(report, promises, deputy=deputy.name if deputy else "", today=today)
