"""Confirming an invitation: the only way to an account."""

from typing import TYPE_CHECKING, cast
from uuid import UUID

from allauth.account.utils import perform_login
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts import actions, outbound, second_factor
from accounts.forms import AcceptForm
from accounts.middleware import SESSION_KEY
from accounts.models import Invitation, Membership, User

if TYPE_CHECKING:
    from accounts.http import UserRequest

OPENED = "invitation"  # in the session: the invitation whose link was opened


@login_not_required
@never_cache
@require_GET
def invitation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The link of the mail. It changes nothing, so a mail scanner may follow it; the signature leaves the address bar."""
    if not outbound.is_signed(uuid, request.GET.get("s", "")):
        return _over(request)
    request.session[OPENED] = str(uuid)
    return redirect("accounts:invitation_accept")


@login_not_required
@never_cache
def invitation_accept(request: HttpRequest) -> HttpResponse:
    """Who invites, for what, and what is kept; then her own confirmation."""
    now = timezone.now()
    opened: str | None = request.session.get(OPENED)
    offer = Invitation.objects.for_list().filter(uuid=opened).first() if opened else None
    if offer is None or not offer.is_open_at(now):
        return _over(request)
    person = request.user if request.user.is_authenticated else None
    obstacle = _obstacle(request, offer, person)
    if obstacle is not None:
        return obstacle
    form = AcceptForm(request.POST if request.method == "POST" else None, invitation=offer, person=person)
    if form.is_valid():
        member = actions.accept_invitation(offer, person=person, at=now, **form.chosen())
        return _let_in(request, member, is_new=person is None)
    return render(request, "accounts/invitation.html", {"form": form, "invitation": offer}, status=400 if form.errors else 200)


def _obstacle(request: HttpRequest, offer: Invitation, person: User | None) -> HttpResponse | None:
    """Somebody else is logged in, or she has an account and must log in first; the link proved that the mail is hers."""
    if person is not None:
        hers = person.email.lower() == offer.email.lower()
        return None if hers else render(request, "accounts/invitation_other_person.html", status=409)
    if User.objects.filter(email=offer.email.lower()).exists():
        messages.info(request, _("You have an account already. Log in, then you can confirm the invitation."))
        return redirect(f"{reverse('account_login')}?next={reverse('accounts:invitation_accept')}")
    return None


def _let_in(request: HttpRequest, member: Membership, *, is_new: bool) -> HttpResponse:
    """Log in who is new; the session goes on in the municipality she just joined."""
    request.session.pop(OPENED, None)
    request.session[SESSION_KEY] = member.pk
    if not is_new:
        welcome = _("Welcome. You now work in %(municipality)s too.")
        messages.success(request, welcome % {"municipality": member.municipality.name})
        return redirect("home")
    page = "accounts:second_factor" if member.needs_second_factor else "accounts:welcome"
    response = cast("HttpResponse", perform_login(request, member.user, redirect_url=reverse(page)))
    if member.user.has_usable_password():
        second_factor.remember_fresh(cast("UserRequest", request), "password")
    return response


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, used, withdrawn and expired: it tells a stranger nothing, and the invited what to do."""
    return render(request, "accounts/invitation_over.html", status=410)
