"""The register of processing (AVG art. 30), from the same source as everybody's own page."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from audit import downloads
from audit.spreadsheets import FileKind
from keyfigures.models.settings import NetworkSettings
from keyfigures.presentation import register as words_of
from keyfigures.views.doors import network_page

READERS = ("keyfigures.register", "keyfigures.manage", "keyfigures.settings")


@require_GET
@network_page(*READERS)
def register(request: MemberRequest) -> HttpResponse:
    settings = NetworkSettings.objects.of(request.municipality)
    return render(request, "keyfigures/register.html", {"processings": words_of.processings(), "settings": settings, "kinds": FileKind.values})


@require_GET
@network_page(*READERS)
def register_file(request: MemberRequest, kind: str) -> HttpResponse:
    if kind not in FileKind.values:
        raise Http404
    settings = NetworkSettings.objects.of(request.municipality)
    return downloads.download(words_of.table(settings), FileKind(kind), of="keyfigures.networksettings", by=request.member, at=timezone.now())
