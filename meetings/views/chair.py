"""For who leads a meeting: her declaration of independence, and a page to prepare with."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from accounts.roles import is_from_outside
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take
from meetings.actions import independence as actions
from meetings.forms.independence import DeclarationForm
from meetings.models.independence import STATEMENTS, IndependenceDeclaration
from meetings.models.meeting import Meeting
from meetings.presentation.preparation import preparation as prepared
from meetings.views.meeting import led
from terms.days import local_date


@require_GET
@network_page("meetings.organise", "meetings.chair")
def preparation(request: MemberRequest, uuid: UUID) -> HttpResponse:
    meeting, at = led(request, uuid), timezone.now()
    context = {"meeting": meeting, "prepared": prepared(meeting, reader=request.member, at=at), "printed_on": local_date(at)}
    return render(request, "meetings/preparation.html", context)


@require_http_methods(["GET", "POST"])
@network_page("meetings.chair")
def declaration(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For the year of this meeting; what she declared already is shown."""
    meeting = _her_meeting(request, uuid)
    show = partial(_show, request, meeting)
    if request.method == "GET":
        return show(form=DeclarationForm())
    act = partial(actions.declare, meeting, by=request.member, at=timezone.now())
    return take(request, DeclarationForm(request.POST), act, show=show, afterwards=_("Thank you. Everybody who is invited can read it."), to=_url_of(meeting))


@require_POST
@network_page("meetings.chair")
def declaration_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    meeting = _her_meeting(request, uuid)
    act = partial(actions.take_back, meeting, by=request.member)
    afterwards = _("Your declaration is taken back. Who is invited reads that there is none.")
    return press(request, act, show=partial(_show, request, meeting), afterwards=afterwards, to=_url_of(meeting))


def _show(request: MemberRequest, meeting: Meeting, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "meeting": meeting, "form": form, "problem": problem, "year": meeting.year, "is_outsider": is_from_outside(request.member.roles),
        "statements": STATEMENTS.values(), "declared": IndependenceDeclaration.objects.for_meeting(meeting),
    }
    return render(request, "meetings/declaration.html", context, status=status)


def _her_meeting(request: MemberRequest, uuid: UUID) -> Meeting:
    """One that she leads herself; another's declaration is nobody's page."""
    meeting = led(request, uuid)
    if meeting.chair_id != request.member.pk:
        raise Http404
    return meeting


def _url_of(meeting: Meeting) -> str:
    return reverse("meetings:meeting_detail", args=[meeting.uuid])
