"""The list of meetings, and the page of one meeting, to which each noun adds its part."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.parts import Part, drawn
from meetings.models.meeting import Meeting
from meetings.presentation import action, agenda, chair, invitation, invitees, planning, pulse, report
from meetings.presentation import meeting as words_of
from meetings.presentation import poll as polls
from meetings.presentation.meeting import Step

PERMISSIONS = ("meetings.organise", "meetings.chair", "meetings.take_part")
VIEWS = (
    View(
        name="komt", label=gettext_lazy("Coming"), empty=gettext_lazy("No meeting is planned at the moment."),
        narrow=lambda rows, at: rows.ahead(at),
    ),
    View(name="geweest", label=gettext_lazy("Past"), empty=gettext_lazy("There was no meeting yet."), narrow=lambda rows, at: rows.past(at)),
    View(name="afgezegd", label=gettext_lazy("Cancelled"), empty=gettext_lazy("No meeting was cancelled."), narrow=lambda rows, **_: rows.cancelled()),
)


# In the order of the page. A noun adds its line here: below the head, and beside it (below, for a key figure). A part decides itself by
# `words_of.is_led_by` and by the row of the reader what she may see.
BELOW: tuple[Part, ...] = (
    Part("meetings/meeting/_invitation.html", invitation.section),
    Part("meetings/meeting/_agenda.html", agenda.section),
    Part("meetings/meeting/_report.html", report.section),
    Part("meetings/meeting/_action.html", action.section),
    Part("meetings/meeting/_pulse.html", pulse.section),
    Part("meetings/meeting/_invitees.html", invitees.section),
)
BESIDE: tuple[Part, ...] = (Part("meetings/meeting/_chair.html", chair.section), Part("meetings/meeting/_planning.html", planning.section))
# `step(meeting, reader=…, at=…)` → Step or None. The first that is there is the main button, the others are quieter.
STEPS: tuple[Callable[..., Step | None], ...] = (report.step, invitees.step, chair.step, planning.step, agenda.step, pulse.step)


@require_GET
@network_page(*PERMISSIONS)
def meeting_list(request: MemberRequest) -> HttpResponse:
    """What comes first on top; what is past newest first. A constant number of statements."""
    at, view = timezone.now(), lists.chosen(request, VIEWS)
    meetings = view.narrow(Meeting.objects.visible_to(request.member), at=at)
    page = lists.page_of(request, meetings, moment="starts_at", oldest_first=view == VIEWS[0])
    context = {
        "rows": words_of.rows(page.rows, reader=request.member, at=at),
        "page": page,
        "view": view,
        "views": lists.links(request, VIEWS),
        "polls": polls.waiting_for(request.member, at=at),
        "may_plan": request.member.may("meetings.organise"),
        "sees_year": request.member.may("meetings.organise") or request.member.may("keyfigures.figures"),
    }
    return render(request, "meetings/meeting_list.html", context)


@require_GET
@network_page(*PERMISSIONS)
def meeting_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return show(request, uuid)


def opened(request: MemberRequest, uuid: UUID) -> Meeting:
    """The meeting, when the reader may see it; else it does not exist."""
    return found(Meeting.objects.visible_to(request.member).with_people(), uuid)


def led(request: MemberRequest, uuid: UUID) -> Meeting:
    """The meeting, when the reader organises or leads it; else it does not exist."""
    return found(Meeting.objects.led_by(request.member).with_people(), uuid)


def show(request: MemberRequest, uuid: UUID, *, status: int = 200, **more: Any) -> HttpResponse:  # noqa: ANN401  for the templates of the parts
    """The page as it is now; `more` is what a step that went wrong has to say: `problem`, or the form of a part."""
    meeting, at = opened(request, uuid), timezone.now()
    below, beside = (drawn(parts, meeting, reader=request.member, at=at) for parts in (BELOW, BESIDE))
    steps = [step for each in STEPS if (step := each(meeting, reader=request.member, at=at)) is not None]
    head = words_of.head(meeting, reader=request.member, at=at)
    context = {"meeting": meeting, "head": head, "below": below, "beside": beside, "steps": steps, **more}
    return render(request, "meetings/meeting_detail.html", context, status=status)
