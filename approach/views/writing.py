"""Writing a vision: one step is one page, then all answers together."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from approach.actions import vision as acts
from approach.forms.vision import FORMS, LIMITS, StepForm
from approach.kinds import VisionState
from approach.marks import mark_of
from approach.models.vision import Goal, Vision
from approach.presentation import vision as words_of
from approach.steps import GOALS, NUMBERS, STEPS, missing, step
from approach.views.doors import MANAGE
from keyfigures.views.doors import MemberView, P, View, found, network_page
from keyfigures.views.steps import take

BACK_TO_CHECK = "wijzig"  # in the address: she came from the page with all answers


def writing_page(view: MemberView[P]) -> View[P]:
    """For who writes on the approach. What was posted to a draft that is gone is shown again with the reason."""

    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if request.method != "POST":
                raise
            return render(request, "approach/vision_gone.html", {"typed": _typed(request)}, status=409)

    return network_page(MANAGE)(guarded)


@require_http_methods(["GET", "POST"])
@writing_page
def vision_step(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    """Forward with the button, back with the link. Half a step is kept too: what is missing is asked at the end."""
    if number not in NUMBERS:
        raise Http404
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    if request.method == "GET" and row.state != VisionState.DRAFT:
        return redirect("approach:vision_detail", uuid=uuid)
    if number == GOALS:
        return _show_goals(request, row) if request.method == "GET" else redirect(_onward(request, row, number))
    show = partial(_show_step, request, row, number)
    if request.method == "GET":
        return show(form=FORMS[number](vision=row))
    form = FORMS[number](request.POST, vision=row)
    if request.POST.get("then") == "examples":
        form.take_over(map(str, LIMITS))  # type: ignore[attr-defined]  # only this step offers them
        return show(form=form)
    act = partial(acts.save, row, number=number, by=request.member)
    return take(request, form, act, show=show, afterwards=_("Step %(number)d is saved.") % {"number": number}, to=_onward(request, row, number))


@require_GET
@network_page(MANAGE)
def vision_check(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """All answers, with a way back to each."""
    row, today = found(Vision.objects.visible_to(request.member).with_people(), uuid), timezone.localdate()
    if row.state != VisionState.DRAFT:
        return redirect("approach:vision_detail", uuid=uuid)
    goals = list(Goal.objects.of(row))
    lacking = missing({name: getattr(row, name) for each in STEPS for name in each.needed}, goals=len(goals))
    context = {
        "row": row, "steps": words_of.steps_of(row, goals, today=today, writes=True, missing=lacking),
        "missing": [{"short": step(each).short, "url": words_of.step_url(row, step(each))} for each in lacking],
    }
    return render(request, "approach/vision_check.html", context)


def _onward(request: MemberRequest, row: Vision, number: int) -> str:
    check = reverse("approach:vision_check", args=[row.uuid])
    if request.POST.get("then") == "check" or BACK_TO_CHECK in request.GET or number == NUMBERS[-1]:
        return check
    return reverse("approach:vision_step", args=[row.uuid, number + 1])


def _show_step(request: MemberRequest, row: Vision, number: int, *, form: StepForm, problem: str = "", status: int = 200) -> HttpResponse:
    """Written by a colleague meanwhile: both texts beside each other."""
    differences: list[dict[str, str]] = []
    if problem:
        now = Vision.objects.get(pk=row.pk) if Vision.objects.filter(pk=row.pk).exists() else row
        differences = _differences(now, number, form)
        form.bring_up_to(mark_of({name: getattr(now, name) for name in step(number).fields}))
    context = {**_around(row, number), "form": form, "problem": problem, "differences": differences, "examples": LIMITS if number == NUMBERS[-1] else ()}
    return render(request, "approach/vision_step.html", context, status=status)


def _show_goals(request: MemberRequest, row: Vision) -> HttpResponse:
    today = timezone.localdate()
    goals = [words_of.goal_words(each, today=today, writes_in=row) for each in Goal.objects.of(row)]
    return render(request, "approach/vision_goals.html", {**_around(row, GOALS), "goals": goals})


def _around(row: Vision, number: int) -> dict[str, Any]:
    before = reverse("approach:vision_step", args=[row.uuid, number - 1]) if number > 1 else ""
    return {"row": row, "step": step(number), "count": NUMBERS[-1], "before": before, "is_last": number == NUMBERS[-1]}


def _differences(now: Vision, number: int, form: StepForm) -> list[dict[str, str]]:
    """Only the fields in which both wrote something else. `mine` is told in the same words as what is kept."""
    mine = Vision(**{name: form.cleaned_data[name] for name in step(number).fields})
    shown: Callable[[Vision, str], str] = words_of.answer_of
    return [
        {"label": words_of.label_of(name), "theirs": shown(now, name), "yours": shown(mine, name)}
        for name in step(number).fields
        if shown(now, name) != shown(mine, name)
    ]


def _typed(request: MemberRequest) -> str:
    """Everything in own words that was sent along."""
    hidden = {"csrfmiddlewaretoken", "seen", "hints_seen", "submission", "version", "then", "indicator"}
    return "\n\n".join(value for name, values in request.POST.lists() if name not in hidden for value in values if value.strip())
