"""Answers on paper, typed in by a neutral person (a part in this evaluation, until a day). She sees codes, never names.

The code marks who answered, as sending by herself would; the sheet goes where all sheets go. Nothing says who typed it in.
"""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from evaluations.actions import NotPossible, sheet
from evaluations.flow import Page
from evaluations.forms.answers import PageForm
from evaluations.forms.paper import PaperCodeForm, answers_of, page_forms
from evaluations.models.evaluation import Evaluation
from evaluations.models.questionnaire import Version
from evaluations.presentation import paper as words_of
from evaluations.versions import pages_of
from evaluations.views.answer_entry import known_code, may_try_code, too_many_codes
from evaluations.views.evaluation import opened
from keyfigures.views.doors import network_page


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@network_page("evaluations.assist")
def paper(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One paper at a time, all questions on one page. Nothing is kept of a paper that is not sent."""
    evaluation = opened(request, uuid)
    version = _version_for_her(request, evaluation)
    typed = request.POST if request.method == "POST" else None
    form, pages = PaperCodeForm(typed), page_forms(pages_of(version), typed)
    show = partial(_show, request, evaluation, form, pages)
    if request.method == "GET":
        return show()
    if not all([form.is_valid(), *(each.is_valid() for _page, each in pages)]):
        return show(status=400)
    if not may_try_code(request):
        return show(problem=too_many_codes(), status=429)
    row = known_code(request, form, of=evaluation)
    if row is None:
        return show(status=400)
    try:
        sheet.send(row, version_pk=version.pk, answers=answers_of(pages), draft=None, at=timezone.now())
    except NotPossible as problem:
        return show(problem=str(problem), status=409)
    return redirect(f"{request.path}?binnen")


def _version_for_her(request: MemberRequest, evaluation: Evaluation) -> Version:
    """The questions to key figures; 404 without this part, or when nobody can answer."""
    at = timezone.now()
    if not words_of.may_type_in(evaluation, reader=request.member, at=at) or evaluation.questions is None:
        raise Http404
    return evaluation.questions


def _show(
    request: MemberRequest, evaluation: Evaluation, form: PaperCodeForm, pages: Sequence[tuple[Page, PageForm]], *, problem: str = "", status: int = 200,
) -> HttpResponse:
    context = {"evaluation": evaluation, "form": form, "pages": pages, "problem": problem, "is_in": "binnen" in request.GET and request.method == "GET"}
    return render(request, "evaluations/paper.html", context, status=status)
