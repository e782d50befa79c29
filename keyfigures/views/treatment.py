"""Complaints about treatment: hers, and those of who handles them. The coordinator finds no page here."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import readings
from keyfigures import log_verbs, statements
from keyfigures.actions import treatment as acts
from keyfigures.forms.treatment import AnswerForm, ComplaintForm
from keyfigures.models.settings import NetworkSettings
from keyfigures.models.treatment import Complaint, ComplaintState
from keyfigures.presentation import treatment as told
from keyfigures.standing import promises_about
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page, own_figure
from keyfigures.views.steps import press, take
from ui.phrases import Words

OWN, HANDLE = "keyfigures.own", "keyfigures.complaints"
KIND = "keyfigures.complaint"


@require_GET
@network_page(OWN, HANDLE)
def complaint_list(request: MemberRequest) -> HttpResponse:
    """For who handles them: open ones, oldest on top, and what ended. For herself: hers, and how to make one."""
    at, is_work = timezone.now(), request.member.may(HANDLE)
    visible = Complaint.objects.visible_to(request.member).for_detail()
    rows = visible.exclude(key_figure__member=request.member) if is_work else visible.filter(key_figure__member=request.member)
    open_ones = told.rows_of(list(rows.open().order_by("at", "pk")), reader=request.member, at=at)
    page = lists.page_of(request, rows.ended(), moment="ended_at")
    late = sum(row.line.ring.state == "late" for row in open_ones)
    context = {
        "is_work": is_work,
        "title": told.list_title(late, len(open_ones), is_own=not is_work),
        "open_rows": open_ones,
        "ended_rows": told.rows_of(page.rows, reader=request.member, at=at),
        "page": page,
        "outside": NetworkSettings.objects.of(request.municipality),
    }
    return render(request, "keyfigures/complaint_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page(OWN)
def complaint_new(request: MemberRequest) -> HttpResponse:
    figure, show = own_figure(request), partial(_show_new, request)
    if request.method == "GET":
        return show(form=ComplaintForm())
    act = partial(acts.complain, figure, by=request.member, at=timezone.now())
    return take(request, ComplaintForm(request.POST), act, show=show, afterwards=_("We have your complaint. Below stands the day of the answer."), to=_url)


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    handler = acts.handler_for(own_figure(request), at=timezone.now())
    context = {"form": form, "problem": problem, "handler": handler, "outside": NetworkSettings.objects.of(request.municipality)}
    return render(request, "keyfigures/complaint_new.html", context, status=status)


@require_GET
@network_page(OWN, HANDLE)
def complaint_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, _found(request, uuid))


@require_POST
@network_page(HANDLE)
def complaint_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _to_handle(request, uuid), "answer", AnswerForm(request.POST), acts.answer, _("Your answer is given."))


@require_POST
@network_page(HANDLE)
def complaint_extend(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _to_handle(request, uuid)
    return _take(request, row, "", forms.Form({}), acts.extend, _("The new day is promised, and told."))


@require_http_methods(["GET", "POST"])
@network_page(OWN)
def complaint_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because what she wrote is erased."""
    row = _found(request, uuid)
    if row.key_figure.member_id != request.member.pk:
        raise Http404
    if request.method == "GET":
        return render(request, "keyfigures/complaint_withdraw.html", {"row": row}) if row.is_open else redirect(_url(row))
    act = partial(acts.withdraw, row, by=request.member, at=timezone.now())
    afterwards = _("Your complaint is taken back. What you wrote is erased.")
    return press(request, act, show=partial(_show_again, request, row, ""), afterwards=afterwards, to=_url(row))


def _take(  # noqa: PLR0917  as they come
    request: MemberRequest, row: Complaint, name: str, form: forms.Form, act: Callable[..., object], afterwards: str,
) -> HttpResponse:
    taken = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, taken, show=partial(_show_again, request, row, name), afterwards=afterwards, to=_url(row))


def _show_again(request: MemberRequest, row: Complaint, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    typed = str(form.cleaned_data.get("text", "")) if problem else ""
    return _show(request, _found(request, row.uuid), bound={name: form} if not problem else {}, problem=problem, typed=typed, status=status)


def _show(
    request: MemberRequest, row: Complaint, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    words, is_own = Words(timezone.localdate(at)), row.key_figure.member_id == request.member.pk
    if not is_own:
        readings.note(log_verbs.COMPLAINT_READ, reader=request.member, kind=KIND, subject=row.uuid, at=at)
    promises = promises_about([row.uuid], municipality=row.municipality, at=at).get(row.uuid, [])
    handles = row.is_open and not is_own
    context = {
        "row": row,
        "is_own": is_own,
        "hero": told.hero(row, promises, is_own=is_own, words=words),
        "statements": statements.readable(row.uuid, herself=row.key_figure.member, words=words),
        "readers": readings.opened_by(readings.openings_of(KIND, row.uuid, verbs=[log_verbs.COMPLAINT_READ]), words),
        "may_extend": handles and row.state == ComplaintState.MADE and bool(promises) and not any(each.state == "late" for each in promises),
        "outside": NetworkSettings.objects.of(row.municipality) if is_own else None,
        "problem": problem,
        "typed": typed,
        "forms": {**({"answer": AnswerForm()} if handles else {}), **(bound or {})},
    }
    return render(request, "keyfigures/complaint_detail.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Complaint:
    return found(Complaint.objects.visible_to(request.member).for_detail(), uuid)


def _to_handle(request: MemberRequest, uuid: UUID) -> Complaint:
    row = _found(request, uuid)
    if row.key_figure.member_id == request.member.pk:
        raise Http404
    return row


def _url(row: Complaint) -> str:
    return reverse("keyfigures:complaint_detail", args=[row.uuid])
