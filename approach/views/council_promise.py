"""What was promised to college or council: all of it, a new promise, and one that is given to a colleague, kept or dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from approach import deadlines
from approach.actions import council_promise as actions
from approach.forms.support import DropPromiseForm, KeepForm, NewPromiseForm
from approach.kinds import PromiseState
from approach.models.support import CouncilPromise, Moment
from approach.presentation import support as words_of
from approach.views.doors import MANAGE, READ
from approach.views.moment import owners_of
from approach.views.support import BOTH
from keyfigures.forms.giving import GiveForm
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.form_page import FormPage, write
from keyfigures.views.lists import View
from keyfigures.views.steps import take
from terms.calendar import calendar_of

VIEWS = (
    View(
        name="open", label=gettext_lazy("Open"), empty=gettext_lazy("Nothing that was promised is open."),
        narrow=lambda rows: rows.in_state(PromiseState.OPEN),
    ),
    View(name="gedaan", label=gettext_lazy("Kept"), empty=gettext_lazy("Nothing was kept yet."), narrow=lambda rows: rows.in_state(PromiseState.KEPT)),
    View(name="niet", label=gettext_lazy("Not done"), empty=gettext_lazy("No promise was dropped."), narrow=lambda rows: rows.in_state(PromiseState.DROPPED)),
)


@require_GET
@network_page(READ)
def promise_list(request: MemberRequest) -> HttpResponse:
    """By their day. A constant number of statements."""
    view = lists.chosen(request, VIEWS)
    rows = view.narrow(CouncilPromise.objects.visible_to(request.member).with_people())
    page = lists.page_of(request, rows, moment="made_at")
    context = {"rows": words_of.promise_rows(page.rows, today=timezone.localdate()), "page": page, "view": view, "views": lists.links(request, VIEWS)}
    return render(request, "approach/promise_list.html", context)


@require_http_methods(BOTH)
@network_page(MANAGE)
def promise_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The day that is proposed: the municipality's own term, or ours."""
    moment, today = found(Moment.objects.visible_to(request.member).with_people().held(), uuid), timezone.localdate()
    calendar = calendar_of(moment.municipality)
    days = calendar.working_days(deadlines.COUNCIL_PROMISE, deadlines.WORKING_DAYS[deadlines.COUNCIL_PROMISE])
    initial = {"due_on": calendar.add(today, days), "owner": str(request.member.uuid)}
    page = FormPage(
        name=_("New promise"), title=_("What was promised?"), button=_("Write down promise"),
        lead=_("One promise, one owner, one day. The owner hears of it, and is reminded."),
        back=reverse("approach:moment_detail", args=[moment.uuid]), back_label=moment.title,
    )
    form_of = partial(NewPromiseForm, owners=owners_of(moment.municipality), today=today, initial=initial)
    act = partial(actions.make, moment, by=request.member, at=timezone.now())
    return write(request, page, form_of, act, afterwards=_("The promise stands in the register."), to=page.back)


@require_GET
@network_page(READ)
def promise_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_POST
@network_page(READ)
def promise_give(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _acted_on(request, uuid)
    return _take(request, row, GiveForm(request.POST, owners=owners_of(row.municipality)), actions.give, _("It is given to somebody else."))


@require_POST
@network_page(READ)
def promise_keep(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _acted_on(request, uuid), KeepForm(request.POST), actions.keep, _("The promise is kept. Thank you."))


@require_POST
@network_page(READ)
def promise_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _acted_on(request, uuid), DropPromiseForm(request.POST), actions.drop, _("It is not done. Why stands with it."))


def _take(request: MemberRequest, row: CouncilPromise, form: forms.Form, act: Callable[..., Any], afterwards: str) -> HttpResponse:
    step = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, step, show=partial(_show, request, row.uuid), afterwards=afterwards, to=words_of.promise_url(row))


def _show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401
    row = _found(request, uuid)
    is_open, acts = row.state == PromiseState.OPEN, _acts(request, row)
    empty: dict[str, forms.Form] = {}
    if is_open and acts:
        empty = {"keep_form": KeepForm(), "drop_form": DropPromiseForm(), "give_form": GiveForm(owners=owners_of(row.municipality))}
    posted = {name: form for name, each in empty.items() if type(each) is type(form)}
    context = {
        "row": row,
        "hero": words_of.promise_hero(row, reader=request.member, today=timezone.localdate()),
        "is_own": row.owner_id == request.member.pk,
        "problem": problem,
        "typed": form.cleaned_data.get("outcome", "") if problem and form is not None else "",
        **empty,
        **posted,
    }
    return render(request, "approach/promise_detail.html", context, status=status)


def _acts(request: MemberRequest, row: CouncilPromise) -> bool:
    return row.owner_id == request.member.pk or request.member.may(MANAGE)


def _found(request: MemberRequest, uuid: UUID) -> CouncilPromise:
    return found(CouncilPromise.objects.visible_to(request.member).with_people(), uuid)


def _acted_on(request: MemberRequest, uuid: UUID) -> CouncilPromise:
    """By who does it, or who works on the approach; to others this step does not exist."""
    row = _found(request, uuid)
    if not _acts(request, row):
        raise Http404
    return row
