"""Away, and who stands in: officials keep this themselves."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.decorators import permission_required
from accounts.forms import AbsenceForm, DeputyForm
from accounts.http import MemberRequest


@permission_required("accounts.absence")
def absence_list(request: MemberRequest) -> HttpResponse:
    today = timezone.localdate()
    form = AbsenceForm(request.POST if request.method == "POST" else None, member=request.member, today=today)
    if form.is_valid() and _recorded(request, form):
        return redirect("accounts:absence_list")
    deputy_form = DeputyForm(member=request.member, today=today)
    return _page(request, form=form, deputy_form=deputy_form, status=400 if form.errors else 200)


@require_POST
@permission_required("accounts.absence")
def absence_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    absence = get_object_or_404(request.member.absences, uuid=uuid)
    actions.end_absence(absence, on=timezone.localdate())
    messages.success(request, _("You are back from today. New messages come to you again."))
    return redirect("accounts:absence_list")


@require_POST
@permission_required("accounts.absence")
def deputy(request: MemberRequest) -> HttpResponse:
    today = timezone.localdate()
    form = DeputyForm(request.POST, member=request.member, today=today)
    if not form.is_valid():
        return _page(request, form=AbsenceForm(member=request.member, today=today), deputy_form=form, status=400)
    actions.choose_deputy(request.member, deputy=form.cleaned_data["deputy"], on=today)
    messages.success(request, _("Your deputy is as you see it here."))
    return redirect("accounts:absence_list")


def _recorded(request: MemberRequest, form: AbsenceForm) -> bool:
    try:
        absence = actions.set_absence(request.member, **form.cleaned_data)
    except actions.NotPossible as problem:
        form.add_error(None, str(problem))
        return False
    messages.success(request, _("%(deputy)s gets your new messages on these days.") % {"deputy": absence.deputy.name})
    return True


def _page(request: MemberRequest, *, form: AbsenceForm, deputy_form: DeputyForm, status: int) -> HttpResponse:
    absences = request.member.absences.not_over_on(timezone.localdate()).for_list()
    context = {"form": form, "deputy_form": deputy_form, "absences": absences, "today": timezone.localdate()}
    return render(request, "accounts/absence_list.html", context, status=status)
