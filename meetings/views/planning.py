"""Planning a meeting, changing it, cancelling it, and planning it again. For who organises."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from accounts.models import Membership
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take
from meetings.actions import planning as actions
from meetings.actions.planning import is_ahead
from meetings.forms.planning import MeetingForm
from meetings.kinds import Kind
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting, MeetingState
from meetings.presentation import meeting as meeting_words
from meetings.presentation import planning as words_of
from meetings.views.meeting import opened
from meetings.views.meeting import show as show_meeting
from terms.days import local_date
from ui.phrases import Words

KIND = "soort"  # name in the address: which kind is chosen already


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def meeting_new(request: MemberRequest) -> HttpResponse:
    at, show = timezone.now(), partial(_show_new, request)
    if request.method == "GET":
        kind = request.GET.get(KIND, "")
        return show(form=_form(request, at, initial={"kind": kind} if kind in Kind.values else {}))
    act = partial(actions.plan, by=request.member, at=at)
    return take(request, _form(request, at), act, show=show, afterwards=_("The meeting is planned. Nobody is told of it yet."), to=_url_of)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def meeting_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at, meeting = timezone.now(), opened(request, uuid)
    if request.method == "GET" and not is_ahead(meeting, at):
        return redirect(_url_of(meeting))
    title, label = _("What changes about this meeting?"), _("Keep it like this")
    show = partial(_show_change, request, uuid, title=title, label=label, can_go_on=lambda row: is_ahead(row, at), at=at)
    if request.method == "GET":
        return show(form=_form(request, at, meeting=meeting))
    act = partial(actions.change, meeting, by=request.member, at=at)
    return take(request, _form(request, at, meeting=meeting), act, show=show, afterwards=_afterwards(meeting), to=_url_of)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def meeting_replan(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The same questions as before, filled in: perhaps another day."""
    at, meeting = timezone.now(), opened(request, uuid)
    if request.method == "GET" and not _is_cancelled(meeting):
        return redirect(_url_of(meeting))
    show = partial(_show_change, request, uuid, title=_("When does it go on after all?"), label=_("Plan it again"), can_go_on=_is_cancelled, at=at)
    if request.method == "GET":
        return show(form=_form(request, at, meeting=meeting))
    act = partial(actions.replan, meeting, by=request.member, at=at)
    return take(request, _form(request, at, meeting=meeting), act, show=show, afterwards=_("The meeting is planned again."), to=_url_of)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def meeting_cancel(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because everybody is told."""
    at, meeting = timezone.now(), opened(request, uuid)
    if request.method == "GET":
        if not is_ahead(meeting, at):
            return redirect(_url_of(meeting))
        told = Attendee.objects.of_meeting(meeting).count() if meeting.invited_at else 0
        return render(request, "meetings/meeting_cancel.html", {"meeting": meeting, "when": _when(meeting, at), "told": told})
    show = partial(_show_problem, request, uuid)
    return press(request, partial(actions.cancel, meeting, by=request.member, at=at), show=show, afterwards=_("The meeting is cancelled."), to=_url_of(meeting))


def _show_new(request: MemberRequest, *, form: MeetingForm, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "meetings/meeting_new.html", {"form": form, "problem": problem}, status=status)


def _show_change(
    request: MemberRequest, uuid: UUID, *, form: MeetingForm, title: str, label: str, can_go_on: Callable[[Meeting], bool], at: datetime,
    problem: str = "", status: int = 200,
) -> HttpResponse:
    """The form again. Changed by a colleague: both texts beside each other. Not possible any more: the meeting as it is, with what she typed."""
    meeting, differences = opened(request, uuid), []
    if problem and not can_go_on(meeting):
        return show_meeting(request, uuid, problem=problem, typed=words_of.told(form.answers(), at=at), status=status)
    if problem:
        differences = words_of.differences(meeting, form.answers(), at=at)
        form.bring_up_to(meeting.version)
    context = {"meeting": meeting, "form": form, "title": title, "label": label, "problem": problem, "differences": differences}
    return render(request, "meetings/meeting_edit.html", context, status=status)


def _show_problem(request: MemberRequest, uuid: UUID, *, problem: str, status: int, **_form: object) -> HttpResponse:
    return show_meeting(request, uuid, problem=problem, status=status)


def _form(request: MemberRequest, at: datetime, **more: Any) -> MeetingForm:  # noqa: ANN401  what the form wants
    """Empty, or with what was posted. Three statements at most, however many chairs there are."""
    people = Membership.objects.to_choose("meetings.chair", municipality=request.municipality, on=local_date(at))
    return MeetingForm(*([request.POST] if request.method == "POST" else []), at=at, chairs=people, **more)


def _afterwards(meeting: Meeting) -> str:
    return _("The meeting is changed. Who is invited hears of it.") if meeting.invited_at else _("The meeting is changed.")


def _when(meeting: Meeting, at: datetime) -> str:
    return meeting_words.when(meeting, Words(local_date(at)))


def _is_cancelled(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.CANCELLED


def _url_of(meeting: Meeting) -> str:
    return reverse("meetings:meeting_detail", args=[meeting.uuid])
