"""The municipality's text of the agreement: its versions, what changed, a preview, and publishing."""

from functools import partial

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from keyfigures.actions import agreement_text as acts
from keyfigures.forms.agreement import ConfirmForm, TextForm
from keyfigures.models.agreement import AgreementTemplate
from keyfigures.presentation.agreement import parts_of
from keyfigures.views.doors import network_page
from keyfigures.views.steps import press, take

MANAGE = "keyfigures.manage"


@require_GET
@network_page(MANAGE)
def text_list(request: MemberRequest) -> HttpResponse:
    """Every version, newest first; the first is the text that comes with the application."""
    held = acts.current(request.municipality, at=timezone.now())
    rows = AgreementTemplate.objects.of(request.municipality).newest_first()
    draft = next((each for each in rows if not each.is_published), None)
    return render(request, "keyfigures/agreement_text_list.html", {"held": held, "draft": draft, "published": [each for each in rows if each.is_published]})


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def text_edit(request: MemberRequest) -> HttpResponse:
    """The version in preparation. A GET shows it, or the text that holds as a beginning, and writes nothing."""
    at = timezone.now()
    template = acts.in_preparation(request.municipality) or acts.current(request.municipality, at=at)
    show = partial(_show_edit, request)
    if request.method == "GET":
        return show(form=TextForm(template=template))
    act = partial(acts.save, by=request.member, at=at)
    return take(request, TextForm(request.POST, template=template), act, show=show, afterwards=_("The text is saved. Nobody sees it yet."), to=_url)


def _show_edit(request: MemberRequest, *, form: forms.Form, problem: str = "", status: int = 200) -> HttpResponse:
    return render(request, "keyfigures/agreement_text_edit.html", {"form": form, "problem": problem}, status=status)


@require_GET
@network_page(MANAGE)
def text_detail(request: MemberRequest, version: int) -> HttpResponse:
    return _show(request, version)


@require_POST
@network_page(MANAGE)
def text_publish(request: MemberRequest) -> HttpResponse:
    draft = acts.in_preparation(request.municipality)
    show = partial(_show, request, draft.version if draft else acts.current(request.municipality, at=timezone.now()).version)
    act = partial(acts.publish, by=request.member, at=timezone.now())
    afterwards = _("The text is published. Everybody who is active is asked to confirm it.")
    return take(request, ConfirmForm(request.POST), act, show=show, afterwards=afterwards, to=_url)


@require_POST
@network_page(MANAGE)
def text_discard(request: MemberRequest) -> HttpResponse:
    act, to = partial(acts.discard, by=request.member), reverse("keyfigures:agreement_text_list")
    return press(request, act, show=partial(_show, request, 0), afterwards=_("The version is thrown away. Nobody saw it."), to=to)


def _show(request: MemberRequest, version: int, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:  # noqa: ARG001  as `take` calls it
    texts = {each.version: each for each in AgreementTemplate.objects.of(request.municipality).newest_first()}
    if version not in texts:
        raise Http404
    template, before = texts[version], texts.get(version - 1)
    context = {
        "template": template,
        "before": before,
        "parts": parts_of(template, before=before),
        "publish": None if template.is_published else ConfirmForm(initial={"seen": template.mark}),
        "problem": problem,
    }
    return render(request, "keyfigures/agreement_text_detail.html", context, status=status)


def _url(template: AgreementTemplate) -> str:
    return reverse("keyfigures:agreement_text_detail", args=[template.version])
