"""Reports to the council: all of them, one by itself, how it will look, and its files."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from approach import gathering
from approach.actions.making import STEPS
from approach.forms.report import CommentForm
from approach.frozen import Figures
from approach.kinds import FileKind, ReportState
from approach.models.page import PublicPage
from approach.models.report import Report, ReportFile
from approach.presentation import report as words_of
from approach.presentation.report_page import page_of
from approach.report_files import CONTENT_TYPES, pdf_of
from approach.views.doors import ISSUE, MANAGE, READ
from approach.views.report_doors import in_state, opened
from keyfigures.views import lists
from keyfigures.views.doors import network_page
from keyfigures.views.lists import View

RELOAD_SECONDS = 4
VIEWS = (
    View(name="uit", label=gettext_lazy("Issued"), empty=gettext_lazy("No report was issued yet."), narrow=lambda rows: rows.in_state(ReportState.ISSUED)),
    View(
        name="werk", label=gettext_lazy("In the making"), empty=gettext_lazy("No report is being worked on."),
        narrow=lambda rows: rows.in_state(ReportState.MAKING, ReportState.FAILED, ReportState.DRAFT, ReportState.OFFERED),
    ),
)


@require_GET
@network_page(READ)
def report_list(request: MemberRequest) -> HttpResponse:
    """Newest first. A constant number of statements. Who works on reports begins with those."""
    works = request.member.may(MANAGE) or request.member.may(ISSUE)
    views = tuple(reversed(VIEWS)) if works else VIEWS[:1]
    view, seen = lists.chosen(request, views), Report.objects.visible_to(request.member)
    page = lists.page_of(request, view.narrow(seen.select_related("municipality")), moment="begun_at")
    context = {
        "rows": words_of.rows_of(page.rows, today=timezone.localdate()),
        "page": page,
        "view": view,
        "views": lists.links(request, views) if works else [],
        "title": words_of.list_title(seen.in_state(ReportState.ISSUED).count()),
        "may_make": request.member.may(MANAGE),
    }
    return render(request, "approach/report_list.html", context)


@require_GET
@network_page(READ)
def report_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show_detail(request, uuid)


@require_GET
@network_page(READ)
def report_preview(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = in_state(request, uuid, ReportState.DRAFT, ReportState.OFFERED, ReportState.ISSUED)
    return render(request, "approach/report_preview.html", {"report": report, "page": page_of(report, report.sections.in_order())})


@require_GET
@network_page(READ)
def report_preview_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = in_state(request, uuid, ReportState.DRAFT, ReportState.OFFERED)
    return _file(pdf_of(page_of(report, report.sections.in_order()), report), FileKind.PDF, "concept")


@require_GET
@network_page(READ)
def report_file(request: MemberRequest, uuid: UUID, kind: str) -> HttpResponse:
    """As it was given out, byte for byte."""
    report = in_state(request, uuid, ReportState.ISSUED)
    found = ReportFile.objects.of_kind(report, kind)
    if found is None:
        raise Http404
    return _file(bytes(found.content), FileKind(kind), report.number)


def show_detail(
    request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200,  # noqa: ANN401  the kinds of forms differ
) -> HttpResponse:
    """In each state its own page, under the same address."""
    report = opened(request, uuid)
    context = {
        "report": report,
        "hero": words_of.hero(report, today=timezone.localdate()),
        "period": words_of.period_of(report),
        "may_manage": request.member.may(MANAGE),
        "may_issue": request.member.may(ISSUE),
        "problem": problem,
    }
    if report.state in {ReportState.MAKING, ReportState.FAILED}:
        return _show_making(request, report, context, status=status)
    if report.state == ReportState.ISSUED:
        return _show_issued(request, report, context, status=status)
    return _show_draft(request, report, context, form=form, status=status)


def _show_making(request: MemberRequest, report: Report, context: dict[str, Any], *, status: int) -> HttpResponse:
    """It looks again by itself, also without JavaScript; a link does the same."""
    answer = render(request, "approach/report_making.html", {**context, "steps": STEPS}, status=status)
    if report.state == ReportState.MAKING:
        answer["Refresh"] = str(RELOAD_SECONDS)
    return answer


def _show_draft(request: MemberRequest, report: Report, context: dict[str, Any], *, form: Any, status: int) -> HttpResponse:  # noqa: ANN401
    sections, comments = list(report.sections.in_order()), list(report.comments.with_people())
    titles = {each.code: each.title for each in sections}
    more = {
        "is_draft": report.state == ReportState.DRAFT,
        "sections": words_of.written(report, sections),
        "comments": [{"row": each, "about": titles.get(each.section, "")} for each in comments],
        "comment_form": form or CommentForm(sections=sections),
        "failed": words_of.failed_labels(Figures.from_json(report.figures)),
        "is_offered_by_her": report.offered_by_id == request.member.pk,
    }
    return render(request, "approach/report_draft.html", context | more, status=status)


def _show_issued(request: MemberRequest, report: Report, context: dict[str, Any], *, status: int) -> HttpResponse:
    """With what reads otherwise now than it did then: beside it, never in place of it."""
    public = PublicPage.objects.filter(municipality=report.municipality, is_open=True, shows_reports=True).exists()
    more = {
        "changed": words_of.changed_since(Figures.from_json(report.figures), gathering.measured_again(report)),
        "kinds": [(kind.value, kind.label) for kind in FileKind],
        "is_public": public,
        "page": page_of(report, report.sections.in_order()),
    }
    return render(request, "approach/report_issued.html", context | more, status=status)


def _file(content: bytes, kind: FileKind, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="verslag-{name}.{kind.value}"'}
    return HttpResponse(content, content_type=CONTENT_TYPES[kind], headers=headers)
