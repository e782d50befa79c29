"""Codes for who does not read mail: shown once, on the page that is printed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from evaluations.actions import NotPossible, code
from evaluations.forms.code_print import CodePrintForm
from evaluations.models.evaluation import Evaluation
from evaluations.models.sheet import Participant
from evaluations.presentation import code as words_of
from evaluations.views.evaluation import opened
from keyfigures.views.doors import network_page


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def code_print(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The same list whoever answered: nobody reads here who did."""
    evaluation = opened(request, uuid)
    people = list(Participant.objects.filter(evaluation=evaluation).for_names())
    form = CodePrintForm(request.POST if request.method == "POST" else None, people=people)
    if not form.is_valid():
        return _show(request, evaluation, form, status=400 if form.is_bound else 200)
    try:
        made = code.print_for(evaluation, by=request.member, at=timezone.now(), **form.answers())
    except NotPossible as problem:
        return _show(request, evaluation, form, problem=str(problem), status=409)
    context = {"evaluation": evaluation, "slips": words_of.slips(made), "address": words_of.address()}
    return render(request, "evaluations/code_printed.html", context)


def _show(request: MemberRequest, evaluation: Evaluation, form: CodePrintForm, *, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "evaluations/code_print.html", {"evaluation": evaluation, "form": form, "problem": problem}, status=status)
