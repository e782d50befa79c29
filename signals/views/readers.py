"""Who may read a report: the reason at the first opening, access for a colleague, and access in an emergency."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from signals import access
from signals.forms.building import Desk, form_for
from signals.forms.steps import BreakGlassForm, GrantForm, OpenReasonForm
from signals.models import AccessGrant, ConcernReport
from signals.presentation import people
from signals.views.doors import concern_page, found, opened
from ui.phrases import Words


@require_http_methods(["GET", "POST"])
@concern_page("signals.handle")
def report_reason(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Why she opens it, asked once; the reporter reads it."""
    report = found(request, uuid)
    form = OpenReasonForm(request.POST or None)
    if not form.is_valid():
        return render(request, "signals/work_reason.html", {"report": report, "form": form}, status=400 if form.is_bound else 200)
    opened(request, uuid, reason=form.cleaned_data["reason"])
    return redirect("signals:report_detail", uuid=uuid)


@require_http_methods(["GET", "POST"])
@concern_page("signals.handle")
def report_access(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Who can read this report, and letting a colleague read along for some days."""
    report = found(request, uuid)
    form = form_for("grant", Desk(report=report, member=request.member, today=timezone.localdate()), request.POST or None)
    if not isinstance(form, GrantForm) or not form.is_valid():
        return _show_access(request, report, form, status=400 if form.is_bound else 200)
    try:
        access.grant(report, actor=request.member, at=timezone.now(), **form.cleaned_data)
    except PermissionDenied:
        raise Http404 from None
    messages.success(request, _("%(name)s can read along.") % {"name": form.cleaned_data["member"].name})
    return redirect("signals:report_access", uuid=uuid)


def _show_access(request: MemberRequest, report: ConcernReport, form: object, *, status: int) -> HttpResponse:
    readers = people.can_read(access.readers_of(report, timezone.now()), Words(timezone.localdate()), reader=request.member)
    rows = [{"line": each, "revoke_url": reverse("signals:access_revoke", args=[report.uuid, each.grant]) if each.grant else ""} for each in readers]
    context = {"report": report, "form": form, "readers": rows}
    return render(request, "signals/work_access.html", context, status=status)


@require_POST
@concern_page("signals.handle")
def access_revoke(request: MemberRequest, uuid: UUID, pk: int) -> HttpResponse:
    """End an access before its day."""
    report = found(request, uuid)
    try:
        grant = access.grant_of(report, pk)
        access.revoke(grant, actor=request.member, at=timezone.now())
    except (AccessGrant.DoesNotExist, PermissionDenied):
        raise Http404 from None
    messages.success(request, _("The access has ended."))
    return redirect("signals:report_access", uuid=uuid)


@require_http_methods(["GET", "POST"])
@concern_page("signals.handle")
def break_glass(request: MemberRequest) -> HttpResponse:
    """One report of her municipality, for 24 hours, told to the reporter and the privacy officer."""
    form = BreakGlassForm(request.POST or None)
    if not form.is_valid():
        return render(request, "signals/break_glass.html", {"form": form}, status=400 if form.is_bound else 200)
    try:
        report = access.break_glass(form.cleaned_data["number"], actor=request.member, reason=form.cleaned_data["reason"], at=timezone.now())
    except ConcernReport.DoesNotExist:
        form.add_error("number", _("There is no report with this number."))
        return render(request, "signals/break_glass.html", {"form": form}, status=400)
    return redirect("signals:report_detail", uuid=report.uuid)
