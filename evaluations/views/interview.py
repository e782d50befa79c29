"""Themes of talks: written, changed and taken away by who holds the talks."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import interview as actions
from evaluations.forms.interview import ChangeThemeForm, NewThemeForm
from evaluations.models.evaluation import Evaluation
from evaluations.models.interview import InterviewTheme
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take


@require_http_methods(["GET", "POST"])
@network_page("evaluations.assist")
def theme_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation, at = _evaluation(request, uuid), timezone.now()
    show = partial(_show, request, evaluation)
    if request.method == "GET":
        return show(form=NewThemeForm())
    act = partial(actions.add, evaluation, by=request.member, at=at)
    return take(request, NewThemeForm(request.POST), act, show=show, afterwards=_("The theme is kept."), to=_url(evaluation))


@require_http_methods(["GET", "POST"])
@network_page("evaluations.assist")
def theme_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _theme(request, uuid)
    show = partial(_show, request, row.evaluation, row=row)
    if request.method == "GET":
        return show(form=ChangeThemeForm(row=row))
    act = partial(actions.change, row, by=request.member, at=timezone.now())
    return take(request, ChangeThemeForm(request.POST, row=row), act, show=show, afterwards=_("It is changed."), to=_url(row.evaluation))


@require_POST
@network_page("evaluations.assist")
def theme_remove(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _theme(request, uuid)
    act = partial(actions.remove, row, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, row.evaluation, row=row), afterwards=_("The theme is taken away."), to=_url(row.evaluation))


def _show(
    request: MemberRequest, evaluation: Evaluation, *, form: Any, row: InterviewTheme | None = None, problem: str = "", status: int = 200,  # noqa: ANN401
) -> HttpResponse:
    row = InterviewTheme.objects.filter(pk=row.pk).first() if row is not None else None
    if row is not None and problem and isinstance(form, ChangeThemeForm):
        form.bring_up_to(row.edits)
    shown = form if isinstance(form, (NewThemeForm, ChangeThemeForm)) else ChangeThemeForm(row=row) if row is not None else None
    context = {"evaluation": evaluation, "row": row, "form": shown, "problem": problem, "may_write": actions.may_write(evaluation)}
    return render(request, "evaluations/theme_form.html", context, status=status)


def _evaluation(request: MemberRequest, uuid: UUID) -> Evaluation:
    at = timezone.now()
    evaluation = found(Evaluation.objects.visible_to(request.member, today=timezone.localdate(at)).with_all(), uuid)
    if not actions.holds_talks(evaluation, request.member, at=at):
        raise Http404
    return evaluation


def _theme(request: MemberRequest, uuid: UUID) -> InterviewTheme:
    at = timezone.now()
    row = found(InterviewTheme.objects.visible_to(request.member, today=timezone.localdate(at)).with_evaluation(), uuid)
    if not actions.holds_talks(row.evaluation, request.member, at=at):
        raise Http404
    return row


def _url(evaluation: Evaluation) -> str:
    return reverse("evaluations:evaluation_detail", args=[evaluation.uuid])
