"""Improvements: all of them, a new one, and one that is changed, given to somebody else, done or dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from accounts.models import Membership, Municipality
from evaluations import deadlines
from evaluations.actions import improvement as actions
from evaluations.forms.improvement import ChangeImprovementForm, DoneForm, DropForm, NewImprovementForm
from evaluations.kinds import ActionState
from evaluations.models.evaluation import Evaluation
from evaluations.models.improvement import Improvement
from evaluations.presentation import improvement as words_of
from keyfigures.forms.giving import GiveForm
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import take
from terms.calendar import calendar_of
from terms.days import local_date

VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("No improvement is open."), narrow=lambda rows: rows.in_state(ActionState.OPEN)),
    View(name="gedaan", label=gettext_lazy("Done"), empty=gettext_lazy("No improvement is done yet."), narrow=lambda rows: rows.in_state(ActionState.DONE)),
    View(
        name="niet", label=gettext_lazy("Not done"), empty=gettext_lazy("No improvement was dropped."),
        narrow=lambda rows: rows.in_state(ActionState.DROPPED),
    ),
)


@require_GET
@network_page(*words_of.READERS)
def improvement_list(request: MemberRequest) -> HttpResponse:
    """Newest first. A constant number of statements."""
    at, view = timezone.now(), lists.chosen(request, VIEWS)
    page = lists.page_of(request, view.narrow(Improvement.objects.visible_to(request.member).with_people()), moment="made_at")
    count = words_of.open_now(request.member)
    context = {
        "rows": words_of.rows_of(page.rows, today=local_date(at), named=True),
        "page": page,
        "view": view,
        "views": lists.links(request, VIEWS),
        "title": words_of.list_title(count),
        "warning": words_of.too_many(count),
    }
    return render(request, "evaluations/improvement_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def improvement_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """`?vraag=` chooses the question from which it follows."""
    evaluation, at = _evaluation(request, uuid), timezone.now()
    show = partial(_show_new, request, evaluation)
    if request.method == "GET":
        return show(form=_new_form(request, evaluation))
    act = partial(actions.begin, evaluation, by=request.member, at=at)
    return take(request, _new_form(request, evaluation, request.POST), act, show=show, afterwards=_("The improvement stands on the list."), to=words_of.url_of)


@require_GET
@network_page(*words_of.READERS)
def improvement_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def improvement_change(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row, at = _found(request, uuid), timezone.now()
    show = partial(_show_change, request, row)
    if request.method == "GET":
        return show(form=_change_form(row)) if row.state == ActionState.OPEN else _show(request, uuid)
    act = partial(actions.change, row, by=request.member, at=at)
    return take(request, _change_form(row, request.POST), act, show=show, afterwards=_("It is changed."), to=words_of.url_of(row))


@require_POST
@network_page(*words_of.READERS)
def improvement_give(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _acted_on(request, uuid)
    form = GiveForm(request.POST, owners=owners_of(row.municipality))
    return _take(request, row, form, actions.give, _("It is given to somebody else."))


@require_POST
@network_page(*words_of.READERS)
def improvement_done(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _acted_on(request, uuid), DoneForm(request.POST), actions.finish, _("It is done. Thank you."))


@require_POST
@network_page(*words_of.READERS)
def improvement_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _take(request, _acted_on(request, uuid), DropForm(request.POST), actions.drop, _("It is not done. Why stands with it."))


def owners_of(municipality: Municipality) -> list[Membership]:
    """Who can do an improvement. One statement."""
    return list(Membership.objects.to_choose(actions.OWNS, municipality=municipality, on=timezone.localdate()))


def _take(request: MemberRequest, row: Improvement, form: forms.Form, act: Callable[..., Any], afterwards: str) -> HttpResponse:
    step = partial(act, row, by=request.member, at=timezone.now())
    return take(request, form, step, show=partial(_show, request, row.uuid), afterwards=afterwards, to=words_of.url_of(row))


def _show(request: MemberRequest, uuid: UUID, *, form: Any = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ANN401
    row = _found(request, uuid)
    is_open, manages = row.state == ActionState.OPEN, request.member.may("evaluations.manage")
    empty = {"done_form": DoneForm(), "drop_form": DropForm(), "give_form": GiveForm(owners=owners_of(row.municipality))} if is_open else {}
    posted = {name: form for name, each in empty.items() if type(each) is type(form)}
    context = {
        "row": row,
        "hero": words_of.hero(row, reader=request.member, today=timezone.localdate()),
        "question": words_of.question_of(row),
        "is_own": row.owner_id == request.member.pk,
        "may_change": is_open and manages,
        "problem": problem,
        "typed": form.cleaned_data.get("outcome", "") if problem and form is not None else "",
        **(empty | posted if manages or row.owner_id == request.member.pk else {}),
    }
    return render(request, "evaluations/improvement_detail.html", context, status=status)


def _show_new(request: MemberRequest, evaluation: Evaluation, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    warning = words_of.too_many(words_of.open_now(request.member) + 1)
    context = {"evaluation": evaluation, "form": form, "problem": problem, "warning": warning, "may_begin": actions.may_begin(evaluation)}
    return render(request, "evaluations/improvement_new.html", context, status=status)


def _show_change(request: MemberRequest, row: Improvement, *, form: ChangeImprovementForm, problem: str = "", status: int = 200) -> HttpResponse:
    """What she typed stays, with what a colleague made of it meanwhile beside it."""
    row = _found(request, row.uuid)
    if problem:
        form.bring_up_to(row.edits)
    context = {"row": row, "form": form, "problem": problem, "is_fixed": actions.is_fixed(row)}
    return render(request, "evaluations/improvement_change.html", context, status=status)


def _new_form(request: MemberRequest, evaluation: Evaluation, *posted: Any) -> NewImprovementForm:  # noqa: ANN401  what was posted
    today, calendar = timezone.localdate(), calendar_of(request.member.municipality)
    days = calendar.working_days(deadlines.IMPROVEMENT, deadlines.WORKING_DAYS[deadlines.IMPROVEMENT])
    initial = {"due_on": calendar.add(today, days), "identity": request.GET.get("vraag", "")}
    questions, owners = words_of.question_choices(evaluation), owners_of(request.member.municipality)
    return NewImprovementForm(*posted, questions=questions, owners=owners, first=today, today=today, initial=initial)


def _change_form(row: Improvement, *posted: Any) -> ChangeImprovementForm:  # noqa: ANN401  what was posted
    questions, today = words_of.question_choices(row.evaluation), timezone.localdate()
    return ChangeImprovementForm(*posted, row=row, is_fixed=actions.is_fixed(row), questions=questions, today=today)


def _evaluation(request: MemberRequest, uuid: UUID) -> Evaluation:
    return found(Evaluation.objects.visible_to(request.member, today=timezone.localdate()).with_all(), uuid)


def _found(request: MemberRequest, uuid: UUID) -> Improvement:
    return found(Improvement.objects.visible_to(request.member).with_people(), uuid)


def _acted_on(request: MemberRequest, uuid: UUID) -> Improvement:
    """By who does it, or who plans evaluations; to others this step does not exist."""
    row = _found(request, uuid)
    if row.owner_id != request.member.pk and not request.member.may("evaluations.manage"):
        raise Http404
    return row
