"""Planning an evaluation, changing it, saying that it is ready, and cancelling it; and how often each kind is held. For who holds evaluations."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import planning as actions
from evaluations.actions import rhythm
from evaluations.forms.evaluation import CancelForm, EvaluationForm, MonthsForm
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.presentation import planning as words_of
from evaluations.presentation.year import months_ahead
from evaluations.views.evaluation import opened
from evaluations.views.evaluation import show as show_evaluation
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take
from terms.days import local_date

KIND = "soort"  # name in the address: which kind is chosen already


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def evaluation_new(request: MemberRequest) -> HttpResponse:
    show = partial(_show_form, request)
    if request.method == "GET":
        kind = request.GET.get(KIND, "")
        return show(form=_form(request, initial={"kind": kind} if kind in Kind.values else {}))
    act = partial(actions.plan, by=request.member, at=timezone.now())
    return take(request, _form(request), act, show=show, afterwards=_("The evaluation is planned. Nobody is asked anything yet."), to=_url_of)


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def evaluation_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = opened(request, uuid)
    if request.method == "GET" and evaluation.state != State.PLANNED:
        return redirect(_url_of(evaluation))
    show = partial(_show_form, request, uuid=uuid)
    if request.method == "GET":
        return show(form=_form(request, evaluation=evaluation))
    act = partial(actions.change, evaluation, by=request.member, at=timezone.now())
    return take(request, _form(request, evaluation=evaluation), act, show=show, afterwards=_("The evaluation is changed."), to=_url_of)


@require_POST
@network_page("evaluations.manage")
def evaluation_prepared(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = opened(request, uuid)
    act = partial(actions.prepared, evaluation, by=request.member, at=timezone.now())
    afterwards = _("Good. It opens by itself on its first day.") if evaluation.kind == Kind.SURVEY else _("Good. You can begin on its first day.")
    return press(request, act, show=partial(_show_problem, request, uuid), afterwards=afterwards, to=_url_of(evaluation))


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def evaluation_cancel(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because answers that came in are lost and everybody who was asked is told."""
    evaluation = opened(request, uuid)
    if request.method == "GET" and evaluation.state not in {State.PLANNED, State.OPEN}:
        return redirect(_url_of(evaluation))
    show = partial(_show_cancel, request, uuid)
    if request.method == "GET":
        return show(form=CancelForm())
    act = partial(actions.cancel, evaluation, by=request.member, at=timezone.now())
    return take(request, CancelForm(request.POST), act, show=show, afterwards=_("The evaluation is cancelled."), to=_url_of(evaluation))


@require_GET
@network_page("evaluations.manage", "evaluations.results")
def evaluation_calendar(request: MemberRequest) -> HttpResponse:
    """When each kind was held last and comes again, and the next twelve months. What is planned opens only for who holds evaluations."""
    at, here, opens = timezone.now(), request.municipality, request.member.may("evaluations.manage")
    coming = list(Evaluation.objects.filter(municipality=here).coming().select_related("municipality").order_by("opens_on"))
    standings, ready = rhythm.standings_of(here), rhythm.ready_on(here, at)
    lines = words_of.calendar_lines(standings, {each.kind: each for each in coming}, opens=opens, ready=ready, today=local_date(at))
    months = months_ahead(here, coming, standings, opens=opens, ready=ready, at=at)
    return render(request, "evaluations/evaluation_calendar.html", {"lines": lines, "months": months, "may_manage": opens})


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def rhythm_settings(request: MemberRequest) -> HttpResponse:
    months, show = rhythm.months_of(request.municipality), partial(_show_settings, request)
    if request.method == "GET":
        return show(form=MonthsForm(months=months))
    act = partial(rhythm.set_months, by=request.member)
    afterwards = _("This is how often you want to evaluate from now on.")
    return take(request, MonthsForm(request.POST, months=months), act, show=show, afterwards=afterwards, to=reverse("evaluations:evaluation_calendar"))


def _show_settings(request: MemberRequest, *, form: MonthsForm, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "evaluations/rhythm_settings.html", {"form": form, "problem": problem}, status=status)


def _show_form(request: MemberRequest, *, form: EvaluationForm, uuid: UUID | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    """Changed by a colleague: what she typed, to send once more. Open or over meanwhile: the page as it is."""
    evaluation = opened(request, uuid) if uuid else None
    if evaluation is not None and problem and evaluation.state != State.PLANNED:
        return show_evaluation(request, evaluation.uuid, problem=problem, status=status)
    if evaluation is not None and problem:
        form.bring_up_to(evaluation.edits)
    return render(request, "evaluations/evaluation_form.html", {"form": form, "evaluation": evaluation, "problem": problem}, status=status)


def _show_cancel(request: MemberRequest, uuid: UUID, *, form: CancelForm, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return show_evaluation(request, uuid, problem=problem, status=status)
    evaluation = opened(request, uuid)
    context = {"evaluation": evaluation, "form": form, "is_open": evaluation.state == State.OPEN}
    return render(request, "evaluations/evaluation_cancel.html", context, status=status)


def _show_problem(request: MemberRequest, uuid: UUID, *, problem: str, status: int, **_form: object) -> HttpResponse:
    return show_evaluation(request, uuid, problem=problem, status=status)


def _form(request: MemberRequest, **more: Any) -> EvaluationForm:  # noqa: ANN401  what the form wants
    """Empty, or with what was posted. One statement, for the lists."""
    here = Version.objects.visible_to(request.member).published().filter(questionnaire__put_away_at=None)
    versions = here.select_related("questionnaire").order_by("questionnaire__title", "-number")
    return EvaluationForm(*([request.POST] if request.method == "POST" else []), today=local_date(timezone.now()), versions=versions, **more)


def _url_of(evaluation: Evaluation) -> str:
    return reverse("evaluations:evaluation_detail", args=[evaluation.uuid])
