"""Giving and taking of the whole network, and how it is treated, without persons."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from keyfigures.presentation.balance import network
from keyfigures.presentation.treatment import answered
from keyfigures.views.doors import network_page
from keyfigures.views.network import views_of_network


@require_GET
@network_page("keyfigures.figures")
def network_balance(request: MemberRequest) -> HttpResponse:
    at = timezone.now()
    context = {
        "network": network(request.municipality, at=at),
        "complaints": answered(request.municipality, reader=request.member, at=at),
        "views": views_of_network(request, "keyfigures:network_balance"),
    }
    return render(request, "keyfigures/network_balance.html", context)
