"""Date polls: the list, making and changing one, the result, and choosing a date. For who organises; who is asked answers on poll_detail."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from keyfigures.views import lists
from keyfigures.views.doors import found, network_page
from keyfigures.views.lists import View
from keyfigures.views.steps import Show, press, take
from meetings.actions import poll as actions
from meetings.forms import poll as forms
from meetings.forms.people import looks_for_people
from meetings.forms.poll import BaseDates, ChooseForm, PollForm
from meetings.models.meeting import Meeting
from meetings.models.poll import DatePoll, PollInvitee, PollOption, PollState
from meetings.presentation import poll as words_of
from meetings.querysets.invitable import invitable
from meetings.views.poll_answer import show_own
from terms.days import local_date
from ui.phrases import Words, upper_first

VIEWS = (
    View(name="open", label=gettext_lazy("Open"), empty=gettext_lazy("No date poll is open."), narrow=lambda rows: rows.open()),
    View(name="klaar", label=gettext_lazy("Done"), empty=gettext_lazy("No date was chosen yet."), narrow=lambda rows: rows.ended()),
)


@require_GET
@network_page("meetings.organise", "meetings.take_part")
def poll_list(request: MemberRequest) -> HttpResponse:
    """For who organises those of the municipality; for others those in which they are asked."""
    at, view, is_work = timezone.now(), lists.chosen(request, VIEWS), request.member.may("meetings.organise")
    page = lists.page_of(request, view.narrow(DatePoll.objects.visible_to(request.member)), moment="made_at")
    if is_work:
        polls = DatePoll.objects.filter(pk__in=[each.pk for each in page.rows]).select_related("meeting").with_counts()
        rows = words_of.rows(polls.order_by("-made_at", "-pk"), at=at)
    else:
        rows = words_of.own_rows(PollInvitee.objects.of(request.member).filter(poll__in=page.rows).with_poll().order_by("-poll__made_at", "-pk"), at=at)
    context = {"rows": rows, "page": page, "view": view, "views": lists.links(request, VIEWS), "is_work": is_work}
    return render(request, "meetings/poll_list.html", context)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise", "meetings.take_part")
def poll_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """For who organises the result; for others their own answer."""
    if not request.member.may("meetings.organise"):
        return show_own(request, uuid)
    return _show_result(request, uuid)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def poll_new(request: MemberRequest) -> HttpResponse:
    at, show = timezone.now(), partial(_show_form, request, title=_("On which dates could it be?"), label=_("Ask everybody"))
    if request.method == "GET":
        return show(form=_form(request, at), dates=forms.dates(at=at))
    act = partial(actions.make, by=request.member, at=at)
    return _take(request, at, act, show=show, afterwards=_("Everybody gets a mail with a link of her own."))


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def poll_edit(request: MemberRequest, uuid: UUID) -> HttpResponse:
    at, poll = timezone.now(), _opened(request, uuid)
    if request.method == "GET" and poll.state != PollState.OPEN:
        return redirect(_url(uuid))
    title, label = _("What changes about this date poll?"), _("Keep it like this")
    show = partial(_show_form, request, poll=poll, title=title, label=label)
    if request.method == "GET":
        return show(form=_form(request, at, poll=poll), dates=forms.dates(at=at, rows=forms.rows_of(poll)))
    act = partial(actions.change, poll, by=request.member, at=at)
    return _take(request, at, act, show=show, afterwards=_("The date poll is changed. Who must look again hears of it."), poll=poll)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def poll_stop(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """On a page of its own, because everybody is told."""
    poll = _opened(request, uuid)
    if request.method == "GET":
        if poll.state != PollState.OPEN:
            return redirect(_url(uuid))
        return render(request, "meetings/poll_stop.html", {"poll": poll, "told": poll.invitees.count()})
    act = partial(actions.stop, poll, by=request.member, at=timezone.now())
    return press(request, act, show=partial(_show_result, request, uuid), afterwards=_("The date poll is stopped. Who was asked hears of it."), to=_url(uuid))


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise")
def poll_choose(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The date becomes the meeting, on a page of its own, because everybody is invited."""
    at, option = timezone.now(), found(PollOption.objects.filter(poll__in=DatePoll.objects.visible_to(request.member)).select_related("poll"), uuid)
    if request.method == "GET" and option.poll.state != PollState.OPEN:
        return redirect(_url(option.poll.uuid))
    show = partial(_show_choose, request, option)
    if request.method == "GET":
        return show(form=ChooseForm(initial={"place": option.poll.place}))
    act = partial(actions.choose, option, by=request.member, at=at)
    return take(request, ChooseForm(request.POST), act, show=show, afterwards=_("The meeting is planned, and everybody is invited."), to=_url_of_meeting)


def _take(
    request: MemberRequest, at: datetime, act: Callable[..., DatePoll], *, show: Show, afterwards: str, poll: DatePoll | None = None,
) -> HttpResponse:
    """Two forms are one answer; a button for other rows or people shows everything again, as it was typed."""
    rows = forms.rows_pressed(request.POST)
    if rows is not None or looks_for_people(request.POST):
        form = _form(request, at, poll=poll, bound=False)
        form.show_again(request.POST)
        return show(form=form, dates=forms.dates(at=at, rows=(forms.rows_typed(request.POST) if rows is None else rows) or [{}]))
    form, dates = _form(request, at, poll=poll), forms.dates(request.POST, at=at)
    if not dates.is_valid() or not _ends_before(form, dates):
        form.is_valid()
        return show(form=form, dates=dates, status=400)
    again = partial(show, dates=dates)
    return take(request, form, partial(act, dates=dates.periods()), show=again, afterwards=afterwards, to=lambda row: _url(row.uuid))


def _ends_before(form: PollForm, dates: BaseDates) -> bool:
    """The last day to answer comes before the first date."""
    if form.is_valid() and form.cleaned_data["last_day"] >= min(local_date(first) for first, _last in dates.periods()):
        form.add_error("last_day", _("Choose a day before the first date."))
    return not form.errors


def _show_form(
    request: MemberRequest, *, form: PollForm, dates: BaseDates, title: str, label: str, poll: DatePoll | None = None, problem: str = "", status: int = 200,
) -> HttpResponse:
    """The form again. Changed by a colleague: both texts beside each other. Not possible any more: the poll as it is, with what she typed."""
    differences: Sequence[Any] = ()
    if problem and poll is not None:
        poll = _opened(request, poll.uuid)
        if poll.state != PollState.OPEN:
            return _show_result(request, poll.uuid, problem=problem, typed=words_of.told(form.answers(), dates.periods()), status=status)
        differences = words_of.differences(poll, form.answers(), dates.periods())
        form.bring_up_to(poll.version)
    context = {"form": form, "dates": dates, "title": title, "label": label, "poll": poll, "problem": problem, "differences": differences, "most": forms.MOST}
    return render(request, "meetings/poll_form.html", context, status=status)


def _show_result(request: MemberRequest, uuid: UUID, *, problem: str = "", typed: str = "", status: int = 200, **_form: object) -> HttpResponse:
    at, poll = timezone.now(), _opened(request, uuid)
    people = list(poll.invitees.for_list())
    waited_for, answered = words_of.people(people, at=at)
    context = {
        "poll": poll, "title": words_of.title(poll, len(waited_for), at=at), "state": words_of.state_of(poll, Words(local_date(at)), at),
        "is_open": poll.state == PollState.OPEN, "results": words_of.results(poll, people, at=at),
        "waited_for": words_of.by_initial(waited_for), "answered": words_of.by_initial(answered),
        "is_asked": any(each.member_id == request.member.pk for each in people), "problem": problem, "typed": typed,
    }
    return render(request, "meetings/poll_result.html", context, status=status)


def _show_choose(request: MemberRequest, option: PollOption, *, form: ChooseForm, problem: str = "", status: int = 200) -> HttpResponse:
    poll = _opened(request, option.poll.uuid)
    if problem and poll.state != PollState.OPEN:
        return _show_result(request, poll.uuid, problem=problem, status=status)
    when = upper_first(Words(local_date(timezone.now())).full_period(option.starts_at, option.ends_at))
    context = {"poll": poll, "form": form, "when": when, "told": poll.invitees.count(), "problem": problem}
    return render(request, "meetings/poll_choose.html", context, status=status)


def _form(request: MemberRequest, at: datetime, *, poll: DatePoll | None = None, bound: bool = True) -> PollForm:
    """Empty, or with what was posted. A constant number of statements, however many people there are."""
    data = [request.POST] if request.method == "POST" and bound else []
    return PollForm(*data, at=at, people=invitable(request.municipality, on=local_date(at)), municipality=request.municipality, poll=poll)


def _opened(request: MemberRequest, uuid: UUID) -> DatePoll:
    return found(DatePoll.objects.visible_to(request.member).with_people(), uuid)


def _url(uuid: UUID) -> str:
    return reverse("meetings:poll_detail", args=[uuid])


def _url_of_meeting(meeting: Meeting) -> str:
    return reverse("meetings:meeting_detail", args=[meeting.uuid])
