"""Lists of questions: which there are, a new one, one of ours, a copy, and what becomes of a list."""

from functools import partial
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import questionnaire as actions
from evaluations.actions import version as version_actions
from evaluations.forms.questionnaire import ListForm, TakeOverForm, TitleForm
from evaluations.models.questionnaire import Questionnaire, Version
from evaluations.presentation import questionnaire as words_of
from evaluations.shipped import BY_CODE, ShippedList
from evaluations.versions import pages_of_shipped
from evaluations.views.drafts import MANAGE, url_of
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take

VIEWS = (
    View(
        name="gebruik", label=gettext_lazy("In use"), empty=gettext_lazy("There are no lists yet. Begin with one of ours."),
        narrow=lambda rows: rows.in_use(),
    ),
    View(name="weg", label=gettext_lazy("Put away"), empty=gettext_lazy("No list is put away."), narrow=lambda rows: rows.put_away()),
)


@require_GET
@network_page(MANAGE)
def questionnaire_list(request: MemberRequest) -> HttpResponse:
    """Lists of the municipality, and those of ours that it did not take over yet."""
    at, view, visible = timezone.now(), lists.chosen(request, VIEWS), Questionnaire.objects.visible_to(request.member)
    page = lists.page_of(request, view.narrow(visible).with_versions(), moment="made_at")
    context = {
        "rows": words_of.rows(page.rows, at=at), "page": page, "view": view, "views": lists.links(request, VIEWS),
        "shipped": words_of.not_taken_over(visible.exclude(shipped="").values_list("shipped", flat=True)) if view is VIEWS[0] else [],
    }
    return render(request, "evaluations/questionnaire_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def questionnaire_new(request: MemberRequest) -> HttpResponse:
    show = partial(_show_new, request)
    if request.method == "GET":
        return show(form=ListForm())
    act = partial(actions.make, by=request.member, at=timezone.now())
    return take(request, ListForm(request.POST), act, show=show, afterwards=_("The list is there. Now write its questions."), to=_newest_url)


@require_GET
@network_page(MANAGE)
def questionnaire_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _show(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def questionnaire_copy(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Of its newest version, also when that is a draft."""
    questionnaire = _found(request, uuid)
    show = partial(_show_copy, request, questionnaire)
    if request.method == "GET":
        return show(form=ListForm(initial={"title": _("Copy of %(title)s") % {"title": questionnaire.title[:100]}, "use": questionnaire.use}))
    act = partial(actions.copy, _newest(questionnaire), by=request.member, at=timezone.now())
    return take(request, ListForm(request.POST), act, show=show, afterwards=_("The copy is there, as a draft."), to=_newest_url)


@require_POST
@network_page(MANAGE)
def questionnaire_rename(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.rename, _found(request, uuid), by=request.member)
    return take(request, TitleForm(request.POST), act, show=partial(_show, request, uuid), afterwards=_("The list has its new name."), to=_url(uuid))


@require_POST
@network_page(MANAGE)
def questionnaire_put_away(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.put_away, _found(request, uuid), by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("The list is put away. Nobody can choose it now."), to=_url(uuid))


@require_POST
@network_page(MANAGE)
def questionnaire_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(actions.take_back, _found(request, uuid), by=request.member)
    return press(request, act, show=partial(_show, request, uuid), afterwards=_("The list is in use again."), to=_url(uuid))


@require_POST
@network_page(MANAGE)
def version_begin(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Who begins while a draft is there goes on with that."""
    questionnaire = _found(request, uuid)
    act = partial(version_actions.begin, questionnaire, by=request.member, at=timezone.now())
    return take(request, forms.Form({}), act, show=partial(_show, request, uuid), afterwards=_("The new version is a draft. Change what you want."), to=url_of)


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def shipped_detail(request: MemberRequest, slug: str) -> HttpResponse:
    """A list of ours, to read and to take over."""
    shipped = _shipped(slug)
    show = partial(_show_shipped, request, shipped)
    if request.method == "GET":
        return show(form=TakeOverForm())
    act = partial(actions.take_over, shipped, by=request.member, at=timezone.now())
    return take(request, TakeOverForm(request.POST), act, show=show, afterwards=_("The list is yours now, as a draft. Change what you want."), to=_newest_url)


def _show(request: MemberRequest, uuid: UUID, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    questionnaire, at = _found(request, uuid), timezone.now()
    versions = words_of.versions(questionnaire, at=at)
    context = {
        "questionnaire": questionnaire, "state": words_of.state_of(questionnaire, at=at), "versions": versions, "problem": problem,
        "draft": next((each for each in versions if each.is_draft), None),
        "form": form if isinstance(form, TitleForm) else TitleForm(initial={"title": questionnaire.title}), "is_renaming": isinstance(form, TitleForm),
    }
    return render(request, "evaluations/questionnaire_detail.html", context, status=status)


def _show_new(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "evaluations/questionnaire_new.html", {"form": form, "problem": problem}, status=status)


def _show_copy(request: MemberRequest, questionnaire: Questionnaire, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "evaluations/questionnaire_copy.html", {"questionnaire": questionnaire, "form": form, "problem": problem}, status=status)


def _show_shipped(request: MemberRequest, shipped: ShippedList, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "title": words_of.title_of(shipped), "size": words_of.size_of(shipped), "form": form, "problem": problem, "code": shipped.code,
        "sections": words_of.of_pages(pages_of_shipped(shipped)),
        "taken": Questionnaire.objects.visible_to(request.member).filter(shipped=shipped.code).first(),
    }
    return render(request, "evaluations/shipped_detail.html", context, status=status)


def _shipped(code: str) -> ShippedList:
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def _found(request: MemberRequest, uuid: UUID) -> Questionnaire:
    return found(Questionnaire.objects.visible_to(request.member).select_related("municipality").with_versions(), uuid)


def _newest(questionnaire: Questionnaire) -> Version:
    return words_of.newest_first(questionnaire)[0]


def _newest_url(questionnaire: Questionnaire) -> str:
    return url_of(_newest(questionnaire))


def _url(uuid: UUID) -> str:
    return reverse("evaluations:questionnaire_detail", args=[uuid])
