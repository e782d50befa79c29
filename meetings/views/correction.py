"""Corrections of a report: proposed by who was invited, decided by who leads."""

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
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take
from meetings import reports
from meetings.actions import correction as actions
from meetings.actions.report import ReportChanged
from meetings.forms.correction import CorrectionForm, LeaveOutForm, TakeOverForm
from meetings.models.agenda import AgendaItem
from meetings.models.meeting import Meeting
from meetings.models.report import Correction, CorrectionState
from meetings.presentation.meeting import is_led_by
from meetings.views.meeting import PERMISSIONS
from meetings.views.report import show as show_report
from terms.days import local_date


@require_http_methods(["GET", "POST"])
@network_page(*PERMISSIONS)
def correction_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at, item = timezone.now(), _point(request, uuid)
    report = reverse("meetings:report_detail", args=[item.meeting.uuid])
    if request.method == "GET":
        if not reports.can_be_corrected(item.meeting, local_date(at)):
            return redirect(report)
        return _show_new(request, item, form=CorrectionForm())
    act, show = partial(actions.propose, item, by=request.member, at=at), partial(_show_new, request, item)
    return take(request, CorrectionForm(request.POST), act, show=show, afterwards=_("Your correction is sent. You hear what is done with it."), to=report)


@require_GET
@network_page(*PERMISSIONS)
def correction_decide(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For who decides and for who proposed it: to others it does not exist."""
    return _show(request, _found(request, uuid))


@require_POST
@network_page("meetings.report")
def correction_take_over(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    form = TakeOverForm(request.POST, item=row.item, version=row.item.meeting.version)
    act = partial(actions.take_over, row, by=request.member, at=timezone.now())
    return _take(request, row, "take_over", form=form, act=act, afterwards=_("The correction is taken over in the report."))


@require_POST
@network_page("meetings.report")
def correction_leave_out(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request, uuid)
    act = partial(actions.leave_out, row, by=request.member, at=timezone.now())
    return _take(request, row, "leave_out", form=LeaveOutForm(request.POST), act=act, afterwards=_("The text stays as it is. Your reply is told."))


def _take(request: MemberRequest, row: Correction, name: str, *, form: forms.Form, act: partial[Correction], afterwards: str) -> HttpResponse:
    to = reverse("meetings:report_detail", args=[row.item.meeting.uuid])
    return take(request, form, act, show=partial(_show_again, request, row, name), afterwards=afterwards, to=to)


def _show_new(request: MemberRequest, item: AgendaItem, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """Too late: the report as it is now, with what she typed."""
    if problem:
        return show_report(request, item.meeting.uuid, problem=problem, typed=form.cleaned_data["text"], status=status)
    return render(request, "meetings/correction_new.html", {"item": item, "meeting": item.meeting, "form": form}, status=status)


def _show_again(request: MemberRequest, row: Correction, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """Changed by a colleague meanwhile: the text as it is now stands beside what she typed, and her next try is her choice."""
    fresh = _found(request, row.uuid)
    if isinstance(form, TakeOverForm) and fresh.item.meeting.version != form.cleaned_data.get("version"):
        form.bring_up_to(fresh.item.meeting.version)
    typed = "\n".join(str(value) for key, value in form.cleaned_data.items() if key not in {"version", "hints_seen"} and value) if problem else ""
    stays = fresh.state == CorrectionState.PROPOSED and (not problem or problem == str(ReportChanged()))
    return _show(request, fresh, bound={name: form} if stays else {}, problem=problem, typed="" if stays else typed, status=status)


def _show(
    request: MemberRequest, row: Correction, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "", status: int = 200,
) -> HttpResponse:
    meeting, is_led = row.item.meeting, is_led_by(row.item.meeting, request.member)
    can_decide = is_led and row.state == CorrectionState.PROPOSED
    empty = {"take_over": TakeOverForm(item=row.item, version=meeting.version), "leave_out": LeaveOutForm()} if can_decide else {}
    context = {
        "row": row, "item": row.item, "meeting": meeting, "is_led": is_led, "is_own": row.by_id == request.member.pk, "problem": problem, "typed": typed,
        "forms": {**empty, **(bound or {})} if can_decide else {},
    }
    return render(request, "meetings/correction_decide.html", context, status=status)


def _point(request: MemberRequest, uuid: UUID) -> AgendaItem:
    """A point of a report that she may read."""
    meetings = Meeting.objects.visible_to(request.member)
    item = found(AgendaItem.objects.filter(meeting__in=meetings, withdrawn_at=None).with_people(), uuid)
    if not reports.is_there(item.meeting):
        raise Http404
    return item


def _found(request: MemberRequest, uuid: UUID) -> Correction:
    return found(Correction.objects.visible_to(request.member).with_people(), uuid)
