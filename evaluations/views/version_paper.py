"""A list of questions on paper: a page to print, and a PDF."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from evaluations import question_paper
from evaluations.languages import DUTCH, LANGUAGES
from evaluations.models.questionnaire import Version
from evaluations.versions import languages_of
from evaluations.views.drafts import MANAGE
from evaluations.views.spoken import LANGUAGE, chosen, links
from keyfigures.views.doors import found, network_page


@require_GET
@network_page(MANAGE)
def version_paper(request: MemberRequest, uuid: UUID) -> HttpResponse:
    version = _whole(request, uuid)
    spoken = languages_of(version)
    language = chosen(request, spoken)
    context = {
        "version": version, "paper": question_paper.words_for(version, language=language), "languages": links(spoken, language),
        "language": LANGUAGES[language], "has_pdf": language not in question_paper.NOT_ON_PDF, "query": "" if language == DUTCH else f"?{LANGUAGE}={language}",
    }
    return render(request, "evaluations/version_paper.html", context)


@require_GET
@network_page(MANAGE)
def version_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The file name says nothing about the municipality."""
    version = _whole(request, uuid)
    language = chosen(request, languages_of(version))
    if language in question_paper.NOT_ON_PDF:
        raise Http404
    content = question_paper.pdf_of(question_paper.words_for(version, language=language))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="vragen.pdf"'})


def _whole(request: MemberRequest, uuid: UUID) -> Version:
    return found(Version.objects.visible_to(request.member).select_related("municipality").with_questions(), uuid)
