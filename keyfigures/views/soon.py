"""Pages that are being made."""

from django.http import Http404, HttpRequest, HttpResponse


def soon(_request: HttpRequest, **_where: object) -> HttpResponse:
    raise Http404
