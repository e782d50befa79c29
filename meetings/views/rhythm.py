"""The year of meetings, and how often a municipality wants to meet."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import take
from meetings.actions import rhythm as actions
from meetings.forms.rhythm import TargetsForm
from meetings.models.rhythm import MeetingRhythm
from meetings.presentation import rhythm as words_of
from meetings.views.planning import KIND
from ui.navigation import NavItem

YEAR = "jaar"  # name in the address


@require_GET
@network_page("meetings.organise", "keyfigures.figures")
def meeting_year(request: MemberRequest) -> HttpResponse:
    """Held and planned beside what was wanted; without titles for who may see figures only."""
    at, here = timezone.now(), timezone.localdate().year
    year = _year(request.GET.get(YEAR, ""), here)
    years = [NavItem(label=str(each), url="?" + urlencode({YEAR: each}), current=each == year) for each in sorted({here - 1, here, here + 1, year})]
    context = {
        "year": words_of.year_of(request.member, year, at=at), "years": years, "may_plan": request.member.may("meetings.organise"),
        "may_set": actions.may_set(request.member),
    }
    return render(request, "meetings/meeting_year.html", context)


@require_http_methods(["GET", "POST"])
@network_page("meetings.organise", "keyfigures.settings")
def rhythm_settings(request: MemberRequest) -> HttpResponse:
    per_year = MeetingRhythm.objects.per_year(request.municipality)
    show = partial(_show_settings, request)
    if request.method == "GET":
        return show(form=TargetsForm(per_year=per_year))
    act = partial(actions.set_targets, by=request.member, at=timezone.now())
    afterwards = _("This is how often you want to meet from now on.")
    return take(request, TargetsForm(request.POST, per_year=per_year), act, show=show, afterwards=afterwards, to=reverse("meetings:rhythm_settings"))


@require_GET
@network_page("meetings.organise")
def rhythm_plan(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Where a promise about the rhythm is kept: planning a meeting of this kind."""
    row = found(MeetingRhythm.objects.of_municipality(request.municipality), uuid)
    return redirect(reverse("meetings:meeting_new") + "?" + urlencode({KIND: row.kind}))


def _show_settings(request: MemberRequest, *, form: TargetsForm, problem: str = "", status: int = 200) -> HttpResponse:
    sees_year = request.member.may("meetings.organise")
    return render(request, "meetings/rhythm_settings.html", {"form": form, "problem": problem, "sees_year": sees_year}, status=status)


def _year(text: str, here: int) -> int:
    """What is no year counts as this one."""
    return int(text) if text.isdecimal() and text.isascii() and words_of.FIRST_YEAR <= int(text[:6]) <= words_of.LAST_YEAR else here
