"""The sub-goals of a draft: which figure shows it, then what, how much and by when."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from approach.actions import goal as acts
from approach.forms.goal import SubGoalForm
from approach.forms.seen import SeenForm
from approach.kinds import VisionState
from approach.models.vision import Goal, Vision
from approach.presentation import measures
from approach.presentation import vision as words_of
from approach.steps import GOALS
from approach.views.doors import MANAGE
from approach.views.writing import writing_page
from indicators import registry
from indicators.registry import Indicator
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take

FIGURE, OWN = "cijfer", "eigen"  # in the address: the code of a figure, or that we see it ourselves


@require_GET
@network_page(MANAGE)
def goal_choose(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Every figure that the application can compute, with what it counts. `?doel=` chooses another for a sub-goal that there is."""
    row = _draft(request, uuid)
    if row is None:
        return redirect("approach:vision_detail", uuid=uuid)
    identity = request.GET.get("doel", "")
    goal = _goal_or_none(row, identity)
    to = reverse("approach:vision_goal_change", args=[uuid, goal.identity]) if goal else reverse("approach:vision_goal_new", args=[uuid])
    context = {"row": row, "groups": measures.groups(registry.all_indicators()), "to": to, "goal": goal, "back": _url(row)}
    return render(request, "approach/goal_choose.html", context)


@require_http_methods(["GET", "POST"])
@writing_page
def goal_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    if request.method == "GET" and row.state != VisionState.DRAFT:
        return redirect("approach:vision_detail", uuid=uuid)
    show = partial(_show, request, row, None)
    if request.method == "GET":
        return show(form=_form(request, None))
    form = _form(request, None, request.POST)
    act = partial(_add, row, form, request)
    return take(request, form, act, show=show, afterwards=_("The sub-goal is added."), to=_url(row))


@require_http_methods(["GET", "POST"])
@writing_page
def goal_change(request: MemberRequest, uuid: UUID, identity: UUID) -> HttpResponse:
    row, goal = _found(request, uuid, identity)
    show = partial(_show, request, row, goal)
    if request.method == "GET":
        return show(form=_form(request, goal)) if row.state == VisionState.DRAFT else redirect("approach:vision_detail", uuid=uuid)
    act = partial(acts.change, row, identity=identity, by=request.member)
    return take(request, _form(request, goal, request.POST), act, show=show, afterwards=_("The sub-goal is changed."), to=_url(row))


@require_http_methods(["GET", "POST"])
@writing_page
def goal_remove(request: MemberRequest, uuid: UUID, identity: UUID) -> HttpResponse:
    row, goal = _found(request, uuid, identity)
    show = partial(_show_remove, request, row, goal)
    if request.method == "GET":
        return show() if row.state == VisionState.DRAFT else redirect("approach:vision_detail", uuid=uuid)
    act = partial(acts.remove, row, identity=identity, by=request.member)
    return take(request, SeenForm(request.POST), act, show=show, afterwards=_("The sub-goal is taken away."), to=_url(row))


@require_POST
@writing_page
def goal_move(request: MemberRequest, uuid: UUID, identity: UUID) -> HttpResponse:
    row, _goal = _found(request, uuid, identity)
    act = partial(acts.move, row, identity=identity, up=request.POST.get("heen") == "omhoog", by=request.member)
    return press(request, act, show=partial(_show_moved, request, row), afterwards=_("The order is changed."), to=_url(row))


def _add(row: Vision, form: SubGoalForm, request: MemberRequest, *, values: dict[str, Any], seen: str) -> Goal:  # noqa: ARG001  of a new one nothing was seen
    return acts.add(row, values=values, identity=form.identity, by=request.member)


def _show(
    request: MemberRequest, row: Vision, goal: Goal | None, *, form: SubGoalForm, problem: str = "", status: int = 200,
) -> HttpResponse:
    now = Goal.objects.of(row).filter(identity=goal.identity).first() if goal is not None else None
    if problem and now is not None:
        form.bring_up_to(acts.seen_of(now))
    context = {
        "row": row, "goal": goal, "form": form, "problem": problem, "back": _url(row),
        "figure": measures.explained(form.indicator) if form.indicator else None,
        "as_it_is": words_of.goal_words(now, today=timezone.localdate()) if problem and now is not None else None,
        "choose": reverse("approach:vision_goal_choose", args=[row.uuid]) + (f"?doel={goal.identity}" if goal is not None else ""),
    }
    return render(request, "approach/goal_form.html", context, status=status)


def _show_remove(request: MemberRequest, row: Vision, goal: Goal, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    now = Goal.objects.of(row).filter(identity=goal.identity).first()
    form = SeenForm(initial={"seen": acts.seen_of(now)}) if now is not None else None
    context = {"row": row, "goal": words_of.goal_words(now or goal, today=timezone.localdate()), "form": form, "problem": problem, "back": _url(row)}
    return render(request, "approach/goal_remove.html", context, status=status)


def _show_moved(request: MemberRequest, row: Vision, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    return render(request, "approach/vision_gone.html", {"typed": "", "problem": problem, "row": row}, status=status)


def _form(request: MemberRequest, goal: Goal | None, *posted: Any) -> SubGoalForm:  # noqa: ANN401  what was posted
    return SubGoalForm(*posted, goal=goal, indicator=_indicator(request, goal), today=timezone.localdate())


def _indicator(request: MemberRequest, goal: Goal | None) -> Indicator | None:
    """What the address says, else what the sub-goal has. A code that nobody registered is none: then it is seen in an own way."""
    code = request.GET.get(FIGURE, goal.indicator if goal is not None else "")
    return registry.named(code)


def _draft(request: MemberRequest, uuid: UUID) -> Vision | None:
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    return row if row.state == VisionState.DRAFT else None


def _found(request: MemberRequest, uuid: UUID, identity: UUID) -> tuple[Vision, Goal]:
    row = found(Vision.objects.visible_to(request.member).with_people(), uuid)
    goal = Goal.objects.of(row).filter(identity=identity).first()
    if goal is None:
        raise Http404
    return row, goal


def _goal_or_none(row: Vision, identity: str) -> Goal | None:
    try:
        return Goal.objects.of(row).filter(identity=UUID(identity)).first()
    except ValueError:
        return None


def _url(row: Vision) -> str:
    return reverse("approach:vision_step", args=[row.uuid, GOALS])
