"""The settings of the public page, and how it looks before everybody reads it."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from approach.actions import page as acts
from approach.forms.page import PublicPageForm
from approach.models.page import PublicPage
from approach.presentation import page as words_of
from approach.presentation import public
from approach.views.doors import MANAGE
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take


@require_http_methods(["GET", "POST"])
@network_page(MANAGE)
def page_settings(request: MemberRequest) -> HttpResponse:
    """Saved closed, looked at, and then opened."""
    page, today = PublicPage.objects.of(request.municipality), timezone.localdate()
    show = partial(_show, request)
    if request.method == "GET":
        return show(form=PublicPageForm(page=page, today=today))
    act = partial(acts.save, by=request.member, at=timezone.now())
    form = PublicPageForm(request.POST, page=page, today=today)
    return take(request, form, act, show=show, afterwards=_("It is saved."), to=reverse("approach:page_settings"))


@require_GET
@network_page(MANAGE)
def page_preview(request: MemberRequest) -> HttpResponse:
    """As it is saved now, also while it is closed."""
    page = PublicPage.objects.of(request.municipality)
    context = {"municipality": request.municipality, "about": public.about(page, at=timezone.now()), "is_preview": True}
    return render(request, "approach/public_page.html", context)


def _show(request: MemberRequest, *, form: PublicPageForm, problem: str = "", status: int = 200) -> HttpResponse:
    page, today = PublicPage.objects.of(request.municipality), timezone.localdate()
    differences = words_of.differences(page, form) if problem else []
    if problem:
        form.bring_up_to(page.edits)
    context = {
        "form": form, "problem": problem, "differences": differences, "state": words_of.state_of(page),
        "warning": words_of.security_warning(page, today=today), "public_url": reverse("approach:public_page", args=[request.municipality.slug]),
    }
    return render(request, "approach/page_settings.html", context, status=status)
