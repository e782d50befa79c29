"""Handing over in one guided step: what there is, to whom, and what then happens."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts.actions import NotPossible
from accounts.decorators import member_required, permission_required
from accounts.http import MemberRequest
from accounts.models import Membership
from sleutelfiguren import handover
from sleutelfiguren.handover import Colleague
from terms.handover import parts_of
from terms.models import Clock


@require_GET
@never_cache
@permission_required("accounts.hand_over", hidden=True)
def hand_over_list(request: MemberRequest) -> HttpResponse:
    """Who owes something here, with who is away or gone on top."""
    today = timezone.localdate()
    owed = Clock.objects.open().filter(municipality=request.municipality)
    owners = Membership.objects.of_municipality(request.municipality).filter(pk__in=owed.values("owner"))
    absent = set(Membership.objects.absent_on(today).filter(municipality=request.municipality).values_list("pk", flat=True))
    rows = [{"member": each, "is_gone": not each.is_active_on(today), "is_absent": each.pk in absent} for each in owners.for_list()]
    rows.sort(key=lambda row: (not row["is_gone"], not row["is_absent"]))
    return render(request, "handover/list.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@never_cache
@member_required
def hand_over(request: MemberRequest, uuid: UUID | None = None) -> HttpResponse:
    """Hers, or that of a colleague for who may do that. Choose by a link, read what happens, confirm."""
    member = _whose(request, uuid)
    parts, at = parts_of(member), timezone.now()
    choices = handover.colleagues(member, parts, at=at)
    chosen = _chosen(choices, request.POST.get("naar") or request.GET.get("naar", ""))
    problem: NotPossible | None = None
    if request.method == "POST" and chosen is not None:
        try:
            given = handover.hand_over(member, to=chosen.member, by=request.member, at=at)
        except NotPossible as raised:
            problem = raised
        else:
            messages.success(request, _told(chosen, given))
            return redirect(request.path)
    elif request.method == "POST":
        problem = handover.NothingToHandOver()
    context = {"member": member, "is_own": member.pk == request.member.pk, "parts": parts, "choices": choices, "chosen": chosen, "problem": problem}
    return render(request, "handover/page.html", context, status=409 if problem else 200)


def _whose(request: MemberRequest, uuid: UUID | None) -> Membership:
    here = Membership.objects.of_municipality(request.municipality).select_related("user", "municipality", "deputy__user")
    member = here.filter(uuid=uuid).first() if uuid else here.get(pk=request.member.pk)
    if member is None or not handover.may_hand_over(member, request.member):
        raise Http404
    return member


def _chosen(choices: list[Colleague], wanted: str) -> Colleague | None:
    return next((each for each in choices if str(each.member.uuid) == wanted), None)


def _told(chosen: Colleague, given: int) -> str:
    told = ngettext("%(name)s takes over %(number)d thing. %(name)s gets a message.", "%(name)s takes over %(number)d things. %(name)s gets a message.", given)
    return told % {"name": chosen.member.name, "number": given}
