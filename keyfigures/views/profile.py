"""Her profile, filled in by herself; and the two things that the coordinator fills in."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures import notice
from keyfigures.actions import profile as actions
from keyfigures.forms.profile import PlanForm, ProfileForm
from keyfigures.models.figure import KeyFigure
from keyfigures.views.doors import found, network_page, own_figure
from keyfigures.views.steps import take
from ui.hints import HintsForm


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.own")
def own_profile(request: MemberRequest) -> HttpResponse:
    """One calm page; before the first time she reads what is kept and why."""
    figure = own_figure(request)
    if not notice.is_read(figure.notice_version):
        return _notice_first(request, figure, status=409 if request.method == "POST" else 200)
    show = partial(_show, request, figure)
    if request.method == "GET":
        return show(form=ProfileForm(figure=figure))
    act = partial(actions.change, figure, by=request.member, at=timezone.now())
    to = reverse("keyfigures:own_page")
    return take(request, ProfileForm(request.POST, figure=figure), act, show=show, afterwards=_("Your profile is as you see it here."), to=to)


@require_POST
@network_page("keyfigures.own")
def notice_read(request: MemberRequest) -> HttpResponse:
    figure, to = own_figure(request), reverse("keyfigures:own_profile")
    actions.read_notice(figure, by=request.member, at=timezone.now())
    return redirect(to)


@require_POST
@network_page("keyfigures.own")
def own_words_erase(request: MemberRequest) -> HttpResponse:
    figure, to = own_figure(request), reverse("keyfigures:own_page")
    actions.erase_own_words(figure, by=request.member, at=timezone.now())
    messages.success(request, _("Your own words are erased."))
    return redirect(to)


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def figure_plan(request: MemberRequest, uuid: UUID) -> HttpResponse:
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    today, show = timezone.localdate(), partial(_show_plan, request, figure)
    if request.method == "GET":
        return show(form=PlanForm(figure=figure, today=today))
    act = partial(actions.plan, figure, by=request.member, at=timezone.now())
    to = reverse("keyfigures:figure_detail", args=[figure.uuid])
    return take(request, PlanForm(request.POST, figure=figure, today=today), act, show=show, afterwards=_("It stands on the page of both of you."), to=to)


def _notice_first(request: MemberRequest, figure: KeyFigure, *, status: int) -> HttpResponse:
    return render(request, "keyfigures/profile_notice.html", {"figure": figure, "notice": notice.template()}, status=status)


def _show(request: MemberRequest, figure: KeyFigure, *, form: HintsForm, status: int = 200, problem: str = "") -> HttpResponse:
    context = {"figure": figure, "form": form, "problem": problem, "notice": notice.template()}
    return render(request, "keyfigures/profile_form.html", context, status=status)


def _show_plan(request: MemberRequest, figure: KeyFigure, *, form: PlanForm, status: int = 200, problem: str = "") -> HttpResponse:
    return render(request, "keyfigures/profile_plan.html", {"figure": figure, "form": form, "problem": problem}, status=status)
