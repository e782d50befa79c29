"""A report begins here: the period, and going on when a step did not succeed."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from approach.actions import making as acts
from approach.forms.report import NewReportForm
from approach.gathering import ended_quarters
from approach.presentation import report as words_of
from approach.views.doors import MANAGE
from approach.views.report import show_detail
from approach.views.report_doors import opened
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def report_new(request: MemberRequest) -> HttpResponse:
    at, quarters, show = timezone.now(), ended_quarters(timezone.localdate()), partial(_show_new, request)
    if request.method == "GET":
        return show(form=NewReportForm(quarters=quarters))
    act = partial(acts.begin, by=request.member, at=at)
    return take(request, NewReportForm(request.POST, quarters=quarters), act, show=show, afterwards=_("The report is being made."), to=words_of.url_of)


@require_POST
@network_page(MANAGE)
def report_resume(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = opened(request, uuid)
    act = partial(acts.resume, report, by=request.member, at=timezone.now())
    show = partial(show_detail, request, uuid)
    return press(request, act, show=show, afterwards=_("We go on where it stopped."), to=words_of.url_of(report))


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "approach/report_new.html", {"form": form, "problem": problem}, status=status)
