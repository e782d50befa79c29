"""A report by phone, written down by an official for the key figure who calls."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.http import MemberRequest
from signals import actions, drafts
from signals.forms.share import IntakeForm
from signals.views.doors import concern_page
from signals.views.problems import cannot_send
from ui.hints import status_to_show_again


@require_http_methods(["GET", "POST"])
@concern_page("signals.intake")
def intake(request: MemberRequest) -> HttpResponse:
    """The receipt goes to who called; she sees who wrote it down."""
    on = timezone.localdate()
    if request.method == "GET":
        draft = drafts.load(request.member, "intake", at=timezone.now())
        kept = {"submission": uuid4(), **(draft.answers if draft else {})}
        return _show(request, IntakeForm(official=request.member, on=on, initial=kept))
    form = IntakeForm(request.POST, official=request.member, on=on)
    if (status := status_to_show_again(form)) is not None:
        return _show(request, form, status=status)
    return _file(request, form)


def _show(request: MemberRequest, form: IntakeForm, *, status: int = 200) -> HttpResponse:
    return render(request, "signals/intake.html", {"form": form}, status=status)


def _file(request: MemberRequest, form: IntakeForm) -> HttpResponse:
    reporter = form.cleaned_data["reporter"]
    try:
        report = actions.file_report(
            reporter=reporter,
            submission=form.cleaned_data["submission"],
            way="phone",
            answers=form.answers(),
            at=timezone.now(),
            entered_by=request.member,
        )
    except actions.FilingProblem as problem:
        return cannot_send(request, problem)
    drafts.discard(request.member, "intake")
    words = {"number": report.number, "name": reporter.name}
    messages.success(request, _("Report %(number)s is saved. %(name)s gets the receipt.") % words)
    return redirect("signals:report_list")
