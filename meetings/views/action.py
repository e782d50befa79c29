"""One action point: asked, taken on, done, or given to somebody else."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from meetings.actions import action as actions
from meetings.forms.action import DropForm, OwnerForm
from meetings.models.agenda import ActionPoint
from meetings.models.attendance import Attendee
from meetings.presentation import action as words_of
from meetings.views.meeting import PERMISSIONS
from meetings.views.report import owners_of
from terms.days import local_date


@require_GET
@network_page(*PERMISSIONS)
def action_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_POST
@network_page("meetings.take_part")
def action_accept(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _press(request, uuid, actions.accept, _("You said yes. Thank you."))


@require_POST
@network_page("meetings.take_part")
def action_decline(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One tap, no reason asked."""
    return _press(request, uuid, actions.decline, _("You said no. That is fine."))


@require_POST
@network_page(*PERMISSIONS)
def action_done(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _press(request, uuid, actions.finish, _("It is done. Thank you."))


@require_POST
@network_page("meetings.organise")
def action_give(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _found(request, uuid), timezone.now()
    form = _form(row, request.POST)
    act = partial(actions.give, row, by=request.member, at=at)
    show = partial(_show, request, uuid)
    return take(request, form, act, show=show, afterwards=_("It is given to somebody else."), to=_url(uuid))


@require_POST
@network_page("meetings.organise")
def action_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.drop, _found(request, uuid), by=request.member, at=timezone.now())
    show = partial(_show, request, uuid)
    return take(request, DropForm(request.POST), act, show=show, afterwards=_("Nobody does it. Who was invited reads why."), to=_url(uuid))


def _press(request: MemberRequest, uuid: UUID, act: Callable[..., Any], afterwards: str) -> HttpResponse:
    step = partial(act, _found(request, uuid), by=request.member, at=timezone.now())
    return press(request, step, show=partial(_show, request, uuid), afterwards=afterwards, to=_url(uuid))


def _show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401
    row, at = _found(request, uuid), timezone.now()
    is_own, is_open = row.owner_id == request.member.pk, actions.is_open(row)
    gives = is_open and request.member.may("meetings.organise")
    context = {
        "row": row,
        "meeting": row.meeting,
        "hero": words_of.hero(row, reader=request.member, today=local_date(at)),
        "is_asked": is_open and is_own and row.accepted_at is None and row.declined_at is None,
        "can_finish": is_open and row.accepted_at is not None and (is_own or gives),
        "is_own": is_own,
        "form": (form if isinstance(form, OwnerForm) and not problem else _form(row)) if gives else None,
        "drop_form": (form if isinstance(form, DropForm) else DropForm()) if gives else None,
        "seeks": row.declined_at is not None,
        "problem": problem,
        "typed": form.cleaned_data["because"] if problem and isinstance(form, DropForm) and not gives else "",
    }
    return render(request, "meetings/action_detail.html", context, status=status)


def _form(row: ActionPoint, data: object = None) -> OwnerForm:
    at = timezone.now()
    attendees = list(Attendee.objects.of_meeting(row.meeting).for_list())
    return OwnerForm(data, owners=owners_of(row.meeting, attendees, on_day=at), today=local_date(at), due_on=row.due_on)


def _found(request: MemberRequest, uuid: UUID) -> ActionPoint:
    return found(ActionPoint.objects.visible_to(request.member).begun().with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("meetings:action_detail", args=[uuid])
