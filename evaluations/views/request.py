"""The request for an effect evaluation: written on one page, finished, and taken along as PDF or ODT."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations import known_data
from evaluations.actions import request as acts
from evaluations.forms.request import RequestForm
from evaluations.kinds import Kind, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.request import EffectRequest
from evaluations.presentation import request as words_of
from evaluations.views import evaluation as page
from evaluations.views.doors import opened
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take
from ui import papers


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def request_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = opened(request, uuid, kind=Kind.EFFECT)
    to = reverse("evaluations:evaluation_detail", args=[uuid])
    show = partial(_show_form, request, evaluation)
    if request.method == "GET":
        return show() if evaluation.state in {State.PLANNED, State.OPEN} else redirect(to)
    form = RequestForm(request.POST, kept=_kept(evaluation))
    act = partial(acts.save, evaluation, by=request.member, at=timezone.now())
    return take(request, form, act, show=show, afterwards=_("The request is saved."), to=to)


@require_POST
@network_page("evaluations.manage")
def request_finish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(acts.finish, opened(request, uuid, kind=Kind.EFFECT), by=request.member, at=timezone.now())
    afterwards = _("The request is finished. Send it to bureaus, and tell the network about it.")
    to = reverse("evaluations:evaluation_detail", args=[uuid])
    return press(request, act, show=partial(_show_page, request, uuid), afterwards=afterwards, to=to)


@require_GET
@network_page("evaluations.manage", "evaluations.results")
def request_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The names of the files say nothing about the evaluation."""
    content = papers.pdf_of(words_of.paper(_read(request, uuid), at=timezone.now()))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="aanvraag.pdf"'})


@require_GET
@network_page("evaluations.manage", "evaluations.results")
def request_odt(request: MemberRequest, uuid: UUID) -> HttpResponse:
    content = papers.odt_of(words_of.paper(_read(request, uuid), at=timezone.now()))
    return HttpResponse(content, content_type=papers.ODT, headers={"Content-Disposition": 'attachment; filename="aanvraag.odt"'})


def _read(request: MemberRequest, uuid: UUID) -> Evaluation:
    evaluation = opened(request, uuid, kind=Kind.EFFECT)
    if not words_of.may_read(evaluation, request.member):
        raise Http404
    return evaluation


def _kept(evaluation: Evaluation) -> EffectRequest | None:
    return EffectRequest.objects.filter(evaluation=evaluation).first()


def _show_form(request: MemberRequest, evaluation: Evaluation, *, form: RequestForm | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    """Written by a colleague meanwhile: both texts beside each other."""
    kept, differences = _kept(evaluation), []
    if form is None:
        form = RequestForm(kept=kept)
    elif problem and kept is not None:
        differences = words_of.differences(kept, form.answers()["texts"])
        form.bring_up_to(kept.edits)
    context = {
        "evaluation": evaluation, "form": form, "problem": problem, "differences": differences,
        "data": known_data.counted(evaluation.municipality), "never_kept": known_data.never_kept(),
    }
    return render(request, "evaluations/request_edit.html", context, status=status)


def _show_page(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    return page.show(request, uuid, problem=problem, status=status)
