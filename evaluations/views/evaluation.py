"""The list of evaluations, and the page of one, to which each noun adds its part."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from evaluations.models.evaluation import Evaluation
from evaluations.presentation import code, improvement, interview, paper, participant, plan, planning, process, pulse, result, sharing
from evaluations.presentation import evaluation as words_of
from evaluations.presentation import request as requests
from evaluations.presentation.evaluation import Step
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.parts import Part, drawn
from terms.days import local_date

PERMISSIONS = ("evaluations.manage", "evaluations.results", "evaluations.assist")
HELD = View(name="klaar", label=gettext_lazy("Done"), empty=gettext_lazy("No evaluation was held yet."), narrow=lambda rows: rows.held())
VIEWS = (
    View(
        name="nu", label=gettext_lazy("Now and soon"), empty=gettext_lazy("No evaluation is open or planned at the moment."),
        narrow=lambda rows: rows.coming(),
    ),
    HELD,
    View(name="afgezegd", label=gettext_lazy("Cancelled"), empty=gettext_lazy("No evaluation was cancelled."), narrow=lambda rows: rows.cancelled()),
)
# In the order of the page. A noun adds its line here: below the head, and beside it. A part decides itself what this reader may see.
BELOW: tuple[Part, ...] = (
    Part("evaluations/evaluation/_result.html", result.section),
    Part("evaluations/evaluation/_plan.html", plan.section),
    Part("evaluations/evaluation/_process.html", process.section),
    Part("evaluations/evaluation/_request.html", requests.section),
    Part("evaluations/evaluation/_response.html", planning.response),
    Part("evaluations/evaluation/_by_itself.html", planning.by_itself),
    Part("evaluations/evaluation/_sharing.html", sharing.section),
    Part("evaluations/evaluation/_improvement.html", improvement.section),
    Part("evaluations/evaluation/_interview.html", interview.section),
)
BESIDE: tuple[Part, ...] = (
    Part("evaluations/evaluation/_planning.html", planning.section), Part("evaluations/evaluation/_participants.html", participant.section),
    Part("evaluations/evaluation/_guests.html", planning.guests),
)
# `step(evaluation, reader=…, at=…)` → Step or None. The first that is there is the main button, the others are quieter.
STEPS: tuple[Callable[..., Step | None], ...] = (
    planning.step, plan.step, process.step, requests.step, paper.step, sharing.step, interview.step, code.step,
)


@require_GET
@network_page(*PERMISSIONS)
def evaluation_list(request: MemberRequest) -> HttpResponse:
    """What opens first on top; what was held newest first. A constant number of statements."""
    at, view = timezone.now(), lists.chosen(request, VIEWS)
    evaluations = view.narrow(Evaluation.objects.visible_to(request.member, today=local_date(at)))
    page = lists.page_of(request, evaluations, moment="opens_on", oldest_first=view == VIEWS[0])
    context = {
        "rows": words_of.rows(page.rows, at=at),
        "page": page,
        "pulse": pulse.trend_for(request.member, at=at) if view == HELD and not page.first_url else None,
        "view": view,
        "views": lists.links(request, VIEWS),
        "may_manage": request.member.may("evaluations.manage"),
        "reads_results": request.member.may("evaluations.results"),
    }
    return render(request, "evaluations/evaluation_list.html", context)


@require_GET
@network_page(*PERMISSIONS)
def evaluation_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show(request, uuid)


def opened(request: MemberRequest, uuid: UUID) -> Evaluation:
    """The evaluation, when the reader may see it today; else it does not exist."""
    return found(Evaluation.objects.visible_to(request.member, today=local_date(timezone.now())).with_all(), uuid)


def show(request: MemberRequest, uuid: UUID, *, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401  for the templates of the parts
    """The page as it is now; `more` is what a step that went wrong has to say: `problem`, or the form of a part."""
    evaluation, at = opened(request, uuid), timezone.now()
    below, beside = (drawn(parts, evaluation, reader=request.member, at=at) for parts in (BELOW, BESIDE))
    steps = [step for each in STEPS if (step := each(evaluation, reader=request.member, at=at)) is not None]
    head = words_of.head(evaluation, reader=request.member, at=at)
    context = {"evaluation": evaluation, "head": head, "below": below, "beside": beside, "steps": steps, **more}
    return render(request, "evaluations/evaluation_detail.html", context, status=status)
