"""One sheet for mayor and portfolio holder, and the file for who is new."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from approach import hand_over_file
from approach.log_verbs import HAND_OVER_TAKEN
from approach.presentation import board as words_of
from approach.views.doors import READ
from audit import log
from keyfigures.views.doors import network_page
from ui import papers


@require_GET
@network_page(READ)
def board(request: MemberRequest) -> HttpResponse:
    return page(request)


def page(request: MemberRequest) -> HttpResponse:
    """Also the start page of who reads the approach and owes nobody anything here."""
    told = words_of.page_of(request.member.municipality, at=timezone.now())
    return render(request, "approach/board.html", {"page": told})


@require_GET
@network_page(READ)
def hand_over_pdf(request: MemberRequest) -> HttpResponse:
    return _file(request, "application/pdf", "pdf")


@require_GET
@network_page(READ)
def hand_over_odt(request: MemberRequest) -> HttpResponse:
    return _file(request, papers.ODT, "odt")


def _file(request: MemberRequest, content_type: str, ending: str) -> HttpResponse:
    """The name of the file tells what it is and of which day, nothing else."""
    at = timezone.now()
    paper = hand_over_file.paper_of(request.member.municipality, at=at)
    content = papers.pdf_of(paper) if ending == "pdf" else papers.odt_of(paper)
    log.record(HAND_OVER_TAKEN, at=at, actor=request.member, kind="approach.register")
    name = f"{slugify(_('Hand-over file of the approach'))}-{timezone.localdate(at):%Y-%m-%d}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store, private"}
    return HttpResponse(content, content_type=content_type, headers=headers)
