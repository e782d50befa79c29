"""Setting up the second factor that officials need."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import second_factor
from accounts.http import UserRequest

View = Callable[..., HttpResponseBase]


def sets_up_second_factor(view: View) -> View:
    """A passkey or app that is added now counts for this session: nobody is asked again for what she just made."""

    @wraps(view)
    def counting(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method != "POST" or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        mine = cast("UserRequest", request)
        before = second_factor.devices_of(mine)
        response = view(request, *args, **kwargs)
        if second_factor.devices_of(mine) == before:
            return response
        second_factor.confirm(mine)
        second_factor.remember_fresh(mine, "mfa")
        # Recovery codes are for who cannot get a code by mail instead.
        return response if second_factor.is_required(mine) else redirect("accounts:account")

    return counting


def second_factor_page(request: UserRequest) -> HttpResponseBase:
    """Explains why, and offers the two ways; who has one already is asked to show it."""
    following = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(following, {request.get_host()}, require_https=request.is_secure()):
        following = ""
    if not second_factor.is_required(request) or second_factor.is_satisfied(request):
        return redirect(following or "home")
    return render(
        request,
        "accounts/second_factor.html",
        {"has_device": second_factor.devices_of(request) > 0, "following": following},
    )
