"""What the municipality asks of key figures: the list, one request, and the steps of both sides."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.actions import asking as actions
from keyfigures.forms.asking import AskForm, DoneForm, HoursForm, ResultForm
from keyfigures.models.asking import Ask, AskState
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import asking as words_of
from keyfigures.querysets.asking import OPEN
from keyfigures.standing import promises_about
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from terms.days import local_date
from terms.standing import current
from ui.phrases import Words

VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("No request is open."), narrow=lambda rows: rows.open()),
    View(
        name="vertellen", label=gettext_lazy("Tell the result"), empty=gettext_lazy("Everybody knows what was done with it."),
        narrow=lambda rows: rows.without_result(),
    ),
    View(name="klaar", label=gettext_lazy("Done"), empty=gettext_lazy("No request is done yet."), narrow=lambda rows: rows.ended()),
)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def ask_list(request: MemberRequest) -> HttpResponse:
    at, is_work, view = timezone.now(), request.member.may("keyfigures.manage"), lists.chosen(request, VIEWS)
    visible = Ask.objects.visible_to(request.member).with_people()
    narrowed = view.narrow(visible) if is_work else visible.filter(key_figure__member=request.member)
    page = lists.page_of(request, narrowed, moment="asked_at", oldest_first=is_work and view.name != "klaar")
    context = {
        "is_work": is_work, "view": view, "views": lists.links(request, VIEWS), "page": page,
        "rows": words_of.rows_of(page.rows, reader=request.member, at=at),
    }
    return render(request, "keyfigures/ask_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page("keyfigures.manage")
def ask_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at = timezone.now()
    figure = found(KeyFigure.objects.visible_to(request.member).for_detail(), uuid)
    show = partial(_show_new, request, figure)
    if request.method == "GET":
        return show(form=AskForm(today=timezone.localdate(at)))
    form = AskForm(request.POST, today=timezone.localdate(at))
    act = partial(actions.ask, figure, by=request.member, at=at)
    return take(request, form, act, show=show, afterwards=_("Your request is sent."), to=lambda row: _url(row.uuid))


def _show_new(request: MemberRequest, figure: KeyFigure, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"figure": figure, "form": form, "problem": problem, "may_be_asked": words_of.may_be_asked(figure)}
    return render(request, "keyfigures/ask_new.html", context, status=status)


@require_GET
@network_page("keyfigures.own", "keyfigures.manage")
def ask_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_POST
@network_page("keyfigures.own")
def ask_accept(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _press(request, uuid, actions.accept, _("You said yes. Thank you."))


@require_POST
@network_page("keyfigures.own")
def ask_decline(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One tap, no reason asked."""
    return _press(request, uuid, actions.decline, _("You said no. That is fine."))


@require_POST
@network_page("keyfigures.manage")
def ask_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _press(request, uuid, actions.take_back, _("The request is taken back, and told."))


@require_POST
@network_page("keyfigures.own", "keyfigures.manage")
def ask_done(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _found(request, uuid), timezone.now()
    act = partial(actions.report_done, row, by=request.member, at=at)
    return _take(request, row, "done", _done_form(request, row, at, request.POST), act)


@require_POST
@network_page("keyfigures.own")
def ask_hours(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    return _take(request, row, "hours", HoursForm(request.POST), partial(actions.estimate_hours, row, by=request.member))


@require_POST
@network_page("keyfigures.manage")
def ask_result(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    return _take(request, row, "result", ResultForm(request.POST), partial(actions.tell_result, row, by=request.member, at=timezone.now()))


def _press(request: MemberRequest, uuid: UUID, act: Callable[..., None], afterwards: str) -> HttpResponse:
    row = _found(request, uuid)
    step = partial(act, row, by=request.member, at=timezone.now())
    return press(request, step, show=partial(_show_again, request, row, ""), afterwards=afterwards, to=_url(uuid))


def _take(request: MemberRequest, row: Ask, name: str, form: forms.Form, act: Callable[..., None]) -> HttpResponse:
    return take(request, form, act, show=partial(_show_again, request, row, name), afterwards=_("It is written down."), to=_url(row.uuid))


def _show_again(request: MemberRequest, row: Ask, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    typed = "\n".join(str(form.cleaned_data[each]) for each in ("thanks_text", "result") if form.cleaned_data.get(each)) if problem else ""
    return _show(request, _found(request, row.uuid), bound={} if problem else {name: form}, problem=problem, typed=typed, status=status)


def _show(
    request: MemberRequest, row: Ask, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    is_own = row.key_figure.member_id == request.member.pk
    promise = current(promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, []))
    context = {
        "row": row,
        "is_own": is_own,
        "is_open": row.state in OPEN,
        "waits_for_her": is_own and row.state == AskState.ASKED,
        "hero": words_of.hero(row, promise, Words(timezone.localdate(at)), is_own=is_own),
        "problem": problem,
        "typed": typed,
        "forms": {**_forms(request, row, at, is_own=is_own), **(bound or {})},
    }
    return render(request, "keyfigures/ask_detail.html", context, status=status)


def _forms(request: MemberRequest, row: Ask, at: datetime, *, is_own: bool) -> dict[str, forms.Form]:
    """What this reader can fill in now; what cannot be done is not there."""
    if row.state in OPEN and (row.state == AskState.ACCEPTED or not is_own):
        return {"done": _done_form(request, row, at)}
    if row.state != AskState.DONE:
        return {}
    if is_own:
        return {"hours": HoursForm(initial={"hours": row.hours})}
    return {"result": ResultForm()} if row.result_at is None else {}


def _done_form(request: MemberRequest, row: Ask, at: datetime, data: object = None) -> DoneForm:
    is_hers = row.key_figure.member_id == request.member.pk
    return DoneForm(data, first=local_date(row.asked_at), today=timezone.localdate(at), is_hers=is_hers)


def _found(request: MemberRequest, uuid: UUID) -> Ask:
    return found(Ask.objects.visible_to(request.member).with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:ask_detail", args=[uuid])
