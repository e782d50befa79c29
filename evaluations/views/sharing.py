""" "Dit hoorden wij, dit doen wij": written and looked at by who plans evaluations, read by who was asked and by all key figures."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import sharing as actions
from evaluations.forms.sharing import PublishForm, SharingForm
from evaluations.kinds import ActionState, State
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.presentation import sharing as words_of
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take

READERS = ("meetings.take_part", "evaluations.results")  # who takes part in the network; which rounds each reads, her rows say


@require_GET
@network_page(*READERS)
def shared_list(request: MemberRequest) -> HttpResponse:
    """What was done with the answers, newest first; what she waits for on top. A constant number of statements."""
    at, mine = timezone.now(), Evaluation.objects.told_to(request.member).with_all()
    page = lists.page_of(request, mine.shared(), moment="shared_at")
    waiting = [] if page.first_url else words_of.waiting_rows(mine.awaited(), at=at)
    context = {"waiting": waiting, "rows": words_of.shared_rows(page.rows, at=at), "page": page}
    return render(request, "evaluations/shared_list.html", context)


@require_GET
@network_page(*READERS)
def shared_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Before it is there: when it comes, and what became of the time before."""
    evaluation, at = found(Evaluation.objects.told_to(request.member).with_all(), uuid), timezone.now()
    is_there = evaluation.state == State.SHARED
    context = {
        "evaluation": evaluation,
        "hero": words_of.hero(evaluation, at=at),
        "told": words_of.told(evaluation, at=at) if is_there else None,
        "before": [] if is_there else words_of.before(evaluation, at=at),
    }
    return render(request, "evaluations/shared_detail.html", context)


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def sharing_write(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = _closed(request, uuid)
    if request.method == "GET":
        return redirect(words_of.url_of(evaluation)) if evaluation.state == State.SHARED else _write(request, uuid)
    act = partial(actions.write, evaluation, by=request.member)
    form = _form(evaluation, request.POST)
    return take(request, form, act, show=partial(_write, request, uuid), afterwards=_("It is kept. Nobody outside reads it yet."), to=_look_url(uuid))


@require_GET
@network_page("evaluations.manage")
def sharing_look(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """As everybody who was asked will read it."""
    return _look(request, uuid)


@require_POST
@network_page("evaluations.manage")
def sharing_publish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation = _closed(request, uuid)
    act = partial(actions.publish, evaluation, by=request.member, at=timezone.now())
    done, to = _("It is shared. Everybody who was asked hears of it."), words_of.url_of(evaluation)
    return take(request, PublishForm(request.POST), act, show=partial(_look, request, uuid), afterwards=done, to=to)


def _write(request: MemberRequest, uuid: UUID, *, form: SharingForm | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    """What was typed stays, with what a colleague made of it meanwhile beside it."""
    evaluation = _closed(request, uuid)
    if form is not None and problem:
        form.bring_up_to(evaluation.edits)
    context = {
        "evaluation": evaluation,
        "form": form or _form(evaluation),
        "is_few": actions.too_few_answered(evaluation),
        "may_write": actions.may_write(evaluation),
        "problem": problem,
    }
    return render(request, "evaluations/sharing_write.html", context, status=status)


def _look(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, form: forms.Form | None = None) -> HttpResponse:  # noqa: ARG001  nothing is typed here
    evaluation, at = _closed(request, uuid), timezone.now()
    if evaluation.state == State.SHARED and not problem:
        return redirect(words_of.url_of(evaluation))
    if not problem and not actions.is_written(evaluation):
        return redirect("evaluations:sharing_write", uuid=uuid)
    context = {
        "evaluation": evaluation,
        "told": words_of.told(evaluation, at=at),
        "form": PublishForm(initial={"version": evaluation.edits}) if evaluation.state == State.CLOSED else None,
        "problem": problem,
    }
    return render(request, "evaluations/sharing_look.html", context, status=status)


def _form(evaluation: Evaluation, *posted: object) -> SharingForm:
    rows = Improvement.objects.of_evaluation(evaluation).exclude(state=ActionState.DROPPED).for_list()
    return SharingForm(*posted, evaluation=evaluation, improvements=rows, has_results=not actions.too_few_answered(evaluation))


def _closed(request: MemberRequest, uuid: UUID) -> Evaluation:
    rows = Evaluation.objects.visible_to(request.member, today=timezone.localdate()).filter(state__in=[State.CLOSED, State.SHARED])
    return found(rows.with_all(), uuid)


def _look_url(uuid: UUID) -> str:
    return reverse("evaluations:sharing_look", args=[uuid])
