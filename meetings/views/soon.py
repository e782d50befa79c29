"""Addresses whose pages are not built yet: not found, so that links of promises can be made already."""

from django.http import Http404, HttpRequest, HttpResponse


def soon(_request: HttpRequest, **_of: object) -> HttpResponse:
    raise Http404
