"""What the pages of a draft share: how its rows are found, and what somebody sees when the draft is gone while she typed."""

from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from accounts.http import MemberRequest
from evaluations.models.questionnaire import Question, Questionnaire, Section, Version
from evaluations.presentation.question import typed
from keyfigures.views.doors import MemberView, P, View, found, network_page

MANAGE = "evaluations.manage"


def draft_page(view: MemberView[P]) -> View[P]:
    """For who plans evaluations. What was posted to a row that is gone is shown again with the reason, when its list is hers to see."""

    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return _gone(request)

    return network_page(MANAGE)(guarded)


def version_of(request: MemberRequest, uuid: UUID) -> Version:
    return found(Version.objects.visible_to(request.member).select_related("questionnaire", "municipality"), uuid)


def section_of(request: MemberRequest, uuid: UUID) -> Section:
    return found(Section.objects.filter(version__in=Version.objects.visible_to(request.member)).select_related("version__questionnaire"), uuid)


def question_of(request: MemberRequest, uuid: UUID) -> Question:
    rows = Question.objects.filter(version__in=Version.objects.visible_to(request.member))
    return found(rows.select_related("version__questionnaire", "section"), uuid)


def url_of(version: Version, part: object = "") -> str:
    """Its page, at a part of it."""
    return reverse("evaluations:version_detail", args=[version.uuid]) + (f"#deel-{part}" if part else "")


def _gone(request: MemberRequest) -> HttpResponse:
    questionnaire = _list_named(request) if request.method == "POST" else None
    if questionnaire is None:
        raise Http404
    context: dict[str, Any] = {"questionnaire": questionnaire, "typed": typed(request.POST)}
    return render(request, "evaluations/draft_gone.html", context, status=409)


def _list_named(request: MemberRequest) -> Questionnaire | None:
    try:
        uuid = UUID(request.POST.get("list_of", ""))
    except ValueError:
        return None
    return Questionnaire.objects.visible_to(request.member).filter(uuid=uuid).first()
