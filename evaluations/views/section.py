"""Parts of a draft: questions that stand on one page."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import section as actions
from evaluations.forms.drafts import DraftForm
from evaluations.forms.question import SectionForm
from evaluations.models.questionnaire import Section, Version
from evaluations.order import WAYS
from evaluations.presentation import question as words_of
from evaluations.views.drafts import draft_page, section_of, url_of, version_of
from evaluations.views.version import show as show_version
from keyfigures.views.steps import press, take


@require_http_methods(["GET", "POST"])
@draft_page
def section_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    version = version_of(request, uuid)
    show = partial(_show, request, version, section=None)
    if request.method == "GET":
        return show(form=SectionForm(version=version)) if version.published_at is None else redirect(url_of(version))
    act = partial(actions.add, version, by=request.member)
    to = partial(_place_of, version)
    return take(request, SectionForm(request.POST, version=version), act, show=show, afterwards=_("The part is there. Add questions to it."), to=to)


@require_http_methods(["GET", "POST"])
@draft_page
def section_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    section = section_of(request, uuid)
    version, show = section.version, partial(_show, request, section.version, section=section)
    if request.method == "GET":
        return show(form=SectionForm(version=version, section=section)) if version.published_at is None else redirect(url_of(version))
    act = partial(actions.change, section, by=request.member)
    form = SectionForm(request.POST, version=version, section=section)
    return take(request, form, act, show=show, afterwards=_("The part is changed."), to=_place_of(version, section))


@require_POST
@draft_page
def section_order(request: MemberRequest, uuid: UUID) -> HttpResponse:
    section, way = section_of(request, uuid), request.POST.get("way", "")
    if way not in WAYS:
        raise Http404
    act = partial(actions.move, section, by=request.member, way=way)
    show = partial(show_version, request, section.version.uuid)
    return press(request, act, show=show, afterwards=_("The order is changed."), to=_place_of(section.version, section))


@require_POST
@draft_page
def section_remove(request: MemberRequest, uuid: UUID) -> HttpResponse:
    section = section_of(request, uuid)
    act, show = partial(actions.remove, section, by=request.member), partial(show_version, request, section.version.uuid)
    return take(request, DraftForm(request.POST, version=section.version), act, show=show, afterwards=_("The part is gone."), to=url_of(section.version))


def _show(
    request: MemberRequest, version: Version, *, section: Section | None, form: SectionForm, problem: str = "", status: int = 200,
) -> HttpResponse:
    """Published meanwhile: the version as it is, with what she typed."""
    version, differences = version_of(request, version.uuid), []
    if problem and version.published_at is not None:
        return show_version(request, version.uuid, problem=problem, typed=words_of.typed(request.POST), status=status)
    if problem:
        form.bring_up_to(version.edits)
        differences = words_of.differences_of_section(section_of(request, section.uuid), form.answers()) if section else []
    context = {
        "version": version, "section": section, "form": form, "problem": problem, "differences": differences,
        "can_go": section is not None and not section.questions.exists(),
    }
    return render(request, "evaluations/section_form.html", context, status=status)


def _place_of(version: Version, section: Section) -> str:
    return url_of(version, section.uuid)
