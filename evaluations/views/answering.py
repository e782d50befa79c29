"""Answering: one page of questions at a time, kept for this device only; a look at all of it; send, once.

No log-in, no session, no log: who answers is in a cookie of her device (evaluations.views.opened_answers).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from evaluations.actions import NotPossible, draft, link, sheet
from evaluations.forms.answers import PageForm, name_of
from evaluations.models.sheet import Participant
from evaluations.presentation import answering as words_of
from evaluations.presentation.answering import Sitting
from evaluations.sheets import items_of
from evaluations.views import opened_answers
from keyfigures.views.doors import public_page

P = ParamSpec("P")
AnswerView = Callable[Concatenate[HttpRequest, Sitting, P], HttpResponse]
View = Callable[..., HttpResponse]


def answering_page(view: AnswerView[P]) -> View:
    """For who opened her link or code on this device, as long as she can answer. Others read why not."""

    @wraps(view)
    def guarded(request: HttpRequest, /, uuid: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        row = opened_answers.opened(request, uuid)
        if row is None:
            return over(request)
        version = words_of.version_of(row)
        if version is None or not words_of.can_answer(row, timezone.now()):
            return _ended(request, row)
        key = opened_answers.key_of(request, row)
        begun = draft.load(key) if key else {}
        return view(request, words_of.sitting_of(row, version, answers=begun, language=opened_answers.language(request)), *args, **kwargs)

    return login_not_required(never_cache(sensitive_post_parameters()(guarded)))


@require_GET
@answering_page
def answer_begin(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """What is asked, and why nobody can see who answered what."""
    chosen = request.GET.get("taal", "")
    if chosen:
        response = redirect(request.path)
        opened_answers.choose_language(response, sitting.row.evaluation, chosen)
        return response
    return _page(request, sitting, "evaluations/answer_begin.html", {"page": words_of.beginning(sitting, at=timezone.now())})


@require_http_methods(["GET", "POST"])
@answering_page
def answer_page(request: HttpRequest, sitting: Sitting, number: int) -> HttpResponse:
    """One page of questions. What is right is kept at once, also when something else is not."""
    page = sitting.page(number)
    if page is None:
        return _not_asked(sitting, number)
    form = PageForm(*([request.POST] if request.method == "POST" else []), page=page, given=sitting.answers, language=sitting.language.code)
    if request.method == "GET":
        return _show(request, sitting, number, form)
    is_right = form.is_valid()
    changed = {identity: answer for identity, answer in form.answers().items() if name_of(identity) not in form.errors}
    after = words_of.sitting_of(sitting.row, sitting.version, answers={**sitting.answers, **changed}, language=sitting.language.code)
    going_back = request.POST.get("go") == "back"
    response = redirect(_target(request, after, number)) if is_right or going_back else _show(request, after, number, form, status=400)
    key = opened_answers.key_of(request, sitting.row) or opened_answers.new_key(response, sitting.row)
    draft.save(key, sitting.row, answers=after.answers, items=items_of(sitting.pages))
    return response


@require_http_methods(["GET", "POST"])
@answering_page
def answer_check(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """All answers on one page; then send. No message is kept, nor anything in the log: a page of its own says thanks."""
    if request.method == "GET":
        return _check(request, sitting)
    if words_of.problem(sitting):
        return _check(request, sitting, problem=words_of.problem(sitting), status=400)
    if request.POST.get("version") != str(sitting.version.uuid):
        return _check(request, sitting, problem=words_of.other_questions(), status=409)
    key = opened_answers.key_of(request, sitting.row)
    try:
        sheet.send(sitting.row, version_pk=sitting.version.pk, answers=sitting.answers, draft=key.uuid if key else None, at=timezone.now())
    except NotPossible:
        return _ended(request, Participant.objects.with_evaluation().get(pk=sitting.row.pk))
    return redirect("evaluations:answer_thanks", uuid=sitting.row.evaluation.uuid)


@login_not_required
@never_cache
@require_GET
def answer_thanks(request: HttpRequest, uuid: UUID) -> HttpResponse:
    row = opened_answers.opened(request, uuid)
    if row is None:
        return over(request)
    if not row.has_answered:
        return redirect("evaluations:answer_begin", uuid=uuid)
    return public_page(request, row.municipality, "evaluations/answer_thanks.html", {"sentence": words_of.thanks(row, at=timezone.now())})


@login_not_required
@never_cache
@require_POST
def answer_not_me(request: HttpRequest, uuid: UUID) -> HttpResponse:
    row = opened_answers.opened(request, uuid)
    if row is None:
        return over(request)
    link.stop(row, at=timezone.now())
    response = public_page(request, row.municipality, "meetings/invitation_not_me.html", {})
    opened_answers.forget(response, row.evaluation)
    return response


def over(request: HttpRequest) -> HttpResponse:
    """One page for unknown and stopped: it tells a stranger nothing, and her what to do."""
    return render(request, "evaluations/answer_over.html", status=410)


def _ended(request: HttpRequest, row: Participant) -> HttpResponse:
    """A second time it says that it is done, and changes nothing."""
    page = words_of.ended(row)
    status = 409 if request.method == "POST" else 200 if page.is_done else 410
    return public_page(request, row.municipality, "evaluations/answer_ended.html", {"page": page}, status=status)


def _not_asked(sitting: Sitting, number: int) -> HttpResponse:
    """A page that an earlier answer took away leads on; one that never was is not found."""
    if not 1 <= number <= len(sitting.pages):
        raise Http404
    return redirect(sitting.url_after(number))


def _target(request: HttpRequest, sitting: Sitting, number: int) -> str:
    go = request.POST.get("go")
    if go == "back":
        return sitting.url_before(number)
    return sitting.check_url if go == "check" else sitting.url_after(number)


def _show(request: HttpRequest, sitting: Sitting, number: int, form: PageForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "step": words_of.step(sitting, number), "to_check": "wijzig" in request.GET or request.POST.get("go") == "check"}
    return _page(request, sitting, "evaluations/answer_page.html", context, status=status)


def _check(request: HttpRequest, sitting: Sitting, *, problem: str = "", status: int = 200) -> HttpResponse:
    context = {"parts": words_of.parts(sitting), "problem": problem, "back_url": sitting.url_before(len(sitting.pages) + 1)}
    return _page(request, sitting, "evaluations/answer_check.html", context, status=status)


def _page(request: HttpRequest, sitting: Sitting, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    around = {"evaluation": sitting.row.evaluation, "version": sitting.version, "spoken": sitting.language, "row": sitting.row}
    return public_page(request, sitting.row.municipality, template, {**around, **context}, status=status)
