"""Answering without log-in, by the link of the mail. Nothing here changes by looking: mail scanners follow links."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@login_not_required
@never_cache
@require_GET
def answer_link(request: HttpRequest, uuid: UUID) -> HttpResponse:  # noqa: ARG001  its pages come with the next step
    """The link of the mail."""
    return _over(request)


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, stopped and past: it tells a stranger nothing, and her what to do."""
    return render(request, "evaluations/answer_over.html", status=410)
