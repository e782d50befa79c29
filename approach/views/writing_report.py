"""A draft is read and changed: title and question, each section on a page of its own, and what colleagues say of it."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from approach.actions import report as acts
from approach.forms.report import AboutReportForm, CommentForm, SectionForm
from approach.kinds import ReportState
from approach.models.report import Comment, Report, Section
from approach.presentation import report as words_of
from approach.views.doors import ISSUE, MANAGE
from approach.views.report import show_detail
from approach.views.report_doors import in_state, opened
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def report_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = _written(request, uuid)
    show = partial(_show_edit, request, report)
    if request.method == "GET":
        return show(form=AboutReportForm(row=report))
    act = partial(acts.change, report, by=request.member)
    return take(request, AboutReportForm(request.POST, row=report), act, show=show, afterwards=_("It is saved."), to=words_of.url_of(report))


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def report_section(request: MemberRequest, uuid: UUID, code: str) -> HttpResponse:
    report = _written(request, uuid)
    section = _section(report, code)
    show = partial(_show_section, request, report, code)
    if request.method == "GET":
        return show(form=SectionForm(section=section))
    act = partial(acts.rewrite, report, code=code, by=request.member)
    to = f"{words_of.url_of(report)}#section-{code}"
    return take(request, SectionForm(request.POST, section=section), act, show=show, afterwards=_("It is saved."), to=to)


@require_POST
@network_page(MANAGE, ISSUE)
def comment_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    report = opened(request, uuid)
    form = CommentForm(request.POST, sections=list(report.sections.in_order()))
    act = partial(acts.say, report, by=request.member, at=timezone.now())
    show = partial(show_detail, request, uuid)
    return take(request, form, act, show=show, afterwards=_("Your comment stands with the report."), to=f"{words_of.url_of(report)}#comments")


@require_POST
@network_page(MANAGE, ISSUE)
def comment_tick(request: MemberRequest, uuid: UUID) -> HttpResponse:
    comment = found(Comment.objects.visible_to(request.member).with_people(), uuid)
    act = partial(acts.tick, comment, by=request.member, at=timezone.now())
    show = partial(show_detail, request, comment.report.uuid)
    return press(request, act, show=show, afterwards=_("The comment is done."), to=f"{words_of.url_of(comment.report)}#comments")


def _show_edit(request: MemberRequest, report: Report, *, form: AboutReportForm, problem: str = "", status: int = 200) -> HttpResponse:
    """What she typed stays, with what a colleague made of it meanwhile above it."""
    report = opened(request, report.uuid)
    if problem:
        form.bring_up_to(report.edits)
    return render(request, "approach/report_edit.html", {"report": report, "form": form, "problem": problem}, status=status)


def _show_section(request: MemberRequest, report: Report, code: str, *, form: SectionForm, problem: str = "", status: int = 200) -> HttpResponse:
    section = _section(report, code)
    if problem:
        form.bring_up_to(section.edits)
    context = {"report": report, "section": section, "form": form, "problem": problem}
    return render(request, "approach/report_section.html", context, status=status)


def _written(request: MemberRequest, uuid: UUID) -> Report:
    """A draft to look at; what is posted to another one is answered by the action, so that nothing typed is lost."""
    if request.method == "GET":
        return in_state(request, uuid, ReportState.DRAFT)
    return in_state(request, uuid, ReportState.DRAFT, ReportState.OFFERED, ReportState.ISSUED)


def _section(report: Report, code: str) -> Section:
    section = report.sections.filter(code=code).first()
    if section is None:
        raise Http404
    return section


