"""One version of a list: written while it is a draft, read afterwards; its languages, publishing it, throwing a draft away."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from evaluations.actions import version as actions
from evaluations.forms.drafts import DraftForm
from evaluations.forms.questionnaire import LanguagesForm
from evaluations.models.questionnaire import Version
from evaluations.presentation import questionnaire as words_of
from evaluations.versions import pages_of
from evaluations.views.drafts import MANAGE, draft_page, url_of
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take


@require_GET
@network_page(MANAGE)
def version_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show(request, uuid)


@require_http_methods(["GET", "POST"])
@draft_page
def version_languages(request: MemberRequest, uuid: UUID) -> HttpResponse:
    version = _whole(request, uuid)
    shown = partial(_show_step, request, uuid, "languages")
    if request.method == "GET":
        return shown(form=LanguagesForm(version=version)) if version.published_at is None else redirect(url_of(version))
    act = partial(actions.speak, version, by=request.member)
    return take(request, LanguagesForm(request.POST, version=version), act, show=shown, afterwards=_("The languages are kept."), to=url_of(version))


@require_http_methods(["GET", "POST"])
@draft_page
def version_publish(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because it cannot be undone."""
    version = _whole(request, uuid)
    shown = partial(_show_step, request, uuid, "publish")
    if request.method == "GET":
        return shown(form=DraftForm(version=version)) if version.published_at is None else redirect(url_of(version))
    act = partial(actions.publish, version, by=request.member, at=timezone.now())
    afterwards = _("The version is published. It can be asked now, and never changes.")
    return take(request, DraftForm(request.POST, version=version), act, show=shown, afterwards=afterwards, to=url_of(version))


@require_http_methods(["GET", "POST"])
@draft_page
def version_drop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    version = _whole(request, uuid)
    shown, to = partial(_show_step, request, uuid, "drop"), reverse("evaluations:questionnaire_detail", args=[version.questionnaire.uuid])
    if request.method == "GET":
        return shown(form=DraftForm(version=version)) if version.published_at is None and version.number > 1 else redirect(url_of(version))
    act = partial(actions.drop, version, by=request.member)
    return take(request, DraftForm(request.POST, version=version), act, show=shown, afterwards=_("The draft is gone."), to=to)


def show(request: MemberRequest, uuid: UUID, *, problem: str = "", typed: str = "", status: int = 200, **_form: object) -> HttpResponse:
    """As it is now. Four statements, however many questions there are."""
    version = _whole(request, uuid)
    pages, use = pages_of(version), version.questionnaire.use
    context = {
        "version": version, "questionnaire": version.questionnaire, "is_draft": version.published_at is None, "problem": problem, "typed": typed,
        "sections": words_of.of_version(version, pages), "size": words_of.how_many([item for page in pages for item in page.items], use=use),
        "languages": words_of.languages_in_words(version), "not_translated": words_of.not_translated(version),
        "missing": actions.what_is_missing(version) if version.published_at is None else "",
    }
    return render(request, "evaluations/version_detail.html", context, status=status)


def _show_step(request: MemberRequest, uuid: UUID, step: str, *, form: DraftForm, problem: str = "", status: int = 200) -> HttpResponse:
    """A step of its own page. Published meanwhile: the version as it is."""
    version = _whole(request, uuid)
    if problem and version.published_at is not None:
        return show(request, uuid, problem=problem, status=status)
    if problem:
        form.bring_up_to(version.edits)
    context = {
        "version": version, "questionnaire": version.questionnaire, "form": form, "problem": problem, "missing": actions.what_is_missing(version),
        "not_translated": words_of.not_translated(version),
    }
    return render(request, f"evaluations/version_{step}.html", context, status=status)


def _whole(request: MemberRequest, uuid: UUID) -> Version:
    return found(Version.objects.visible_to(request.member).select_related("municipality").with_questions(), uuid)
