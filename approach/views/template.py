"""The template of reports: what it is made of, its versions, and a new version."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from approach.actions import template as acts
from approach.forms.template import TemplateForm
from approach.models.report import Template
from approach.presentation import template as words_of
from approach.views.doors import MANAGE
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take


@require_GET
@network_page(MANAGE)
def template_detail(request: MemberRequest) -> HttpResponse:
    """A constant number of statements."""
    versions = list(Template.objects.of(request.municipality).with_people()[:20])
    newest = versions[0] if versions else None
    return render(request, "approach/template_detail.html", {"versions": versions, "newest": newest, "parts": words_of.parts_of(newest)})


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def template_edit(request: MemberRequest) -> HttpResponse:
    newest, show = Template.objects.of(request.municipality).first(), partial(_show, request)
    if request.method == "GET":
        return show(form=_form(newest))
    act = partial(acts.publish, by=request.member, at=timezone.now())
    to = reverse("approach:template_detail")
    return take(request, _form(newest, request.POST), act, show=show, afterwards=_("The next report is made from this version."), to=to)


def _form(newest: Template | None, *posted: object) -> TemplateForm:
    version = newest.number if newest else 0
    return TemplateForm(*posted, parts=words_of.parts_of(newest), known=words_of.known_codes(), version=version)


def _show(request: MemberRequest, *, form: TemplateForm, problem: str = "", status: int = 200) -> HttpResponse:
    """What she typed stays; the version that a colleague made meanwhile is one page away."""
    if problem:
        newest = Template.objects.of(request.municipality).first()
        form.bring_up_to(newest.number if newest else 0)
    context = {"form": form, "problem": problem, "placeholders": words_of.placeholders()}
    return render(request, "approach/template_edit.html", context, status=status)
