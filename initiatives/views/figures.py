"""Figures about initiatives, for who reads figures and never persons."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from initiatives.actions import ANSWERS
from initiatives.presentation import figures
from keyfigures.views.doors import network_page


@require_GET
@network_page(ANSWERS, "initiatives.read")
def figures_page(request: MemberRequest) -> HttpResponse:
    """Of the last year. A constant number of statements."""
    return render(request, "initiatives/figures.html", {"figures": figures.page_of(request.municipality, today=timezone.localdate())})
