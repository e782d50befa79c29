"""Adopting a vision, throwing a draft away, and looking at the version in force again."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from approach.actions import vision as acts
from approach.deadlines import REVIEW_MONTHS
from approach.forms.adoption import AdoptionForm, DiscardForm, KeepForm, MoveForm
from approach.kinds import Body, VisionState
from approach.models.vision import Vision
from approach.presentation import vision as words_of
from approach.steps import step
from approach.views.doors import MANAGE
from approach.views.writing import writing_page
from keyfigures.deadlines import months_after
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take
from ui.hints import status_to_show_again
from ui.phrases import Words


@require_http_methods(["GET", "POST"])
@writing_page
def vision_adopt(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """First who, when and under which number; then once more, because it cannot be undone (`zeker`)."""
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    show = partial(_show_adopt, request, row)
    if request.method == "GET":
        return show(form=_adoption_form(row)) if row.state == VisionState.DRAFT else redirect("approach:vision_detail", uuid=uuid)
    form = _adoption_form(row, request.POST)
    if "zeker" not in request.POST:
        status = status_to_show_again(form)
        return show(form=form, status=status) if status is not None else _show_sure(request, row, form)
    act = partial(acts.adopt, row, by=request.member, at=timezone.now())
    afterwards = _("The vision is adopted. From now on reports refer to this version.")
    return take(request, form, act, show=show, afterwards=afterwards, to=reverse("approach:vision_detail", args=[uuid]))


@require_http_methods(["GET", "POST"])
@writing_page
def vision_discard(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Vision.objects.visible_to(request.member).drafts().with_people(), uuid)
    show = partial(_show_discard, request, row)
    if request.method == "GET":
        return show()
    act = partial(acts.discard, row, by=request.member)
    to = reverse("approach:vision_overview")
    return take(request, DiscardForm(request.POST), act, show=show, afterwards=_("The draft is thrown away."), to=to)


@require_http_methods(["GET"])
@network_page(MANAGE)
def vision_review(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Three ways: it stays as it is, it becomes a new version, or on another day."""
    return _show_review(request, _adopted(request, uuid))


@require_POST
@network_page(MANAGE)
def vision_keep(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _adopted(request, uuid)
    act = partial(acts.keep_until, row, by=request.member, at=timezone.now())
    form = KeepForm(request.POST, vision=row, proposed=_proposed(), today=timezone.localdate())
    return _take(request, row, form, act, _("The vision was looked at, and stays as it is."))


@require_POST
@network_page(MANAGE)
def vision_move(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = _adopted(request, uuid)
    act = partial(acts.move, row, by=request.member, at=timezone.now())
    form = MoveForm(request.POST, vision=row, proposed=_proposed(), today=timezone.localdate())
    return _take(request, row, form, act, _("You look at it on another day."))


def _take(request: MemberRequest, row: Vision, form: KeepForm | MoveForm, act: Any, afterwards: str) -> HttpResponse:  # noqa: ANN401  a verb with its subject
    return take(request, form, act, show=partial(_show_review, request, row), afterwards=afterwards, to=reverse("approach:vision_overview"))


def _show_adopt(request: MemberRequest, row: Vision, *, form: AdoptionForm, problem: str = "", status: int = 200) -> HttpResponse:
    now = Vision.objects.filter(pk=row.pk).first() or row
    if problem:
        form.bring_up_to(now.edits)
    missing = acts.missing_steps(now) if now.state == VisionState.DRAFT else []
    context = {
        "row": now, "form": form, "problem": problem, "is_draft": now.state == VisionState.DRAFT,
        "missing": [{"short": step(each).short, "url": words_of.step_url(now, step(each))} for each in missing],
        "check_url": reverse("approach:vision_check", args=[row.uuid]),
    }
    return render(request, "approach/vision_adopt.html", context, status=status)


def _show_sure(request: MemberRequest, row: Vision, form: AdoptionForm) -> HttpResponse:
    words, values = Words(timezone.localdate()), form.cleaned_data
    context = {
        "row": row, "hidden": [(name, form.data.get(name, "")) for name in form.fields],
        "adopted_by": Body(values["adopted_by"]).label, "adopted_on": words.day_only(values["adopted_on"]),
        "document_number": values["document_number"], "review_on": words.day_only(values["review_on"]),
        "held": Vision.objects.in_force(row.municipality, on=timezone.localdate()),
    }
    return render(request, "approach/vision_sure.html", context)


def _show_discard(request: MemberRequest, row: Vision, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    now = Vision.objects.filter(pk=row.pk).first()
    form = DiscardForm(initial={"version": now.edits}) if now is not None and now.state == VisionState.DRAFT else None
    context = {"row": row, "form": form, "problem": problem, "check_url": reverse("approach:vision_check", args=[row.uuid])}
    return render(request, "approach/vision_discard.html", context, status=status)


def _show_review(
    request: MemberRequest, row: Vision, *, form: KeepForm | MoveForm | None = None, problem: str = "", status: int = 200,
) -> HttpResponse:
    """The form that was sent stays; the other is as it is now. After a colleague both begin with the day that she chose."""
    now, today = Vision.objects.with_people().get(pk=row.pk), timezone.localdate()
    held = Vision.objects.in_force(now.municipality, on=today)
    typed = form.cleaned_data.get("review_on") if problem and form is not None else None
    proposed, sent = typed or _proposed(), None if problem else form
    context = {
        "row": now, "problem": problem, "hero": words_of.hero(held, today=today), "is_held": held is not None and held.pk == now.pk,
        "keep": sent if isinstance(sent, KeepForm) else KeepForm(vision=now, proposed=proposed, today=today),
        "move": sent if isinstance(sent, MoveForm) else MoveForm(vision=now, proposed=proposed, today=today),
        "has_draft": Vision.objects.of(now.municipality).drafts().exists(),
    }
    return render(request, "approach/vision_review.html", context, status=status)


def _adoption_form(row: Vision, *posted: Any) -> AdoptionForm:  # noqa: ANN401  what was posted
    today = timezone.localdate()
    return AdoptionForm(*posted, vision=row, held=Vision.objects.in_force(row.municipality, on=today), today=today)


def _adopted(request: MemberRequest, uuid: UUID) -> Vision:
    return found(Vision.objects.visible_to(request.member).adopted().with_people(), uuid)


def _proposed() -> date:
    return months_after(timezone.localdate(), REVIEW_MONTHS)
