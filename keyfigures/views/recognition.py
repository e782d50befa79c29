"""Thanks and recognition: giving it, her choice who may see it, the page of the network and the page of everybody."""

from functools import partial
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from accounts.models import Municipality
from keyfigures.actions import recognition as actions
from keyfigures.forms.recognition import ChoiceForm, ThankForm
from keyfigures.models.figure import KeyFigure
from keyfigures.models.recognition import Recognition, Visibility
from keyfigures.presentation import recognition as words_of
from keyfigures.stages import Stage
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from ui.http import private_page
from ui.phrases import Words


@require_GET
@network_page("keyfigures.own", "keyfigures.manage", "keyfigures.figures")
def recognition_list(request: MemberRequest) -> HttpResponse:
    """The page inside the network: what key figures chose to show here."""
    rows = Recognition.objects.shown_in_network(request.municipality).with_people()
    page = lists.page_of(request, rows, moment="given_at")
    context = {
        "rows": words_of.in_network(page.rows, Words(timezone.localdate())), "page": page, "is_own": request.member.may("keyfigures.own"),
        "public_url": reverse("keyfigures:recognition_public", args=[request.municipality.slug]),
    }
    return render(request, "keyfigures/recognition_list.html", context)


@require_GET
@network_page("keyfigures.own")
def own_recognitions(request: MemberRequest) -> HttpResponse:
    """All that she got, with who may see it."""
    page = lists.page_of(request, Recognition.objects.filter(key_figure__member=request.member).with_people(), moment="given_at")
    words = Words(timezone.localdate())
    context = {"rows": [words_of.on_her_page(each, words, is_own=True) for each in page.rows], "page": page}
    return render(request, "keyfigures/own_recognitions.html", context)


@require_GET
@login_not_required
@private_page
def recognition_public(request: HttpRequest, slug: str) -> HttpResponse:
    """For everybody, also logged out. Kept by no browser and no proxy: what she takes back is gone at once."""
    municipality = get_object_or_404(Municipality, slug=slug)
    page = lists.page_of(request, Recognition.objects.public(municipality).with_people(), moment="given_at")
    context = {"municipality": municipality, "rows": words_of.in_network(page.rows, Words(timezone.localdate())), "page": page}
    return render(request, "keyfigures/recognition_public.html", context)


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def recognition_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    show = partial(_show_new, request, figure)
    if request.method == "GET":
        return show(form=ThankForm())
    act = partial(actions.give, figure, by=request.member, at=timezone.now())
    return take(request, ThankForm(request.POST), act, show=show, afterwards=_("Your thanks are sent."), to=reverse("keyfigures:figure_detail", args=[uuid]))


def _show_new(request: MemberRequest, figure: KeyFigure, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    may_thank = figure.stage != Stage.ENDED
    return render(request, "keyfigures/recognition_new.html", {"figure": figure, "form": form, "problem": problem, "may_thank": may_thank}, status=status)


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.own")
def recognition_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Hers: to read it, and to choose who may see it. Nothing is chosen beforehand."""
    row = _hers(request, uuid)
    show = partial(_show, request, row)
    if request.method == "GET":
        return show()
    if row.wanted == Visibility.NONE:
        return redirect(_url(uuid))
    act, afterwards = partial(actions.choose, row, by=request.member, at=timezone.now()), _("Your choice is kept. You can change it at any moment.")
    return take(request, ChoiceForm(request.POST, row=row), act, show=show, afterwards=afterwards, to=_url(uuid))


@require_POST
@network_page("keyfigures.own")
def recognition_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One click."""
    row = _hers(request, uuid)
    act = partial(actions.take_back, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, row), afterwards=_("Nobody else sees it any more."), to=_url(uuid))


def _show(request: MemberRequest, row: Recognition, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    can_choose = row.wanted != Visibility.NONE
    context = {
        "row": row,
        "title": words_of.title_of(row),
        "thanks": words_of.on_her_page(row, Words(timezone.localdate()), is_own=True),
        "is_shown": row.chosen != Visibility.NONE,
        "form": form or (ChoiceForm(row=row, initial={"public_name": row.public_name or row.key_figure.name}) if can_choose else None),
        "problem": problem,
    }
    return render(request, "keyfigures/recognition_detail.html", context, status=status)


def _hers(request: MemberRequest, uuid: UUID) -> Recognition:
    return found(Recognition.objects.filter(key_figure__member=request.member).visible_to(request.member).with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:recognition_detail", args=[uuid])
