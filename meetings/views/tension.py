"""When something happens: begin, one page with everything, and the end. On a phone, in the evening, with one hand."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.models.settings import Area
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from meetings.actions import calling
from meetings.actions import tension as acts
from meetings.forms.tension import AftercareForm, BeginForm, PhaseForm
from meetings.models.tension import Tension, TensionCall
from meetings.presentation import tension as told
from terms.days import local_date

EARLIER = 20
STEPS = {"reached": calling.reached, "not_reached": calling.not_reached, "left_out": calling.leave_out, "to_call": calling.call_after_all}


@require_http_methods(["GET", "POST"])
@network_page(acts.PERMISSION)
def tension_list(request: MemberRequest) -> HttpResponse:
    """What goes on, a form to begin, and what is over: themes and numbers, never a person."""
    areas = Area.objects.in_use_by(request.municipality)
    show = partial(_show_list, request)
    if request.method == "GET":
        return show(form=BeginForm(areas=areas))
    act = partial(acts.begin, by=request.member, at=timezone.now(), area=None)
    return take(request, BeginForm(request.POST, areas=areas), act, show=show, afterwards=_("The calls are divided. Who calls, got a message."), to=_url)


def _show_list(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    at, here = timezone.now(), Tension.objects.visible_to(request.member).with_numbers().for_list()
    context = {
        "going_on": told.rows(here.going_on(), at=at), "earlier": told.rows(here.over()[:EARLIER], at=at), "form": form, "problem": problem,
    }
    return render(request, "meetings/tension_list.html", context, status=status)


@require_GET
@network_page(acts.PERMISSION)
def tension(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_POST
@network_page(acts.PERMISSION)
def tension_phase(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(acts.set_phase, row, by=request.member, at=timezone.now())
    return take(request, PhaseForm(request.POST), act, show=partial(_show, request, row), afterwards=_("How it stands is changed."), to=_url(row))


@require_http_methods(["GET", "POST"])
@network_page(acts.PERMISSION)
def tension_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Asks first for what is still open."""
    row = _found(request, uuid)
    if request.method == "GET":
        context = {"tension": row, "page": told.page(row, reader=request.member, at=timezone.now()), "name": told.name(row)}
        return render(request, "meetings/tension_end.html", context)
    act = partial(acts.end, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, row), afterwards=_("Closed. What you promised afterwards stays on Today."), to=_url(row))


@require_POST
@network_page(acts.PERMISSION)
def tension_call(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One tap: reached, not reached, not needed, or call after all."""
    call = _call(request, uuid)
    form = StepForm(request.POST)
    act = partial(_step, call, request)
    return take(request, form, act, show=partial(_show, request, call.tension), afterwards=_("Written down."), to=_url(call.tension))


class StepForm(forms.Form):
    what = forms.ChoiceField(choices=[(step, step) for step in STEPS])


def _step(call: TensionCall, request: MemberRequest, *, what: str) -> TensionCall:
    return STEPS[what](call, by=request.member, at=timezone.now())


@require_http_methods(["GET", "POST"])
@network_page(acts.PERMISSION)
def aftercare(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The call afterwards: written down as a contact, or not needed."""
    call, at = _call(request, uuid), timezone.now()
    days = {"first": local_date(call.called_at or at), "today": local_date(at)}
    show = partial(_show_aftercare, request, call)
    if request.method == "GET":
        return show(form=AftercareForm(**days))
    form, act, afterwards = _aftercare_act(request, days)
    told_as = afterwards % {"name": call.key_figure.name}
    return take(request, form, partial(act, call, by=request.member, at=at), show=partial(_again, show, days), afterwards=told_as, to=reverse("home"))


def _aftercare_act(request: MemberRequest, days: dict[str, date]) -> tuple[forms.Form, Callable[..., object], str]:
    if request.POST.get("what") == "drop":
        return forms.Form({}), calling.drop_aftercare, _("Nobody calls %(name)s for this any more.")
    return AftercareForm(request.POST, **days), calling.give_aftercare, _("The contact with %(name)s is written down. %(name)s sees it too.")


def _again(show: Callable[..., HttpResponse], days: dict[str, date], *, form: forms.Form, **more: Any) -> HttpResponse:  # noqa: ANN401  passed on
    return show(form=form if isinstance(form, AftercareForm) else AftercareForm(**days), **more)


def _show_aftercare(request: MemberRequest, call: TensionCall, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    at = timezone.now()
    context = {"call": call, "card": told.aftercare_card(call, at=at), "form": form, "problem": problem}
    return render(request, "meetings/tension_aftercare.html", context, status=status)


def _show(request: MemberRequest, row: Tension, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ARG001
    fresh = _found(request, row.uuid)
    context = {"tension": fresh, "page": told.page(fresh, reader=request.member, at=timezone.now()), "name": told.name(fresh), "problem": problem}
    return render(request, "meetings/tension_detail.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Tension:
    return found(Tension.objects.visible_to(request.member).for_list(), uuid)


def _call(request: MemberRequest, uuid: UUID) -> TensionCall:
    return found(TensionCall.objects.visible_to(request.member).with_people(), uuid)


def _url(row: Tension) -> str:
    return reverse("meetings:tension", args=[row.uuid])
