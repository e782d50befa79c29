"""Requests about own data: asking one, the list of the privacy officer, and one page for both."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest, UserRequest
from accounts.models import Membership
from audit import own_data as data
from keyfigures.actions import rights as actions
from keyfigures.forms.rights import AnswerForm, AskForm, LongerForm
from keyfigures.models.rights import DataRequest, Right
from keyfigures.presentation import rights as words_of
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.own_data import own_data_page, person_of
from keyfigures.views.steps import press, take

VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("Nobody waits for an answer about her data."), narrow=lambda rows: rows.open()),
    View(name="klaar", label=gettext_lazy("Answered"), empty=gettext_lazy("Nothing is answered yet."), narrow=lambda rows: rows.answered()),
)
DONE = {
    Right.CORRECT: pgettext_lazy("about own data", "Your request is sent."),
    Right.OBJECT: gettext_lazy("Your objection is sent."),
    Right.STOP: gettext_lazy("Your request is sent. If you are a key figure, you pause from now on."),
    Right.DELETE: gettext_lazy("Your request is sent. What you chose to tell is erased."),
}


@require_http_methods(["GET", "POST"])
@own_data_page
def data_request_new(request: UserRequest, member: Membership, slug: str) -> HttpResponse:
    """On a page of its own: what happens at once, by when she gets an answer, and what must stay."""
    right = words_of.right_of(slug)
    if right is None:
        raise Http404
    show = partial(_show_new, request, member, right)
    if request.method == "GET":
        return show(form=AskForm(right=right))
    act = partial(actions.ask, member, right=right, at=timezone.now())
    to = reverse("keyfigures:own_data") + "#asked"
    return take(request, AskForm(request.POST, right=right), act, show=show, afterwards=DONE[right], to=to)


def _show_new(request: UserRequest, member: Membership, right: Right, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    slug, title, _text, _icon = words_of.RIGHTS[right]
    found_groups = data.collect(person_of(member), today=timezone.localdate(), rows=1).groups if right == Right.DELETE else []
    context = {"form": form, "problem": problem, "right": right, "slug": slug, "title": title, **words_of.what_goes(found_groups)}
    return render(request, "keyfigures/data_request_new.html", context, status=status)


@require_GET
@network_page("keyfigures.data_requests")
def data_request_list(request: MemberRequest) -> HttpResponse:
    """For the privacy officer: who waits for an answer about her own data, oldest first."""
    view, at = lists.chosen(request, VIEWS), timezone.now()
    rows = view.narrow(DataRequest.objects.visible_to(request.member).exclude(member=request.member).with_people())
    page = lists.page_of(request, rows, moment="at", oldest_first=view == VIEWS[0])
    context = {"rows": words_of.lines(page.rows, at=at), "page": page, "view": view, "views": lists.links(request, VIEWS)}
    return render(request, "keyfigures/data_request_list.html", context)


@require_GET
@own_data_page
def data_request_detail(request: UserRequest, member: Membership, uuid: UUID) -> HttpResponse:
    return _show(request, member, _found(member, uuid))


@require_POST
@network_page("keyfigures.data_requests")
def data_request_answer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request.member, uuid)
    act = partial(actions.answer, row, by=request.member, at=timezone.now())
    show = partial(_show_again, request, row, "answer")
    return take(request, AnswerForm(request.POST, right=row.right), act, show=show, afterwards=_("Your answer is sent."), to=_url(uuid))


@require_POST
@network_page("keyfigures.data_requests")
def data_request_longer(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _found(request.member, uuid)
    act = partial(actions.extend, row, by=request.member, at=timezone.now())
    show = partial(_show_again, request, row, "longer")
    return take(request, LongerForm(request.POST), act, show=show, afterwards=_("The new day is told."), to=_url(uuid))


@require_POST
@own_data_page
def data_request_withdraw(request: UserRequest, member: Membership, uuid: UUID) -> HttpResponse:
    row = found(DataRequest.objects.filter(member=member), uuid)
    act = partial(actions.withdraw, row, by=member, at=timezone.now())

    def show(*, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ARG001  as `take` calls it
        return _show(request, member, _found(member, uuid), problem=problem, status=status)

    return press(request, act, show=show, afterwards=_("You took your request back."), to=reverse("keyfigures:own_data"))


def _show_again(request: MemberRequest, row: DataRequest, name: str, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    """As it is now. What was typed in a form that came too late stands with the reason."""
    typed = str(form.cleaned_data.get("text") or form.cleaned_data.get("reason") or "") if problem else ""
    bound = {name: form}
    return _show(request, request.member, _found(request.member, row.uuid), bound=bound, problem=problem, typed=typed, status=status)


def _show(
    request: UserRequest, member: Membership, row: DataRequest, *, bound: dict[str, forms.Form] | None = None, problem: str = "", typed: str = "",
    status: int = 200,
) -> HttpResponse:
    is_own = row.member_id == member.pk
    answers = row.answered_at is None and not is_own
    possible = {"answer": AnswerForm(right=row.right), **({} if row.extended_at else {"longer": LongerForm()})} if answers else {}
    context = {
        "row": row,
        "line": words_of.line(row, at=timezone.now()),
        "is_own": is_own,
        "forms": {**possible, **{name: form for name, form in (bound or {}).items() if name in possible}},
        "problem": problem,
        "typed": typed,
    }
    return render(request, "keyfigures/data_request_detail.html", context, status=status)


def _found(member: Membership, uuid: UUID) -> DataRequest:
    return found(DataRequest.objects.visible_to(member).with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("keyfigures:data_request_detail", args=[uuid])


