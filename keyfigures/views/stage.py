"""The way of the key figures: one step at a time, who is where, and who came and left."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts import signed_links
from accounts.http import MemberRequest
from keyfigures import notices
from keyfigures import stages as way
from keyfigures.actions import agreement, stages
from keyfigures.forms.stage import EndForm, ExpectedEndForm, PauseForm
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import board
from keyfigures.presentation import stage as told
from keyfigures.presentation import turnover as figures
from keyfigures.views import figure as person_page
from keyfigures.views import steps
from keyfigures.views.doors import found, network_page
from keyfigures.views.network import views_of_network

AFTERWARDS: dict[str, str | LazyText] = {
    way.INVITE_TO_TALK.name: _("The meeting is the next step."),
    way.TO_AGREEMENT.name: _("The agreement can be written."),
    way.PAUSE.name: _("It is paused."),
    way.RESUME.name: _("It goes on."),
    way.END.name: _("It has stopped. A mail says thank you, and what happens with the data."),
    "invite_again": _("The invitation is sent."),
    "successor_sought": _("Nobody is reminded of it any more."),
    "expect_end": _("It is written down."),
}


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage", "keyfigures.own")
def stage_step(request: MemberRequest, uuid: UUID, name: str) -> HttpResponse:
    """One step: by a button, or on a page that asks what must be known. What is not possible now gives the page as it is."""
    if name not in told.BUTTONS:
        raise Http404
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    if name not in {button.name for button in told.buttons(figure, reader=request.member)}:
        return _show(request, figure, name, problem=str(way.StageNotAllowed()), status=409)
    form = _form(request, figure, name)
    if request.method == "GET":
        return _show(request, figure, name, form=form) if name in told.WITH_QUESTIONS else redirect(_page_of(request, figure))
    show = partial(_show, request, figure, name)
    return steps.take(request, form, _act(request, figure, name), show=show, afterwards=AFTERWARDS[name], to=partial(_onwards, request, figure, name))


def _form(request: MemberRequest, figure: KeyFigure, name: str) -> forms.Form:
    data, today = request.POST if request.method == "POST" else None, timezone.localdate()
    if name == way.PAUSE.name:
        return PauseForm(data, today=today)
    if name == way.END.name:
        return EndForm(data, herself=figure.member_id == request.member.pk)
    if name == "expect_end":
        return ExpectedEndForm(data, today=today, initial={"on": figure.expected_end})
    return forms.Form(data)


def _act(request: MemberRequest, figure: KeyFigure, name: str) -> Callable[..., Any]:
    who: dict[str, Any] = {"by": request.member, "at": timezone.now()}
    other: dict[str, Callable[..., Any]] = {
        way.TO_AGREEMENT.name: agreement.begin,
        "invite_again": stages.invite_again,
        "successor_sought": stages.successor_sought,
        "expect_end": stages.expect_end,
    }
    return partial(other[name], figure, **who) if name in other else partial(stages.move, figure, way.MOVES[name], **who)


def _onwards(request: MemberRequest, figure: KeyFigure, name: str, result: Any) -> str:  # noqa: ANN401  what the act returned
    if name == way.TO_AGREEMENT.name:
        return reverse("keyfigures:agreement_detail", args=[result.uuid])
    if name == way.END.name and figure.member_id == request.member.pk:  # of all pages only that of her data still opens for her
        return f"{reverse('keyfigures:farewell', args=[figure.uuid])}?{signed_links.query(figure.uuid, purpose=notices.FAREWELL)}"
    return _page_of(request, figure)


def _page_of(request: MemberRequest, figure: KeyFigure) -> str:
    own = figure.member_id == request.member.pk
    return reverse("keyfigures:own_page") if own else reverse("keyfigures:figure_detail", args=[figure.uuid])


def _show(request: MemberRequest, figure: KeyFigure, name: str, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        now = found(KeyFigure.objects.visible_to(request.member).for_detail(), figure.uuid)
        return person_page.page(request, now, problem=problem, status=status)
    page = told.step_page(figure, name, reader=request.member, today=timezone.localdate())
    return render(request, "keyfigures/stage_step.html", {"page": page, "form": form, "figure": figure, "back_url": _page_of(request, figure)}, status=status)


@require_GET
@network_page("keyfigures.manage")
def stage_board(request: MemberRequest) -> HttpResponse:
    """Who is in which stage, since when, what is next and by whom; who waits longest on top."""
    at = timezone.now()
    context = {"board": board.board(request.municipality, at=at), "views": views_of_network(request, "keyfigures:stage_board")}
    return render(request, "keyfigures/stage_board.html", context)


@require_GET
@network_page("keyfigures.figures")
def turnover(request: MemberRequest) -> HttpResponse:
    """Who came and who left per year, and who expects to stop: numbers, and names only for who works with them."""
    today: date = timezone.localdate()
    context = {"figures": figures.turnover(request.municipality, reader=request.member, today=today), "views": views_of_network(request, "keyfigures:turnover")}
    return render(request, "keyfigures/stage_turnover.html", context)
