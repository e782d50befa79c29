"""Her own invitation, when she is logged in: her answer, and what she needs."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take
from meetings.actions import answers
from meetings.forms.attendance import AnswerForm, NeedsForm
from meetings.models.attendance import Attendee
from meetings.presentation import invitation as words_of
from meetings.views.meeting import show as show_meeting


@require_POST
@network_page("meetings.take_part")
def meeting_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(answers.answer_herself, _own(request, uuid), by=request.member, at=timezone.now())
    return take(request, AnswerForm(request.POST), act, show=partial(_show_again, request, uuid), afterwards=_("Your answer is written down."), to=_url(uuid))


@require_http_methods(["GET", "POST"])
@network_page("meetings.take_part")
def own_needs(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _own(request, uuid), timezone.now()
    if request.method == "GET":
        if not words_of.can_answer(row, at):
            return redirect(_url(uuid))
        return _show_needs(request, row, form=NeedsForm(initial={"needs": row.needs, "food": row.food, "brings": row.brings}))
    act = partial(answers.tell_needs, row, by=request.member, at=at)
    show = partial(_show_needs, request, row)
    return take(request, NeedsForm(request.POST), act, show=show, afterwards=_("Thank you. We take it into account."), to=_url(uuid))


def _show_needs(request: MemberRequest, row: Attendee, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "meetings/own_needs.html", {"form": form, "meeting": row.meeting, "problem": problem}, status=status)


def _show_again(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    return show_meeting(request, uuid, problem=problem, status=status)


def _own(request: MemberRequest, uuid: UUID) -> Attendee:
    """Her own, from the moment that she was invited."""
    row = Attendee.objects.of(request.member).filter(meeting__uuid=uuid, meeting__invited_at__isnull=False).with_all().first()
    if row is None:
        raise Http404
    return row


def _url(uuid: UUID) -> str:
    return reverse("meetings:meeting_detail", args=[uuid])
