"""What came out of questions to the network: a page, the same on paper, and rows for a spreadsheet."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from audit import downloads
from audit.spreadsheets import FileKind
from evaluations import result_paper
from evaluations.models.evaluation import Evaluation
from evaluations.presentation import result as words_of
from evaluations.presentation import result_table as tables
from evaluations.views.evaluation import PERMISSIONS
from keyfigures.views.doors import found, network_page


@require_GET
@network_page(*PERMISSIONS)
def result(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = _opened(request, uuid)
    page = words_of.page_for(evaluation, reader=request.member, at=timezone.now())
    improve_url = reverse("evaluations:improvement_new", args=[uuid]) if request.member.may("evaluations.manage") else ""
    context = {"evaluation": evaluation, "page": page, "kinds": FileKind.values, "improve_url": improve_url}
    return render(request, "evaluations/result.html", context)


@require_GET
@network_page(*PERMISSIONS)
def result_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = _opened(request, uuid)
    page = words_of.page_for(evaluation, reader=request.member, at=timezone.now())
    content = result_paper.pdf_of(page, evaluation)
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="uitkomsten.pdf"'})


@require_GET
@network_page(*PERMISSIONS)
def result_file(request: MemberRequest, uuid: UUID, kind: str) -> HttpResponse:
    evaluation, at = _opened(request, uuid), timezone.now()
    table = tables.outcomes(evaluation, reader=request.member, at=at)
    return downloads.download(table, _kind(kind), of="evaluations.outcome", by=request.member, at=at)


@require_GET
@network_page(*PERMISSIONS)
def result_codebook(request: MemberRequest, uuid: UUID, kind: str) -> HttpResponse:
    evaluation = _opened(request, uuid)
    return downloads.download(tables.codebook(evaluation), _kind(kind), of="evaluations.question", by=request.member, at=timezone.now())


def _opened(request: MemberRequest, uuid: UUID) -> Evaluation:
    """One that is counted, and of which she may read what came out; else there is no such page."""
    return found(Evaluation.objects.read_by(request.member, today=timezone.localdate()).counted().with_all(), uuid)


def _kind(kind: str) -> FileKind:
    if kind not in FileKind.values:
        raise Http404
    return FileKind(kind)
