"""A second pair of eyes: free text for a reporter is read by another official before it goes."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from signals import actions, reading
from signals.access import ReasonNeeded
from signals.forms.steps import ReturnFeedbackForm
from signals.models import ConcernReport, Feedback
from signals.presentation import texts
from signals.views import desk
from signals.views.doors import concern_page, opened
from signals.views.problems import gone_because
from signals.workflow import StepNotAllowed
from ui.phrases import Words


@require_http_methods(["GET", "POST"])
@concern_page("signals.handle")
def feedback_review(request: MemberRequest, uuid: UUID, feedback: UUID) -> HttpResponse:
    """Send it, or give it back with what should be different. Never by who wrote it."""
    try:
        report = opened(request, uuid)
    except ReasonNeeded:
        return redirect("signals:report_reason", uuid=uuid)
    row = get_object_or_404(Feedback, report=report, uuid=feedback)
    returning = request.POST.get("decision") == "return"
    form = ReturnFeedbackForm(request.POST if returning else None)
    if request.method == "GET" or (returning and not form.is_valid()):
        return _show(request, report, row, form, status=400 if form.errors else 200)
    try:
        if returning:
            actions.return_feedback(row, actor=request.member, at=timezone.now(), reason=form.cleaned_data["reason"])
        else:
            actions.approve_feedback(row, actor=request.member, at=timezone.now())
    except StepNotAllowed as problem:
        return desk.show(request, report, gone=gone_because(problem, reader=request.member), status=409)
    messages.success(request, _("Your colleague gets it back.") if returning else _("The answer is sent."))
    return redirect("signals:report_detail", uuid=uuid)


def _show(request: MemberRequest, report: ConcernReport, row: Feedback, form: ReturnFeedbackForm, *, status: int) -> HttpResponse:
    waiting = [each for each in reading.readable(report, request.member).feedbacks if each.uuid == row.uuid and each.is_waiting]
    if not waiting or row.author_id == request.member.pk:
        raise Http404
    shown = texts.feedbacks(waiting, Words(timezone.localdate()))[0]
    context = {"report": report, "feedback": shown, "form": form, "title": _("Is this right, %(who)s asks") % {"who": shown.who}}
    return render(request, "signals/feedback_review.html", context, status=status)
