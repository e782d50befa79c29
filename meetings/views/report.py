"""The report of a meeting: written on one screen, checked, closed; read on the web and on paper."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from accounts.models import Membership
from keyfigures.forms.versions import VersionedForm
from keyfigures.views.doors import network_page
from keyfigures.views.steps import take
from meetings import report_paper, reports
from meetings.actions import report as actions
from meetings.forms.report import ReportForm, Table
from meetings.models.agenda import ActionPoint, AgendaItem
from meetings.models.attendance import Attendee
from meetings.models.meeting import Meeting
from meetings.presentation import action as action_words
from meetings.presentation import report as words_of
from meetings.presentation.meeting import is_led_by, when
from meetings.presentation.point import parts
from meetings.views.meeting import PERMISSIONS, led, opened
from terms.days import local_date
from ui.phrases import Words

CHECK = "check"  # the button that leads on


@require_http_methods(["GET", "POST"])
@network_page("meetings.report")
def report_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Before it begins there is nothing to write, after closing nothing to change."""
    at, meeting = timezone.now(), led(request, uuid)
    if request.method == "GET" and not reports.can_be_written(meeting, at):
        return redirect(_url(meeting) if reports.is_there(meeting) else reverse("meetings:meeting_detail", args=[uuid]))
    table = table_of(meeting, at=at)
    if request.method == "GET":
        return _show_form(request, uuid, form=ReportForm(table=table, today=local_date(at)))
    form = ReportForm(request.POST, table=table, today=local_date(at))
    act, goes_on = partial(actions.save, meeting, by=request.member, at=at), request.POST.get("then") == CHECK
    to = reverse("meetings:report_check" if goes_on else "meetings:report_edit", args=[uuid])
    return take(request, form, act, show=partial(_show_form, request, uuid), afterwards=_("What you wrote is kept. Nobody else reads it yet."), to=to)


@require_http_methods(["GET", "POST"])
@network_page("meetings.report")
def report_check(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """As everybody will read it, what is missing, and the button that closes it."""
    at, meeting = timezone.now(), led(request, uuid)
    if request.method == "GET":
        if not reports.can_be_written(meeting, at):
            return redirect(_url(meeting) if reports.is_there(meeting) else reverse("meetings:meeting_detail", args=[uuid]))
        return _show_check(request, uuid)
    act = partial(actions.close, meeting, by=request.member, at=at)
    afterwards = _("The report is closed. Everybody who was invited is told.")
    return take(request, VersionedForm(request.POST), act, show=partial(_show_check, request, uuid), afterwards=afterwards, to=_url(meeting))


@require_GET
@network_page(*PERMISSIONS)
def report_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show(request, uuid)


@require_GET
@network_page(*PERMISSIONS)
def report_pdf(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The file name says nothing about the meeting."""
    meeting = _with_report(request, uuid)
    content = report_paper.pdf_of(report_paper.words_for(meeting, reader=request.member, at=timezone.now()))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="verslag.pdf"'})


def show(request: MemberRequest, uuid: UUID, *, problem: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    """The report as it is now."""
    meeting, at = _with_report(request, uuid), timezone.now()
    today, is_led = local_date(at), is_led_by(meeting, request.member)
    tasks = ActionPoint.objects.of_meeting(meeting).with_people()
    context = {
        "meeting": meeting,
        "when": when(meeting, Words(today)),
        "lead": words_of.lead(meeting, reader=request.member, at=at),
        "how_many": words_of.how_many(meeting),
        "until": words_of.until(meeting, at=at),
        "points": parts(meeting, reader=request.member, at=at),
        "actions": action_words.rows_of(tasks, reader=request.member, is_led=is_led, today=today),
        "problem": problem,
        "typed": typed,
    }
    return render(request, "meetings/report_detail.html", context, status=status)


def table_of(meeting: Meeting, *, at: datetime) -> Table:
    """Everything that is asked about. Four statements, however many people and points there are."""
    attendees = list(Attendee.objects.of_meeting(meeting).for_list())
    return Table(
        meeting=meeting,
        items=list(AgendaItem.objects.of_meeting(meeting)),
        attendees=attendees,
        actions=list(ActionPoint.objects.of_meeting(meeting).with_people()),
        owners=owners_of(meeting, attendees, on_day=at),
    )


def owners_of(meeting: Meeting, attendees: Sequence[Attendee], *, on_day: datetime) -> list[Membership]:
    """Who can do something after it: who was invited, organises or leads, and still takes part. By name, each once."""
    people = {each.pk: each for each in (meeting.organiser, meeting.chair, *(row.member for row in attendees)) if each is not None}
    here = [each for each in people.values() if each.is_active_on(local_date(on_day)) and each.may("meetings.take_part")]
    return sorted(here, key=lambda each: (each.name, each.pk))


def _show_form(request: MemberRequest, uuid: UUID, *, form: ReportForm, problem: str = "", status: int = 200) -> HttpResponse:
    """Written by a colleague meanwhile: both texts beside each other, and hers where nothing was typed. Closed meanwhile: the report, with what she typed."""
    meeting, at, differences = led(request, uuid), timezone.now(), []
    if problem and not reports.can_be_written(meeting, at):
        if reports.is_there(meeting):
            return show(request, uuid, problem=problem, typed=words_of.typed(form.answers(), form.table.items), status=status)
        raise Http404
    if problem:
        form.fill_up()
        differences = words_of.differences(meeting, form.answers())
        form.bring_up_to(meeting.version)
    context = {"meeting": meeting, "form": form, "problem": problem, "differences": differences, "when": when(meeting, Words(local_date(at)))}
    return render(request, "meetings/report_edit.html", context, status=status)


def _show_check(request: MemberRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    meeting, at = led(request, uuid), timezone.now()
    if problem and reports.is_there(meeting):
        return show(request, uuid, problem=problem, status=status)
    if problem and not reports.can_be_written(meeting, at):
        raise Http404
    table = table_of(meeting, at=at)
    missing = reports.missing(table.items, [each.was_present for each in table.attendees])
    context = {
        "meeting": meeting,
        "items": table.items,
        "actions": table.actions,
        "present": [each.member.name for each in table.attendees if each.was_present],
        "missing": words_of.missing_in_words(missing),
        "told": words_of.counted(meeting) if meeting.invited_at else "",
        "problem": problem,
    }
    return render(request, "meetings/report_check.html", context, status=status)


def _with_report(request: MemberRequest, uuid: UUID) -> Meeting:
    meeting = opened(request, uuid)
    if not reports.is_there(meeting):
        raise Http404
    return meeting


def _url(meeting: Meeting) -> str:
    return reverse("meetings:report_detail", args=[meeting.uuid])
