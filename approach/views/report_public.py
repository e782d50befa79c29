"""An issued report for everybody, when the municipality has a public page that shows reports."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from accounts.models import Municipality
from approach.kinds import FileKind
from approach.models.page import PublicPage
from approach.models.report import Report, ReportFile
from approach.presentation.report_page import page_of
from approach.report_files import CONTENT_TYPES
from keyfigures.views.doors import public_page


@require_GET
@login_not_required
def public_report(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    report = _shown(slug, number)
    context = {"report": report, "page": page_of(report, report.sections.in_order())}
    return public_page(request, report.municipality, "approach/report_public.html", context)


@require_GET
@login_not_required
def public_report_pdf(_request: HttpRequest, slug: str, number: str) -> HttpResponse:
    """Byte for byte as it was issued."""
    report = _shown(slug, number)
    found = ReportFile.objects.of_kind(report, FileKind.PDF)
    if found is None:
        raise Http404
    headers = {"Content-Disposition": f'attachment; filename="verslag-{report.number}.pdf"'}
    return HttpResponse(bytes(found.content), content_type=CONTENT_TYPES[FileKind.PDF], headers=headers)


def _shown(slug: str, number: str) -> Report:
    """Not issued, not open, or of nobody: not found."""
    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None or not PublicPage.objects.filter(municipality=municipality, is_open=True, shows_reports=True).exists():
        raise Http404
    report = Report.objects.issued_by_number(municipality, number)
    if report is None:
        raise Http404
    return report
