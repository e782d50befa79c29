"""The page of one report, for who handles it; and the door by which both she and the reporter come in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.http import MemberRequest
from audit import readings
from signals import access, actions, reading, timeline, workflow
from signals.forms.building import Desk, form_for
from signals.forms.own import MessageForm
from signals.forms.steps import NoteForm
from signals.models import ConcernReport
from signals.presentation import desk as words
from signals.presentation import people, texts
from signals.views import own
from signals.views.doors import concern_page, found, opened
from signals.views.keeping import forget, kept_texts
from signals.views.problems import Gone, gone_because
from terms.calendar import calendar_of
from terms.standing import Promise, current
from ui.hints import status_to_show_again
from ui.phrases import Words

Bound = dict[str, forms.Form]
Kept = dict[str, dict[str, Any]]  # what was typed before a session ended, by form


@require_GET
@concern_page("signals.report", "signals.handle")
def report_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Opening is written to the log. An official who opens a report for the first time says why."""
    try:
        report = opened(request, uuid)
    except access.ReasonNeeded:
        return redirect("signals:report_reason", uuid=uuid)
    return own.show(request, report) if own.is_own(request, report) else show(request, report)


def show(request: MemberRequest, report: ConcernReport, *, bound: Bound | None = None, gone: Gone | None = None, status: int = 200) -> HttpResponse:
    """The page as it is now. `bound`: forms that came back; `gone`: why a step came too late.

    It shows the text, so it is a reading: also when a form comes back, and never before she said why she opens it.
    """
    at = timezone.now()
    try:
        access.note_reading(report, reader=request.member, at=at)
    except access.ReasonNeeded:
        return redirect("signals:report_reason", uuid=report.uuid)
    days = Words(timezone.localdate(at))
    promises = timeline.promises_of(report, at)
    text = reading.readable(report, request.member)
    promise = current(promises)
    possible = actions.possible_steps(report, request.member)
    kept = kept_texts(request.member, report)
    context = {
        "report": report,
        "gone": gone,
        "kicker": _("Report %(number)s, from %(name)s") % {"number": report.number, "name": words.reporter_name(report)},
        "title": words.title(report, promise, days),
        "lead": words.lead(report, promise),
        "lines": words.path(report, promises, days),
        "steps": _steps(request, report, possible, promise, bound or {}, kept, at),
        "not_yet": words.not_yet(report, possible),
        **_texts(report, text, bound or {}, kept, days),
        **_people(request, report, at, days),
    }
    return render(request, "signals/work_detail.html", context, status=status)


def _steps(  # noqa: PLR0917  all that a step is made of
    request: MemberRequest, report: ConcernReport, possible: list[str], promise: Promise | None, bound: Bound, kept: Kept, at: datetime,
) -> list[words.ShownStep]:
    """Only what is possible now and what she may do; one stands open on top, or the one that came back."""
    desk = Desk(report=report, member=request.member, today=timezone.localdate(at))
    first = words.first_step(possible, promise)
    came_back = set(bound)
    who = words.reporter_name(report)
    return [
        words.ShownStep(
            name=name,
            words=words.words_of_step(name, who=who),
            form=bound.get(name) or form_for(name, desk, initial=kept.get(name)),
            afterwards=_afterwards(name, report, at),
            is_first=name == first,
            is_open=name in came_back or (name == first and not came_back),
        )
        for name in words.in_order(possible, first)
    ]


def _afterwards(name: str, report: ConcernReport, at: datetime) -> str:
    """What the reporter is promised when this answer is given now."""
    if name != "give_feedback" or report.state == workflow.State.DECIDED:
        return ""
    named = {"name": words.reporter_name(report), "day": Words(timezone.localdate(at)).day(timeline.next_feedback_due(calendar_of(report.municipality), at))}
    return _("After that %(name)s hears from us on %(day)s at the latest.") % named


def _texts(report: ConcernReport, text: reading.ReportText, bound: Bound, kept: Kept, days: Words) -> dict[str, Any]:
    named = {"name": words.reporter_name(report)}
    is_open = workflow.is_open(report.state)
    return {
        "text_heading": _("What %(name)s shared") % named,
        "read_first": _("First read what %(name)s shared") % named,
        "written": texts.written(text.answers),
        "text_instead": texts.gone(text.purged_at, is_unreadable=text.is_unreadable, words=days),
        "messages_of_report": texts.conversation(text.messages, days, to_reporter=False),
        "notes": texts.conversation(text.notes, days, to_reporter=False),
        "feedbacks": _feedbacks(report, text, days),
        "purge": _purge(text, days),
        "message_form": (bound.get("message") or MessageForm(initial=kept.get("message"), label=_("Message to %(name)s") % named)) if is_open else None,
        "note_form": (bound.get("note") or NoteForm(initial=kept.get("note"))) if is_open else None,
    }


def _feedbacks(report: ConcernReport, text: reading.ReportText, days: Words) -> list[dict[str, Any]]:
    """Each with the address where this official can decide about it, when it waits for her."""
    shown = texts.feedbacks(text.feedbacks, days)
    hers = {each.uuid for each in text.feedbacks if each.is_waiting and not each.author_is_reader}
    return [{"line": each, "review_url": reverse("signals:feedback_review", args=[report.uuid, each.uuid]) if each.uuid in hers else ""} for each in shown]


def _purge(text: reading.ReportText, days: Words) -> str:
    if text.purged_at is not None:
        return texts.gone(text.purged_at, is_unreadable=False, words=days)
    if text.purge_on is None:
        return _("There is no text.")
    return _("On %(day)s, or earlier when you pass the report on.") % {"day": days.day(text.purge_on)}


def _people(request: MemberRequest, report: ConcernReport, at: datetime, days: Words) -> dict[str, Any]:
    mine = next((each for each in access.openings_of(report) if each.is_reader(request.member)), None)
    return {
        "readers": people.can_read(access.readers_of(report, at), days, reader=request.member),
        "may_grant": access.may_grant(report, request.member),
        "my_opening": {"title": _("You opened this report"), "what": readings.opened(mine, days)} if mine else None,
    }


@require_POST
@concern_page("signals.report", "signals.handle")
def report_message(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """A message in the conversation, of either side. An answer of the reporter lets the clock run again."""
    report = found(request, uuid)
    form = MessageForm(request.POST)
    page = own.show if own.is_own(request, report) else show
    if (status := status_to_show_again(form)) is not None:
        return page(request, report, bound={"message": form}, status=status)
    try:
        actions.send_message(report, actor=request.member, at=timezone.now(), text=form.cleaned_data["text"])
    except workflow.StepNotAllowed as problem:
        return page(request, found(request, uuid), gone=gone_because(problem, reader=request.member, typed=form.cleaned_data["text"]), status=409)
    forget(request.member, "message", report)
    messages.success(request, _("Your message is sent."))
    return redirect("signals:report_detail", uuid=uuid)


@require_POST
@concern_page("signals.handle")
def report_note(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """A note that the reporter does not see."""
    report = found(request, uuid)
    form = NoteForm(request.POST)
    if (status := status_to_show_again(form)) is not None:
        return show(request, report, bound={"note": form}, status=status)
    try:
        actions.add_note(report, actor=request.member, at=timezone.now(), text=form.cleaned_data["text"])
    except workflow.StepNotAllowed as problem:
        return show(request, found(request, uuid), gone=gone_because(problem, reader=request.member, typed=form.cleaned_data["text"]), status=409)
    forget(request.member, "note", report)
    messages.success(request, _("Your note is saved."))
    return redirect("signals:report_detail", uuid=uuid)
