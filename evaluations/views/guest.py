"""Asking somebody from outside for one part in one evaluation, and ending that. For who holds evaluations."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.http import MemberRequest
from evaluations.actions import guests as actions
from evaluations.forms.evaluation import GuestForm
from evaluations.models.evaluation import Guest
from evaluations.views.evaluation import opened
from evaluations.views.evaluation import show as show_evaluation
from keyfigures.views.doors import found, network_page
from keyfigures.views.steps import press, take
from terms.days import local_date


@require_http_methods(["GET", "POST"])
@network_page("evaluations.manage")
def guest_new(request: MemberRequest, uuid: UUID) -> HttpResponse:
    evaluation, at = opened(request, uuid), timezone.now()
    people = actions.can_be_asked(evaluation, on=local_date(at))
    show = partial(_show, request, uuid)
    if request.method == "GET":
        return show(form=GuestForm(today=local_date(at), people=people))
    act = partial(actions.give, evaluation, by=request.member, at=at)
    form, to = GuestForm(request.POST, today=local_date(at), people=people), reverse("evaluations:evaluation_detail", args=[uuid])
    return take(request, form, act, show=show, afterwards=_("She can begin, and gets a message."), to=to)


@require_POST
@network_page("evaluations.manage")
def guest_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    guest = found(Guest.objects.filter(municipality=request.municipality).select_related("evaluation", "member__user"), uuid)
    to = reverse("evaluations:evaluation_detail", args=[guest.evaluation.uuid])
    act = partial(actions.take_back, guest, by=request.member, at=timezone.now())
    afterwards = _("%(name)s does not see this evaluation any more.") % {"name": guest.member.name}
    return press(request, act, show=partial(show_evaluation, request, guest.evaluation.uuid), afterwards=afterwards, to=to)


def _show(request: MemberRequest, uuid: UUID, *, form: GuestForm, problem: str = "", status: int = 200) -> HttpResponse:
    if problem:
        return show_evaluation(request, uuid, problem=problem, status=status)
    return render(request, "evaluations/guest_new.html", {"evaluation": opened(request, uuid), "form": form}, status=status)
