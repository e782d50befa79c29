"""The steps of an official: from a posted form to one call of an action, and the sentence that is true afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from accounts.http import MemberRequest
from signals import actions
from signals.forms.building import Desk, form_for
from signals.models import ConcernReport
from signals.views import desk
from signals.views.doors import concern_page, found
from signals.views.keeping import forget
from signals.views.problems import gone_because
from signals.workflow import HandedTo, StepNotAllowed
from ui.hints import status_to_show_again

Act = Callable[..., object]


@dataclass(frozen=True)
class Handled:
    """Which action a step calls, which values of its form it needs, and what is true afterwards."""

    act: Act
    needs: tuple[str, ...]
    afterwards: str | LazyText


_STEPS = {
    "take_on": Handled(actions.take_on, (), _("You are the contact person of this report.")),
    "contact": Handled(actions.record_contact, ("how", "on"), _("The contact is recorded.")),
    "give_feedback": Handled(actions.give_feedback, ("sentences", "text"), ""),
    "pause": Handled(actions.pause, ("question", "until"), _("Your question is sent. The clock stands still.")),
    "resume": Handled(actions.resume, (), _("The clock runs again.")),
    "hand_over": Handled(actions.hand_over, ("to", "reason"), _("Your colleague is the contact person now.")),
    "hand_over_outside": Handled(actions.hand_over_outside, ("handed_to",), _("It is written down. The text is erased. Give the last answer now.")),
    "decide": Handled(actions.decide, ("outcome",), _("The outcome is recorded. Give the last answer now.")),
    "close": Handled(actions.close, (), _("The report is closed.")),
    "reopen": Handled(actions.reopen, ("reason",), _("The report is open again.")),
    "decline_reopen": Handled(actions.decline_reopen, ("sentence",), _("The reporter has your sentence.")),
}


@require_POST
@concern_page("signals.handle")
def report_step(request: MemberRequest, uuid: UUID, name: str) -> HttpResponse:
    """Take one step. What is typed is never lost: not by an error, not by a colleague who was first."""
    step = _STEPS.get(name)
    if step is None:
        raise Http404
    report = found(request, uuid)
    at = timezone.now()
    form = form_for(name, Desk(report=report, member=request.member, today=timezone.localdate(at)), request.POST)
    if (status := status_to_show_again(form)) is not None:
        return desk.show(request, report, bound={name: form}, status=status)
    if name == "hand_over_outside" and not form.cleaned_data["confirmed"]:
        return _confirm_outside(request, report, form)
    return _take(request, report, name, form, at)


def _take(request: MemberRequest, report: ConcernReport, name: str, form: forms.Form, at: datetime) -> HttpResponse:
    step = _STEPS[name]
    values: dict[str, Any] = {need: form.cleaned_data[need] for need in step.needs}
    if name == "pause":
        values["reason"] = "question"
    try:
        result = step.act(report, actor=request.member, at=at, **values)
    except StepNotAllowed as problem:
        return desk.show(request, found(request, report.uuid), gone=gone_because(problem, reader=request.member, typed=_typed(form)), status=409)
    forget(request.member, name, report)
    messages.success(request, str(_after_feedback(result) if name == "give_feedback" else step.afterwards))
    return redirect(_next_place(request, report, name))


def _typed(form: forms.Form) -> str:
    """The text in a form whose step came too late."""
    return next((str(form.cleaned_data[name]) for name in ("text", "question", "sentence", "reason") if form.cleaned_data.get(name)), "")


def _after_feedback(feedback: Any) -> str | LazyText:  # noqa: ANN401  what the action returned
    if feedback.given_at is None:
        return _("Your answer waits for a colleague. The clock runs until it is sent.")
    return _("Your answer is sent.")


def _next_place(request: MemberRequest, report: ConcernReport, name: str) -> str:
    """Back to the report, or to the list when she may not see it any more."""
    still = ConcernReport.objects.visible_to(request.member, at=timezone.now()).filter(pk=report.pk).exists() if name == "hand_over" else True
    return reverse("signals:report_detail", args=[report.uuid]) if still else reverse("signals:report_list")


def _confirm_outside(request: MemberRequest, report: ConcernReport, form: forms.Form) -> HttpResponse:
    chosen = form.cleaned_data["handed_to"]
    organisation = HandedTo(chosen).label
    return render(request, "signals/work_outside.html", {"report": report, "handed_to": chosen, "organisation": organisation})
