"""One point: what was said and agreed, and what the municipality did with it."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take
from meetings import reports
from meetings.actions import point as actions
from meetings.forms.point import PointAnswerForm
from meetings.models.agenda import AgendaItem
from meetings.presentation import point as words_of
from meetings.views.meeting import PERMISSIONS
from terms.days import local_date


@require_GET
@network_page(*PERMISSIONS)
def point_result(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For everybody who was invited, also when she was not there and also later."""
    return _show(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def point_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    item = _found(request, uuid)
    to = reverse("meetings:point_result", args=[uuid])
    if request.method == "GET":
        return _show_form(request, uuid, form=PointAnswerForm()) if actions.is_owed(item) else redirect(to)
    act = partial(actions.answer, item, by=request.member, at=timezone.now())
    afterwards = _("It is told. Everybody who was invited can read it.")
    return take(request, PointAnswerForm(request.POST), act, show=partial(_show_form, request, uuid), afterwards=afterwards, to=to)


def _show_form(request: MemberRequest, uuid: UUID, *, form: PointAnswerForm, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return _show(request, uuid, problem=problem, typed=form.cleaned_data["text"], status=status)
    item = _found(request, uuid)
    return render(request, "meetings/point_answer.html", {"item": item, "meeting": item.meeting, "form": form}, status=status)


def _show(request: MemberRequest, uuid: UUID, *, problem: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    item, at = _found(request, uuid), timezone.now()
    today = local_date(at)
    context = {
        "item": item,
        "meeting": item.meeting,
        "hero": words_of.hero(item, words_of.answer_promise(item, at=at), reader=request.member, today=today),
        "actions": words_of.actions_of(item, reader=request.member, today=today),
        "can_answer": request.member.may("meetings.organise") and actions.is_owed(item),
        "problem": problem,
        "typed": typed,
    }
    return render(request, "meetings/point_result.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> AgendaItem:
    """Of a report that is there: until then a point is only a point of the agenda."""
    item = found(AgendaItem.objects.visible_to(request.member).filter(withdrawn_at=None).with_people(), uuid)
    if not reports.is_there(item.meeting):
        raise Http404
    return item
