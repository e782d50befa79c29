"""Ideas: those of the network for who takes part, and the work for who answers."""

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
from initiatives import deadlines
from initiatives.actions import initiative as actions
from initiatives.forms.initiative import AnswerIdeaForm, FileIdeaForm
from initiatives.models.initiative import Initiative
from initiatives.presentation import initiative as words_of
from keyfigures.standing import promises_about
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from terms.calendar import calendar_of
from ui.phrases import Words

READERS = ("initiatives.take_part", "initiatives.handle", "initiatives.read")
ALL = View(name="alle", label=gettext_lazy("All ideas"), empty=gettext_lazy("There are no ideas yet."), narrow=lambda rows, **_: rows.filter(withdrawn_at=None))
WAITING = View(
    name="wacht", label=gettext_lazy("Waits for an answer"), empty=gettext_lazy("No idea waits for an answer."), narrow=lambda rows, **_: rows.waiting(),
)
GOING_ON = View(name="loopt", label=gettext_lazy("Got a yes"), empty=gettext_lazy("No idea got a yes yet."), narrow=lambda rows, **_: rows.going_on())
OVER = View(name="voorbij", label=gettext_lazy("Over"), empty=gettext_lazy("No idea is over."), narrow=lambda rows, **_: rows.filter(withdrawn_at=None).ended())
MINE = View(name="van-mij", label=gettext_lazy("Mine"), empty=gettext_lazy("You filed no idea yet."), narrow=lambda rows, member, **_: rows.of(member))
OF_WORK, OF_NETWORK = (WAITING, GOING_ON, OVER, ALL), (ALL, MINE)


@require_GET
@network_page(*READERS)
def initiative_list(request: MemberRequest) -> HttpResponse:
    files = request.member.may(actions.FILES)
    views = OF_NETWORK if files else OF_WORK
    view = lists.chosen(request, views)
    rows = view.narrow(Initiative.objects.visible_to(request.member).with_people().with_supporters(), member=request.member)
    page = lists.page_of(request, rows, moment="filed_at", oldest_first=view == WAITING)
    context = {
        "rows": words_of.rows_of(page.rows, reader=request.member, at=timezone.now()), "page": page, "empty": view.empty,
        "views": lists.links(request, views), "files": files,
    }
    return render(request, "initiatives/initiative_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page(actions.FILES)
def initiative_new(request: MemberRequest) -> HttpResponse:
    """Three fields; the page of the idea says by when she hears, and from whom."""
    show = partial(_show_new, request)
    if request.method == "GET":
        return show(form=FileIdeaForm())
    act = partial(actions.file, by=request.member, at=timezone.now())
    return take(request, FileIdeaForm(request.POST), act, show=show, afterwards=_("Your idea is sent."), to=_url)


@require_GET
@network_page(*READERS)
def initiative_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_POST
@network_page(actions.ANSWERS)
def initiative_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    if row.proposer_id == request.member.pk:
        raise Http404
    act = partial(actions.answer, row, by=request.member, at=timezone.now())
    form = AnswerIdeaForm(request.POST)
    return take(request, form, act, show=partial(_show, request, uuid), afterwards=_("Your answer is sent."), to=_url(row))


@require_POST
@network_page(actions.FILES)
def initiative_support(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _of_another(request, uuid)
    act = partial(actions.support, row, by=request.member)
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("You support this idea. Nobody can read that it is you."), to=_url(row))


@require_POST
@network_page(actions.FILES)
def initiative_support_no_more(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _of_another(request, uuid)
    act = partial(actions.support_no_more, row, by=request.member)
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("You took your support back."), to=_url(row))


@require_http_methods(["GET", "POST"])
@network_page(actions.FILES)
def initiative_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Initiative.objects.of(request.member).with_people(), uuid)
    if request.method == "GET":
        return render(request, "initiatives/initiative_withdraw.html", {"row": row}) if not row.ended_at and not row.answer else _show(request, uuid)
    act = partial(actions.withdraw, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("You took your idea back."), to=_url(row))


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    days = calendar_of(request.municipality).working_days(deadlines.ANSWER, deadlines.WORKING_DAYS[deadlines.ANSWER])
    return render(request, "initiatives/initiative_new.html", {"form": form, "problem": problem, "days": days}, status=status)


def _show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401
    row, member, at = _found(request, uuid), request.member, timezone.now()
    is_own, waits = row.proposer_id == member.pk, not row.answer and row.withdrawn_at is None
    promises = promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, [])
    may_support = member.may(actions.FILES) and not is_own and row.ended_at is None
    context = {
        "row": row, "title": words_of.title_of(row), "problem": problem, "typed": form.cleaned_data.get("reason", "") if problem and form else "",
        "hero": words_of.hero(row, promises, Words(timezone.localdate(at)), reader=member),
        "filed_by": words_of.filed_by(row, member), "supported": words_of.supported(row.supports.count()),
        "may_support": may_support, "supports": may_support and actions.supports(row, member),
        "may_withdraw": is_own and waits,
        "answer_form": (form if isinstance(form, AnswerIdeaForm) else AnswerIdeaForm()) if waits and not is_own and member.may(actions.ANSWERS) else None,
    }
    return render(request, "initiatives/initiative_detail.html", context, status=status)


def _of_another(request: MemberRequest, uuid: UUID) -> Initiative:
    row = _found(request, uuid)
    if row.proposer_id == request.member.pk:
        raise Http404
    return row


def _found(request: MemberRequest, uuid: UUID) -> Initiative:
    return found(Initiative.objects.visible_to(request.member).with_people(), uuid)


def _url(row: Initiative) -> str:
    return reverse("initiatives:initiative_detail", args=[row.uuid])
