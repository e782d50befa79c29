"""Personal ties: saying that one knows a key figure privately, and the register for who decides."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.actions import ties as actions
from keyfigures.models.figure import KeyFigure
from keyfigures.models.ties import PersonalTie
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def tie_declare(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because a colleague has to end it."""
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    show = partial(_show_declare, request, figure)
    if request.method == "GET":
        return show()
    act = partial(actions.declare, figure, by=request.member, at=timezone.now())
    done = _("It is written down, and %(name)s sees it. A colleague asks and decides from now on.") % {"name": figure.name}
    return press(request, act, show=show, afterwards=done, to=reverse("keyfigures:figure_detail", args=[uuid]))


def _show_declare(request: MemberRequest, figure: KeyFigure, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    is_contact = figure.contact_person_id == request.member.pk
    return render(request, "keyfigures/tie_declare.html", {"figure": figure, "problem": problem, "is_contact": is_contact}, status=status)


@require_GET
@network_page("keyfigures.decide")
def tie_list(request: MemberRequest) -> HttpResponse:
    return _show_list(request)


def _show_list(request: MemberRequest, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    page = lists.page_of(request, PersonalTie.objects.visible_to(request.member).that_hold().for_list(), moment="at")
    return render(request, "keyfigures/tie_list.html", {"page": page, "problem": problem}, status=status)


@require_POST
@network_page("keyfigures.decide")
def tie_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    tie = found(PersonalTie.objects.visible_to(request.member).select_related("key_figure"), uuid)
    act = partial(actions.end, tie, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_list, request), afterwards=_("It is written down that this is over."), to=reverse("keyfigures:tie_list"))
