"""Who is invited: choosing them, how the mail went, answers by phone, and what people need. For who organises or leads."""

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.http import MemberRequest
from audit import log
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import press, take
from meetings import log_verbs
from meetings.actions import answers, invitations
from meetings.forms.attendance import AnswerForm
from meetings.forms.people import InviteForm, looks_for_people
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.presentation import invitees as words_of
from meetings.presentation.invitation import can_answer
from meetings.querysets import invitable
from meetings.views.meeting import led, opened
from meetings.views.meeting import show as show_meeting
from notifications.models import State
from terms.days import local_date
from ui.phrases import Words

VIEWS = (
    View(name="alle", label=gettext_lazy("All"), empty=gettext_lazy("Nobody is invited yet."), narrow=lambda rows: rows),
    View(name="komt", label=gettext_lazy("Come"), empty=gettext_lazy("Nobody said yes yet."), narrow=lambda rows: rows.has_place()),
    View(name="wacht", label=gettext_lazy("Wait for a place"), empty=gettext_lazy("Nobody waits for a place."), narrow=lambda rows: rows.waiting()),
    View(name="stil", label=gettext_lazy("Did not answer"), empty=gettext_lazy("Everybody answered."), narrow=lambda rows: rows.unanswered()),
)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def invite(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Who is ticked; buttons beside the one that sends tick or show other people."""
    meeting, at = opened(request, uuid), timezone.now()
    show, may_look = partial(_show_invite, request, meeting), words_of.can_invite(meeting, at)
    if request.method == "GET":
        return show(form=_invite_form(meeting, at)) if may_look else redirect(_url(uuid))
    if may_look and looks_for_people(request.POST):
        form = _invite_form(meeting, at)
        form.show_again(request.POST)
        return show(form=form)
    act, to = partial(invitations.invite, meeting, by=request.member, at=at), reverse("meetings:invitee_list", args=[uuid])
    return take(request, _invite_form(meeting, at, request.POST), act, show=show, afterwards=_("The invitations go out now."), to=to)


@require_GET
@network_page("meetings.organise", "meetings.chair")
def invitee_list(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """All on one page: at most some hundreds, in a constant number of statements."""
    return _show_list(request, uuid)


@require_POST
@network_page("meetings.organise")
def invitees_again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(invitations.send_failed_again, led(request, uuid), by=request.member, at=timezone.now())
    to = reverse("meetings:invitee_list", args=[uuid])
    return press(request, act, show=partial(_show_list, request, uuid), afterwards=_("The mails that failed are sent once more."), to=to)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise", "meetings.chair")
def invitation_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """How it stands with one; the organiser writes down what was said by phone."""
    row, at = _found(request, uuid), timezone.now()
    if request.method == "GET":
        return _show_one(request, uuid)
    act = partial(answers.write_down, row, by=request.member, at=at)
    to = reverse("meetings:invitation_detail", args=[uuid])
    return take(request, AnswerForm(request.POST), act, show=partial(_show_one, request, uuid), afterwards=_("The answer is written down."), to=to)


@require_POST
@network_page("meetings.organise")
def invitation_again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    act = partial(invitations.send_again, _found(request, uuid), by=request.member, at=timezone.now())
    to = reverse("meetings:invitation_detail", args=[uuid])
    return press(request, act, show=partial(_show_one, request, uuid), afterwards=_("The mail is sent once more."), to=to)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def invitation_take_back(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Asked first, because what she answered goes with it."""
    row, at = _found(request, uuid), timezone.now()
    if request.method == "GET":
        if not can_answer(row, at):
            return redirect("meetings:invitation_detail", uuid=uuid)
        return render(request, "meetings/invitation_take_back.html", {"row": row, "meeting": row.meeting})
    act, to = partial(invitations.take_back, row, by=request.member, at=at), reverse("meetings:invitee_list", args=[row.meeting.uuid])
    afterwards = _("%(name)s is not invited any more.") % {"name": row.member.name}
    return press(request, act, show=partial(_show_one, request, uuid), afterwards=afterwards, to=to)


@require_GET
@network_page("meetings.organise", "meetings.chair")
def needs_list(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """What people need, with names where one must know for whom. Who read it is written to the log."""
    meeting = led(request, uuid)
    log.record(log_verbs.NEEDS_READ, at=timezone.now(), actor=request.member, kind="meetings.meeting", subject=meeting.uuid)
    context = {"meeting": meeting, "lines": words_of.needs(meeting), "in_own_words": words_of.in_own_words(meeting)}
    return render(request, "meetings/needs_list.html", context)


def _invite_form(meeting: Meeting, at: datetime, *data: Any) -> InviteForm:  # noqa: ANN401  posted fields
    """Beforehand only the chair is ticked. A constant number of statements, however many people there are."""
    people = invitable.not_invited(meeting, on=local_date(at))
    ticked = [str(meeting.chair.uuid)] if meeting.chair else []
    return InviteForm(*data, people=people, municipality=meeting.municipality, initial={"officials": ticked})


def _show_invite(request: MemberRequest, meeting: Meeting, *, form: InviteForm, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return show_meeting(request, meeting.uuid, problem=problem, status=status)
    return render(request, "meetings/invite.html", {"meeting": meeting, "form": form}, status=status)


def _show_list(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    meeting, view, at = led(request, uuid), lists.chosen(request, VIEWS), timezone.now()
    messages = words_of.newest_messages(meeting)
    context = {
        "meeting": meeting, "view": view, "views": lists.links(request, VIEWS), "problem": problem, "progress": words_of.progress_of(messages.values()),
        "rows": words_of.rows(view.narrow(Attendee.objects.of_meeting(meeting)).for_names(), messages),
        "unknown_reply": words_of.unknown_reply(meeting, Words(local_date(at))),
        "may_organise": request.member.may("meetings.organise"), "can_invite": words_of.can_invite(meeting, at),
    }
    return render(request, "meetings/invitee_list.html", context, status=status)


def _show_one(request: MemberRequest, uuid: UUID, *, form: forms.Form | None = None, problem: str = "", status: int = 200) -> HttpResponse:
    row, at = _found(request, uuid), timezone.now()
    message = words_of.newest_messages(row.meeting, only=row).get(row.uuid)
    may_change = request.member.may("meetings.organise") and can_answer(row, at)
    failed = message is not None and message.state == State.FAILED
    context = {
        "row": row, "meeting": row.meeting, "problem": problem, "state": words_of.state_of(row), "mail_problem": words_of.problem_of(row, message),
        "sent": words_of.sent_sentence(message, Words(local_date(at))),
        "form": (form if isinstance(form, AnswerForm) and not problem else AnswerForm(initial={"answer": row.answer})) if may_change else None,
        "can_send_again": may_change and (failed or row.link_stopped_at is not None), "is_stopped": row.link_stopped_at is not None,
    }
    return render(request, "meetings/invitation_detail.html", context, status=status)


def _found(request: MemberRequest, uuid: UUID) -> Attendee:
    """One invitation of a meeting that the reader organises or leads."""
    return found(Attendee.objects.filter(meeting__in=Meeting.objects.led_by(request.member)).with_all(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("meetings:meeting_detail", args=[uuid])
