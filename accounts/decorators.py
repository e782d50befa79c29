"""Who may open a page. Whether she may see one row is asked by the row's queryset, not here."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render

from accounts.http import MemberRequest

P = ParamSpec("P")
# Positional only, as Django calls views; what comes after the request is kept for the type checker.
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def member_required(view: MemberView[P]) -> View[P]:
    """For who works in a municipality today; others read that they do not (any more)."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if getattr(request, "member", None) is None:
            return render(request, "accounts/no_membership.html", status=403)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # the line above made it a MemberRequest

    return guarded


def permission_required(permission: str, *, hidden: bool = False) -> Callable[[MemberView[P]], View[P]]:
    """For members whose roles hold `permission`. Others get 403, or 404 where the page's existence must not leak."""

    def decorate(view: MemberView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.member.may(permission):
                return view(request, *args, **kwargs)
            if hidden:
                raise Http404
            raise PermissionDenied

        return member_required(guarded)

    return decorate
