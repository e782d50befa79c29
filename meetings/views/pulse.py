"""The five questions after a meeting: answered without a trace of who said what."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from keyfigures.views.doors import network_page
from meetings.actions import NotPossible
from meetings.actions import pulse as acts
from meetings.forms.pulse import PulseForm
from meetings.presentation import pulse as told
from meetings.views.meeting import PERMISSIONS, opened


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@network_page(*PERMISSIONS)
def pulse(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """No message is kept, nor anything in the log: a page of its own says thanks."""
    form = PulseForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show(request, uuid, form=form, status=400 if form.errors else 200)
    meeting = opened(request, uuid)
    try:
        acts.send(meeting, by=request.member, at=timezone.now(), **form.answers())
    except NotPossible:
        return _show(request, uuid, form=form, status=409)
    return redirect("meetings:pulse_thanks", uuid=uuid)


@require_GET
@network_page(*PERMISSIONS)
def pulse_thanks(request: MemberRequest, uuid: UUID) -> HttpResponse:
    meeting = opened(request, uuid)
    return render(request, "meetings/pulse_thanks.html", {"meeting": meeting, "last_day": acts.last_day(meeting)})


def _show(request: MemberRequest, uuid: UUID, *, form: forms.Form, status: int) -> HttpResponse:
    """Who answered already, or was not there, reads that in place of the questions."""
    meeting, at = opened(request, uuid), timezone.now()
    may = told.step(meeting, reader=request.member, at=at) is not None
    return render(request, "meetings/pulse_form.html", {"meeting": meeting, "form": form if may else None}, status=status)
