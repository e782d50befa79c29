"""An extra meeting at a tension, in two steps: when and where, then who."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take
from meetings.actions import extra_meeting as acts
from meetings.actions.tension import PERMISSION
from meetings.forms.tension import ExtraMeetingForm
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension
from meetings.presentation import tension as told


@require_http_methods(["GET", "POST"])
@network_page(PERMISSION)
def extra_meeting(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Step 1. When it is planned already, the second step comes."""
    tension, at = _found(request, uuid), timezone.now()
    show = partial(_show, request, tension)
    if request.method == "GET":
        return redirect(_url(tension.meeting)) if tension.meeting and acts.is_ahead(tension.meeting, at) else show(form=ExtraMeetingForm(at=at))
    act = partial(acts.plan, tension, by=request.member, at=at)
    afterwards = _("The meeting is planned. Nobody is told of it yet.")
    return take(request, ExtraMeetingForm(request.POST, at=at), act, show=show, afterwards=afterwards, to=_url)


def _show(request: MemberRequest, tension: Tension, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"tension": tension, "name": told.name(tension), "form": form, "problem": problem}
    return render(request, "meetings/extra_meeting_1.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Tension:
    return found(Tension.objects.visible_to(request.member).for_list(), uuid)


def _url(meeting: Meeting) -> str:
    return reverse("meetings:meeting_detail", args=[meeting.uuid])
