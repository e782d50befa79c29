"""Tasks for an initiative: a new one, and one that is done, given to a colleague or dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from initiatives import deadlines
from initiatives.actions import ANSWERS
from initiatives.actions import task as actions
from initiatives.forms.task import DropTaskForm, NewTaskForm
from initiatives.models.initiative import Initiative
from initiatives.models.task import Task
from initiatives.presentation import task as words_of
from initiatives.presentation.initiative import url_of
from initiatives.querysets.initiative import READS
from initiatives.views.page import owners_of
from keyfigures.forms.giving import GiveForm
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, write
from keyfigures.views.steps import press, take
from terms.calendar import calendar_of


@require_http_methods(["GET", "POST"])
@network_page(ANSWERS)
def task_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The day that is proposed: the municipality's own term, or ours."""
    row, today = found(Initiative.objects.visible_to(request.member).with_people().going_on(), uuid), timezone.localdate()
    calendar = calendar_of(row.municipality)
    days = calendar.working_days(deadlines.TASK, deadlines.WORKING_DAYS[deadlines.TASK])
    page = FormPage(
        name=_("New task"), title=_("What do we do for it?"), lead=_("One thing, one owner, one day. Who filed the idea sees it, and by when."),
        button=_("Put it on the list"), back=url_of(row), back_label=row.what,
    )
    initial = {"due_on": calendar.add(today, days), "owner": str(request.member.uuid)}
    form_of = partial(NewTaskForm, owners=owners_of(row), today=today, initial=initial)
    act = partial(actions.make, row, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The task stands on the list."), to=page.back)


@require_GET
@network_page(*READS)
def task_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_POST
@network_page(ANSWERS)
def task_done(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(actions.finish, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("It is done. Thank you."), to=words_of.url_of(row))


@require_POST
@network_page(ANSWERS)
def task_give(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    return _take(request, row, GiveForm(request.POST, owners=owners_of(row.initiative)), actions.give, _("It is given to somebody else."))


@require_POST
@network_page(ANSWERS)
def task_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _found(request, uuid), DropTaskForm(request.POST), actions.drop, _("It is not done. Why stands with it."))


def _take(request: MemberRequest, row: Task, form: forms.Form, act: Callable[..., Any], afterwards: str) -> HttpResponse:
    step = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, step, show=partial(_show, request, row.uuid), afterwards=afterwards, to=words_of.url_of(row))


def _show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401
    row, member = _found(request, uuid), request.member
    acts = row.ended_at is None and member.may(ANSWERS) and row.initiative.proposer_id != member.pk
    places = {"give_form": GiveForm(owners=owners_of(row.initiative)), "drop_form": DropTaskForm()} if acts else {}
    context = {
        "row": row, "hero": words_of.hero(row, reader=member, today=timezone.localdate()), "acts": acts, "problem": problem,
        "typed": form.cleaned_data.get("because", "") if problem and form is not None else "",
        **places, **{name: form for name, each in places.items() if type(each) is type(form)},
    }
    return render(request, "initiatives/task_detail.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Task:
    return found(Task.objects.visible_to(request.member).with_people(), uuid)
