"""An invitation answered by the link in the mail, without log-in. Nothing here changes by looking: mail scanners follow links."""

from functools import partial
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import signed_links
from keyfigures.views.doors import public_page
from keyfigures.views.steps import take
from meetings import invitation_mail
from meetings.actions import answers
from meetings.forms.attendance import AnswerForm
from meetings.models.attendance import Attendee
from meetings.presentation import invitation as words_of
from meetings.views.opened_links import OpenedLinks

OPENED = OpenedLinks("invitations")


@login_not_required
@never_cache
@require_GET
def invitation_link(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link of the mail. The signature leaves the address bar."""
    row = Attendee.objects.filter(uuid=uuid).first()
    signature = request.GET.get(signed_links.PARAMETER, "")
    if row is None or not signed_links.is_signed(uuid, signature, purpose=invitation_mail.purpose(row)):
        return _over(request)
    OPENED.remember(request, row)
    return redirect("meetings:invitation_answer", uuid=uuid)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def invitation_answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Whose invitation it is, and three buttons."""
    row, at = _opened(request, uuid), timezone.now()
    if row is None or not words_of.can_answer_by_link(row, at):
        return _over(request)
    show = partial(_show, request, uuid)
    if request.method == "GET":
        return show()
    to = reverse("meetings:invitation_answer", args=[uuid])
    return take(request, AnswerForm(request.POST), partial(answers.answer_by_link, row, at=at), show=show, afterwards=_("Your answer is written down."), to=to)


@login_not_required
@never_cache
@require_POST
def invitation_not_me(request: HttpRequest, uuid: UUID) -> HttpResponse:
    row = _opened(request, uuid)
    if row is None:
        return _over(request)
    answers.stop_link(row, at=timezone.now())
    return public_page(request, row.municipality, "meetings/invitation_not_me.html", {})


def _show(request: HttpRequest, uuid: UUID, *, problem: str = "", status: int = 200, **_form: object) -> HttpResponse:
    row, at = _opened(request, uuid), timezone.now()
    if row is None or not words_of.can_answer_by_link(row, at):
        return _over(request)
    context = {"row": row, "meeting": row.meeting, "page": words_of.own(row, at=at), "problem": problem}
    return public_page(request, row.municipality, "meetings/invitation_answer.html", context, status=status)


def _opened(request: HttpRequest, uuid: UUID) -> Attendee | None:
    """The invitation whose link this browser opened, as long as that link was not replaced or stopped."""
    opened = OPENED.filters(request, uuid)
    return Attendee.objects.with_all().filter(**opened).first() if opened else None


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, stopped and past: it tells a stranger nothing, and her what to do."""
    return render(request, "meetings/invitation_over.html", status=410)
