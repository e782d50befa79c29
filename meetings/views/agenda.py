"""The agenda: a point is proposed, read, put elsewhere in the order, taken back, taken off, or moved to a later meeting."""

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from meetings import agenda
from meetings.actions import agenda as actions
from meetings.forms.agenda import MoveOnForm, OffForm, PointForm
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.presentation import agenda as words_of
from meetings.reports import is_there
from meetings.views.meeting import PERMISSIONS, opened
from meetings.views.meeting import show as show_meeting
from terms.days import local_date
from ui.phrases import Words

CHOICES = 10  # later meetings to which a point can be moved


@require_http_methods(["GET", "POST"])
@network_page(*PERMISSIONS)
def agenda_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """What was typed stays on the page, also when the agenda closed meanwhile."""
    at, meeting = timezone.now(), opened(request, uuid)
    show = partial(_show_new, request, meeting)
    if request.method == "GET":
        return show(form=PointForm())
    act = partial(actions.propose, meeting, by=request.member, at=at)
    return take(request, PointForm(request.POST), act, show=show, afterwards=_("Your point is on the agenda."), to=_place_of)


@require_GET
@network_page(*PERMISSIONS)
def point_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Once the report is there, it leads on to what was said and done."""
    item = _found(request, uuid)
    if is_there(item.meeting) and item.withdrawn_at is None:
        return redirect("meetings:point_result", uuid=uuid)
    return _show(request, item)


@require_POST
@network_page(*PERMISSIONS)
def point_order(request: MemberRequest, uuid: UUID) -> HttpResponse:
    item, way = _kept(request, uuid), request.POST.get("way", "")
    if way not in agenda.WAYS:
        raise Http404
    act = partial(actions.move, item, way=way, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_meeting, request, item), afterwards=_("The order is changed."), to=_place_of(item))


@require_POST
@network_page(*PERMISSIONS)
def point_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    item = found(AgendaItem.objects.filter(proposed_by=request.member).with_people(), uuid)
    act = partial(actions.withdraw, item, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, item), afterwards=_("Your point is off the agenda."), to=_url_of(item))


@require_POST
@network_page(*PERMISSIONS)
def point_off(request: MemberRequest, uuid: UUID) -> HttpResponse:
    item = _kept(request, uuid)
    act = partial(actions.take_off, item, by=request.member, at=timezone.now())
    show = partial(_show_step, request, item, "off")
    return take(request, OffForm(request.POST), act, show=show, afterwards=_("The point is off the agenda. Who proposed it hears of it."), to=_url_of(item))


@require_POST
@network_page(*PERMISSIONS)
def point_move_on(request: MemberRequest, uuid: UUID) -> HttpResponse:
    item = _kept(request, uuid)
    act = partial(actions.move_on, item, by=request.member, at=timezone.now())
    show = partial(_show_step, request, item, "move_on")
    form = _move_form(request, item, request.POST)
    return take(request, form, act, show=show, afterwards=_("The point goes to the other meeting. Who proposed it hears of it."), to=_url_of(item))


def _show_new(request: MemberRequest, meeting: Meeting, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    at = timezone.now()
    context = {
        "meeting": meeting, "form": form, "problem": problem, "until": words_of.until_words(meeting, at),
        "may_propose": actions.may_propose(meeting, request.member, at),
    }
    return render(request, "meetings/agenda_new.html", context, status=status)


def _show(request: MemberRequest, item: AgendaItem, *, problem: str = "", status: int = 200, typed: str = "", **steps: Any) -> HttpResponse:  # noqa: ANN401  forms of the page
    """One point as it is now; `steps` holds a form that went wrong, by its name."""
    item, at = _found(request, item.uuid), timezone.now()
    page = words_of.point_page(item, reader=request.member, at=at)
    if page["is_kept"]:
        later = _move_form(request, item)
        page |= {"off": OffForm(), "move_on": later if later.meetings else None}
    shown = {name: each for name, each in steps.items() if page["is_kept"]}
    return render(request, "meetings/point_detail.html", {**page, "problem": problem, "typed": typed, **shown}, status=status)


def _show_step(request: MemberRequest, item: AgendaItem, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    typed = form.cleaned_data.get("because", "") if problem else ""
    return _show(request, item, problem=problem, status=status, typed=typed, **{name: form})


def _show_meeting(request: MemberRequest, item: AgendaItem, *, problem: str, status: int, **_form: object) -> HttpResponse:
    return show_meeting(request, item.meeting.uuid, problem=problem, status=status)


def _move_form(request: MemberRequest, item: AgendaItem, *posted: Any) -> MoveOnForm:  # noqa: ANN401  what was posted
    at = timezone.now()
    later = Meeting.objects.led_by(request.member).ahead(at).filter(starts_at__gt=at).exclude(pk=item.meeting_id).order_by("starts_at", "pk")
    return MoveOnForm(*posted, meetings=later[:CHOICES], words=Words(local_date(at)))


def _found(request: MemberRequest, uuid: UUID) -> AgendaItem:
    return found(AgendaItem.objects.visible_to(request.member).with_people(), uuid)


def _kept(request: MemberRequest, uuid: UUID) -> AgendaItem:
    """A point that she may put elsewhere; to others that page does not exist."""
    item = _found(request, uuid)
    if not actions.keeps(item.meeting, request.member, timezone.now()):
        raise Http404
    return item


def _place_of(item: AgendaItem) -> str:
    """Where it stands on the page of its meeting."""
    return f"{reverse('meetings:meeting_detail', args=[item.meeting.uuid])}#punt-{item.uuid}"


def _url_of(item: AgendaItem) -> str:
    return reverse("meetings:point_detail", args=[item.uuid])
