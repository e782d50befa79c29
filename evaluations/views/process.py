"""A process evaluation: step by step, all together, on paper, finished."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations import process_paper
from evaluations.actions import process as acts
from evaluations.forms.process import StepForm
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.process import ProcessStep
from evaluations.nine_steps import NUMBERS, step
from evaluations.presentation import process as words_of
from evaluations.views.doors import opened, worked_on
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take

WORKERS = ("evaluations.manage", "evaluations.assist")
READERS = (*WORKERS, "evaluations.results")


@require_http_methods(["GET", "POST"])
@network_page(*WORKERS)
def process_step(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    """Forward with the button, back with the links; a step that is written can be changed until it is finished."""
    if number not in NUMBERS:
        raise Http404
    evaluation, at = worked_on(request, uuid, kind=Kind.PROCESS), timezone.now()
    show = partial(_show_step, request, evaluation, number)
    if request.method == "GET":
        is_over = evaluation.state not in {State.PLANNED, State.OPEN}
        return redirect("evaluations:process_overview", uuid=uuid) if is_over else show()
    goes_on = request.POST.get("then") == "next" and number != NUMBERS[-1]
    to = reverse("evaluations:process_step", args=[uuid, number + 1]) if goes_on else reverse("evaluations:process_overview", args=[uuid])
    act = partial(acts.save, evaluation, number=number, by=request.member, at=at)
    form = StepForm(request.POST, step=_kept(evaluation, number))
    return take(request, form, act, show=show, afterwards=_("Step %(number)d is saved.") % {"number": number}, to=to)


@require_GET
@network_page(*READERS)
def process_overview(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show_overview(request, uuid)


@require_POST
@network_page("evaluations.manage")
def process_finish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(acts.finish, worked_on(request, uuid, kind=Kind.PROCESS), by=request.member, at=timezone.now())
    afterwards = _("The process evaluation is finished. Tell the network what came out of it.")
    to = reverse("evaluations:evaluation_detail", args=[uuid])
    return press(request, act, show=partial(_show_overview, request, uuid), afterwards=afterwards, to=to)


@require_GET
@network_page(*READERS)
def process_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The file name says nothing about the evaluation."""
    content = process_paper.pdf_of(_read(request, uuid), at=timezone.now())
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="procesevaluatie.pdf"'})


def _read(request: MemberRequest, uuid: UUID) -> Evaluation:
    """Who does the work reads it always; who may see results when it is finished. Somebody with another part in it reads nothing."""
    evaluation = opened(request, uuid, kind=Kind.PROCESS)
    if not _works_on(request, evaluation) and not (request.member.may("evaluations.results") and evaluation.state in {State.CLOSED, State.SHARED}):
        raise Http404
    return evaluation


def _works_on(request: MemberRequest, evaluation: Evaluation) -> bool:
    return Evaluation.objects.worked_on_by(request.member, today=timezone.localdate()).filter(pk=evaluation.pk).exists()


def _kept(evaluation: Evaluation, number: int) -> ProcessStep | None:
    return ProcessStep.objects.of_evaluation(evaluation).filter(number=number).first()


def _show_step(
    request: MemberRequest, evaluation: Evaluation, number: int, *, form: StepForm | None = None, problem: str = "", status: int = 200,
) -> HttpResponse:
    """Written by a colleague meanwhile: both texts beside each other."""
    kept, differences = _kept(evaluation, number), []
    if form is None:
        form = StepForm(step=kept)
    elif problem and kept is not None:
        differences = [{"label": _("What did you find?"), "theirs": kept.text, "yours": form.cleaned_data["text"]}]
        form.bring_up_to(kept.edits)
    context = {
        "evaluation": evaluation, "step": step(number), "form": form, "problem": problem, "differences": differences,
        "figures": words_of.figures(evaluation, number, kept, at=timezone.now()),
        "back": number - 1, "count": NUMBERS[-1], "is_last": number == NUMBERS[-1],
    }
    return render(request, "evaluations/process_step.html", context, status=status)


def _show_overview(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    evaluation, at = _read(request, uuid), timezone.now()
    is_open = evaluation.state in {State.PLANNED, State.OPEN}
    context = {
        "evaluation": evaluation, "problem": problem, "is_open": is_open,
        "steps": words_of.overview(evaluation, works=is_open and _works_on(request, evaluation), at=at),
        "may_finish": evaluation.state == State.OPEN and request.member.may("evaluations.manage"),
    }
    return render(request, "evaluations/process_overview.html", context, status=status)
