"""From a draft to a report that stays: offered to a second person, taken back, thrown away, issued. Each asks first on a page of its own."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from accounts.models import Membership
from approach.actions import report as acts
from approach.forms.report import IssueForm, OfferForm
from approach.kinds import ReportState
from approach.models.report import Report
from approach.presentation import report as words_of
from approach.views.doors import ISSUE, MANAGE
from approach.views.report import show_detail
from approach.views.report_doors import in_state, opened
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def report_offer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = _asked(request, uuid, ReportState.DRAFT)
    form = OfferForm(_posted(request), row=report, readers=_readers(request))
    act = partial(acts.offer, report, by=request.member, at=timezone.now())
    return _ask(request, report, form, act, template="approach/report_offer.html", afterwards=_("The report is offered."))


@require_http_methods(["GET", "POST"])
@network_page(MANAGE, ISSUE)
def report_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = _asked(request, uuid, ReportState.OFFERED)
    act = partial(acts.take_back, report, by=request.member, at=timezone.now())
    form = forms.Form(_posted(request))
    return _ask(request, report, form, act, template="approach/report_take_back.html", afterwards=_("The report is a draft again."))


@require_http_methods(["GET", "POST"])
@network_page(ISSUE)
def report_issue(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """By who did not offer it; to who did there is no such page."""
    report = _asked(request, uuid, ReportState.OFFERED)
    if request.method == "GET" and report.offered_by_id == request.member.pk:
        raise Http404
    form = IssueForm(_posted(request), row=report)
    act = partial(acts.issue, report, by=request.member, at=timezone.now())
    return _ask(request, report, form, act, template="approach/report_issue.html", afterwards=_("The report is issued."))


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def report_discard(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = _asked(request, uuid, ReportState.MAKING, ReportState.FAILED, ReportState.DRAFT)
    act = partial(acts.discard, report, by=request.member, at=timezone.now())
    form, to = forms.Form(_posted(request)), "approach:report_list"
    return _ask(request, report, form, act, template="approach/report_discard.html", afterwards=_("The report is thrown away."), to=to)


def _ask(
    request: MemberRequest, report: Report, form: forms.Form, act: Callable[..., Any], *, template: str, afterwards: str | LazyText, to: str = "",
) -> HttpResponse:
    """The question on GET; what was decided on POST. What cannot be done now is said on the page of the report."""
    if request.method == "GET":
        return _show(request, report, template, form=form)
    show = partial(_again, request, report, template)
    return take(request, form, act, show=show, afterwards=afterwards, to=to or words_of.url_of(report))


def _again(request: MemberRequest, report: Report, template: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return show_detail(request, report.uuid, problem=problem, status=status)
    return _show(request, report, template, form=form, status=status)


def _show(request: MemberRequest, report: Report, template: str, *, form: forms.Form, status: int = 200) -> HttpResponse:
    open_comments = report.comments.filter(done_at=None).count()
    context = {"report": report, "form": form, "period": words_of.period_of(report), "open_comments": open_comments}
    return render(request, template, context, status=status)


def _asked(request: MemberRequest, uuid: UUID, *states: str) -> Report:
    """On GET only where the question can be asked; a POST that came too late reads why."""
    return in_state(request, uuid, *states) if request.method == "GET" else opened(request, uuid)


def _posted(request: MemberRequest) -> Any:  # noqa: ANN401  posted fields, or nothing yet
    """A button without fields posts nothing, and is pressed all the same."""
    return request.POST if request.method == "POST" else None


def _readers(request: MemberRequest) -> list[Membership]:
    """Who can look at it: who issues reports here, and is not who asks. One statement."""
    here = Membership.objects.to_choose(ISSUE, municipality=request.municipality, on=timezone.localdate())
    return list(here.exclude(pk=request.member.pk))
