"""Meetings in figures, without persons: for who works on the network and for who only reads figures."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from keyfigures.views.doors import network_page
from keyfigures.views.network import views_of_network
from meetings.presentation import figures as words


@require_GET
@network_page("keyfigures.figures")
def figures(request: MemberRequest) -> HttpResponse:
    context = {"figures": words.figures_of(request.member, at=timezone.now()), "views": views_of_network(request, "meetings:figures")}
    return render(request, "meetings/figures.html", context)
