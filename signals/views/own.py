"""What a reporter sees of her own reports, and what she can do with them."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import readings
from signals import access, actions, reading, timeline
from signals.forms.own import AskReopenForm, MessageForm, RateForm
from signals.models import ConcernReport, Feedback
from signals.presentation import own, texts
from signals.views.doors import concern_page, found
from signals.views.keeping import forget, kept_text
from signals.views.problems import Gone, gone_because
from signals.workflow import State, StepNotAllowed
from ui.hints import status_to_show_again
from ui.phrases import Words

ENDED = {State.CLOSED, State.WITHDRAWN}


def is_own(request: MemberRequest, report: ConcernReport) -> bool:
    return report.reporter_id == request.member.pk


def show(
    request: MemberRequest, report: ConcernReport, *, bound: dict[str, forms.Form] | None = None, gone: Gone | None = None, status: int = 200,
) -> HttpResponse:
    """The page of her report. `bound`: forms that came back with something to say; `gone`: why a step was too late."""
    at, words = timezone.now(), Words(timezone.localdate())
    promises = timeline.promises_of(report, at)
    text = reading.readable(report, request.member)
    given = texts.feedbacks([each for each in text.feedbacks if not each.is_waiting and not each.returned_reason], words, to_reporter=True)
    context = {
        "report": report,
        "gone": gone,
        "hero": own.hero(report, promises, words),
        "lines": own.path(report, promises, words),
        "feedbacks": given,
        "messages_of_report": texts.conversation(text.messages, words, to_reporter=True),
        "written": texts.written(text.answers),
        "openings": readings.opened_by(access.openings_of(report), words),
        "text_sentence": texts.text_sentence(text, words),
        "may_withdraw": report.state not in ENDED,
        "may_ask_reopen": report.state == State.CLOSED and report.reopen_requested_at is None,
        **_forms(request, report, text, bound or {}),
    }
    return render(request, "signals/own_detail.html", context, status=status)


def _forms(request: MemberRequest, report: ConcernReport, text: reading.ReportText, bound: dict[str, forms.Form]) -> dict[str, Any]:
    """Which forms stand on the page: an answer when we asked something, else a message; a rating for the newest feedback."""
    newest = max((each for each in text.feedbacks if not each.is_waiting and not each.returned_reason), key=lambda each: each.at, default=None)
    rate = bound.get("rate") or (RateForm() if newest is not None and newest.helped is None else None)
    if report.state in ENDED:
        return {"rate_form": rate}
    message = bound.get("message") or _message_form(request, report, text)
    return {"rate_form": rate, "answer_form" if report.is_paused else "message_form": message}


def _message_form(request: MemberRequest, report: ConcernReport, text: reading.ReportText) -> MessageForm:
    kept = kept_text(request.member, "message", report)
    if not report.is_paused:
        return MessageForm(initial=kept, label=_("Add or ask something"))
    asked = [each for each in text.messages if not each.is_mine and each.text]
    question = asked[-1].text if asked else _("Your answer")
    return MessageForm(initial=kept, label=question, help_text=_("You do not know? Then write: I do not know."))


@require_POST
@concern_page("signals.report")
def rate(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Did the newest feedback help, and was it in time?"""
    report = _own_or_404(request, uuid)
    form = RateForm(request.POST)
    if not form.is_valid():
        return show(request, report, bound={"rate": form}, status=400)
    newest = Feedback.objects.filter(report=report, given_at__isnull=False).order_by("-given_at", "-pk").first()
    if newest is None:
        raise Http404
    try:
        actions.rate(newest, actor=request.member, at=timezone.now(), **form.cleaned_data)
    except StepNotAllowed as problem:
        return show(request, report, gone=gone_because(problem, reader=request.member), status=409)
    messages.success(request, _("Thank you. Your answer helps us to do it better."))
    return redirect("signals:report_detail", uuid=uuid)


@require_http_methods(["GET", "POST"])
@concern_page("signals.report")
def withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because it cannot be undone."""
    report = _own_or_404(request, uuid)
    if request.method == "GET":
        return redirect("signals:report_detail", uuid=uuid) if report.state in ENDED else render(request, "signals/own_withdraw.html", {"report": report})
    try:
        actions.withdraw(report, actor=request.member, at=timezone.now())
    except StepNotAllowed as problem:
        return show(request, report, gone=gone_because(problem, reader=request.member), status=409)
    messages.success(request, _("Your report is withdrawn. What you wrote is erased."))
    return redirect("signals:report_detail", uuid=uuid)


@require_http_methods(["GET", "POST"])
@concern_page("signals.report")
def ask_reopen(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """A request: the reporting point decides."""
    report = _own_or_404(request, uuid)
    form = AskReopenForm(request.POST if request.method == "POST" else None, initial=kept_text(request.member, "ask_reopen", report))
    status = 200 if request.method == "GET" else status_to_show_again(form)
    if status is not None:
        return render(request, "signals/own_reopen.html", {"report": report, "form": form}, status=status)
    try:
        actions.ask_reopen(report, actor=request.member, at=timezone.now(), reason=form.cleaned_data["reason"])
    except StepNotAllowed as problem:
        return show(request, report, gone=gone_because(problem, reader=request.member, typed=form.cleaned_data["reason"]), status=409)
    forget(request.member, "ask_reopen", report)
    messages.success(request, _("Your request is with the reporting point."))
    return redirect("signals:report_detail", uuid=uuid)


def _own_or_404(request: MemberRequest, uuid: UUID) -> ConcernReport:
    report = found(request, uuid)
    if not is_own(request, report):
        raise Http404
    return report
