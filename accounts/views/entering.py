"""From a confirmed mail address into the application: what may stand in the way, and the first page inside."""

from typing import TYPE_CHECKING, cast

from allauth.account.utils import perform_login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import second_factor
from accounts.middleware import SESSION_KEY
from accounts.models import Membership, User

if TYPE_CHECKING:
    from accounts.http import UserRequest


def obstacle(request: HttpRequest, email: str, *, back_to: str) -> HttpResponse | None:
    """Somebody else is logged in, or she has an account and must log in first; the link proved that the mail is hers."""
    if request.user.is_authenticated:
        hers = request.user.email.lower() == email.lower()
        return None if hers else render(request, "accounts/invitation_other_person.html", status=409)
    if User.objects.filter(email=email.lower()).exists():
        messages.info(request, _("You have an account already. Log in, then you can confirm."))
        return redirect(f"{reverse('account_login')}?next={reverse(back_to)}")
    return None


def let_in(request: HttpRequest, member: Membership, *, is_new: bool) -> HttpResponse:
    """Log in who is new; the session goes on in the municipality she just joined."""
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
