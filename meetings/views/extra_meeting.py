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
from meetings.forms.tension import ExtraMeetingForm, WhoForm
from meetings.models.meeting import Meeting
from meetings.models.tension import Tension
from meetings.presentation import tension as told
from meetings.presentation.meeting import when
from terms.days import local_date
from ui.phrases import Words


@require_http_methods(["GET", "POST"])
@network_page(PERMISSION)
def extra_meeting(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Step 1. When it is planned already, the second step comes."""
    tension, at = _found(request, uuid), timezone.now()
    show = partial(_show, request, tension, number=1)
    if request.method == "GET":
        return redirect(_next(tension)) if acts.is_ahead(tension.meeting, at) else show(form=ExtraMeetingForm(at=at))
    act = partial(acts.plan, tension, by=request.member, at=at)
    afterwards = _("The meeting is planned. Nobody is told of it yet.")
    return take(request, ExtraMeetingForm(request.POST, at=at), act, show=show, afterwards=afterwards, to=_next(tension))


@require_http_methods(["GET", "POST"])
@network_page(PERMISSION)
def extra_meeting_who(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Step 2. Who is not invited here can be invited on the page of the meeting."""
    tension, at = _found(request, uuid), timezone.now()
    if tension.meeting is None:
        return redirect("meetings:extra_meeting", uuid=uuid)
    people = [(str(call.uuid), call.key_figure.name) for call in acts.chosen(tension)]
    show = partial(_show, request, tension, number=2, people=people)
    if request.method == "GET":
        return show(form=WhoForm(people=people))
    act = partial(acts.invite, tension, by=request.member, at=at)
    to = reverse("meetings:meeting_detail", args=[tension.meeting.uuid])
    return take(request, WhoForm(request.POST, people=people), act, show=show, afterwards=_("The invitations are on their way."), to=to)


def _show(
    request: MemberRequest, tension: Tension, *, number: int, form: forms.Form, problem: str = "", status: int = 200, people: object = (),
) -> HttpResponse:
    meeting: Meeting | None = tension.meeting if number > 1 else None
    context = {
        "tension": tension, "name": told.name(tension), "form": form, "problem": problem, "number": number, "people": people,
        "when": when(meeting, Words(local_date(timezone.now()))) if meeting else "", "meeting": meeting,
    }
    return render(request, f"meetings/extra_meeting_{number}.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Tension:
    return found(Tension.objects.visible_to(request.member).for_list(), uuid)


def _next(tension: Tension) -> str:
    return reverse("meetings:extra_meeting_who", args=[tension.uuid])
