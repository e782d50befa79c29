"""The people of a municipality: who works here, who is invited, and which roles they have."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import actions
from accounts.decorators import member_required, permission_required
from accounts.forms import EndForm, InvitationForm, RolesForm
from accounts.http import MemberRequest
from accounts.models import Invitation, Membership
from accounts.querysets import InvitationQuerySet, MembershipQuerySet


def _members(request: MemberRequest) -> MembershipQuerySet:
    """Whom she may see here: an administrator all, a coordinator the key figures and who may become one."""
    here = Membership.objects.of_municipality(request.municipality)
    return here if request.member.may("accounts.invite") else here.only_key_figures()


def _invitations(request: MemberRequest) -> InvitationQuerySet:
    here = Invitation.objects.of_municipality(request.municipality)
    return here if request.member.may("accounts.invite") else here.only_key_figures()


def _check_may_invite(request: MemberRequest) -> None:
    if not (request.member.may("accounts.invite") or request.member.may("accounts.invite_key_figure")):
        raise PermissionDenied


@member_required
def member_list(request: MemberRequest) -> HttpResponse:
    _check_may_invite(request)
    now = timezone.now()
    members = _members(request).active_on(timezone.localdate(now)).for_list()
    page = Paginator(members, 100).get_page(request.GET.get("pagina"))
    invitations = _invitations(request).open_at(now).for_list()
    context = {"page": page, "invitations": invitations, "may_administer": request.member.may("accounts.administer")}
    return render(request, "accounts/member_list.html", context)


@member_required
def invite(request: MemberRequest) -> HttpResponse:
    _check_may_invite(request)
    form = InvitationForm(request.POST if request.method == "POST" else None, member=request.member)
    if form.is_valid():
        try:
            invitation = actions.invite(actor=request.member, at=timezone.now(), **form.cleaned_data)
        except actions.NotPossible as problem:
            form.add_error(None, str(problem))
        else:
            told = _("The invitation goes to %(address)s. It is valid for 30 days.")
            messages.success(request, told % {"address": invitation.email})
            return redirect("accounts:member_list")
    return render(request, "accounts/invite.html", {"form": form}, status=400 if form.errors else 200)


@require_POST
@member_required
def invitation_withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    _check_may_invite(request)
    invitation = get_object_or_404(_invitations(request).filter(accepted_at=None), uuid=uuid)
    actions.withdraw_invitation(invitation, actor=request.member)
    messages.success(request, _("The invitation is withdrawn. Its link does not work any more."))
    return redirect("accounts:member_list")


@permission_required("accounts.administer")
def member_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    member = get_object_or_404(_members(request).for_list(), uuid=uuid)
    form = RolesForm(request.POST if request.method == "POST" else None, member=member)
    if form.is_valid():
        try:
            actions.change_roles(member, by=_authority(request), at=timezone.now(), **form.cleaned_data)
        except actions.NotPossible as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The roles are as you see them here."))
            return redirect("accounts:member_detail", uuid=uuid)
    context = {"member": member, "form": form, "end_form": EndForm(initial={"on": timezone.localdate()})}
    return render(request, "accounts/member_detail.html", context, status=400 if form.errors else 200)


@require_POST
@permission_required("accounts.administer")
def member_end(request: MemberRequest, uuid: UUID) -> HttpResponse:
    member = get_object_or_404(_members(request).for_list(), uuid=uuid)
    form = EndForm(request.POST)
    if form.is_valid():
        try:
            actions.end_membership(member, by=_authority(request), on=form.cleaned_data["on"], at=timezone.now())
        except actions.NotPossible as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("The membership ends on the day you chose."))
            return redirect("accounts:member_list")
    context = {"member": member, "form": RolesForm(member=member), "end_form": form}
    return render(request, "accounts/member_detail.html", context, status=400)


def _authority(request: MemberRequest) -> actions.Authority:
    return actions.Authority(member=request.member, person=request.user)
