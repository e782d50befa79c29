"""Who is asking, in which municipality; and the two reasons to send her back to the door."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts import idle, second_factor
from accounts.http import UserRequest

GetResponse = Callable[[HttpRequest], HttpResponse]
SESSION_KEY = "membership"


class MemberMiddleware:
    """Sets `request.memberships`, `request.member` and `request.municipality`: found together with who is logged in (accounts.backends).

    The session remembers which municipality she chose. A membership that ended, or that is not hers, is not found
    any more and lapses by itself.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: UserRequest) -> HttpResponse:
        request.memberships = request.user.memberships_today if request.user.is_authenticated else ()
        chosen = request.session.get(SESSION_KEY) if request.memberships else None
        first = next(iter(request.memberships), None)
        request.member = next((member for member in request.memberships if member.pk == chosen), first)
        request.municipality = request.member.municipality if request.member else None
        return self.get_response(request)


class IdleMiddleware:
    """A concern page is shown only to a session that was used in the last fifteen minutes. Nothing typed is lost."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: UserRequest, view: Callable[..., Any], *_args: object) -> HttpResponse | None:
        """Runs after the CSRF check, so that no other site can make us keep anything."""
        is_concern = request.path.startswith(tuple(settings.CONCERN_PATHS))
        if not request.user.is_authenticated:
            locked = is_concern and getattr(view, "login_required", True)
            return _to_log_in(request) if locked and request.method == "POST" else None
        now, seen_at = int(timezone.now().timestamp()), request.session.get(idle.SESSION_KEY)
        if is_concern and idle.is_idle(seen_at, now=now, limit=settings.CONCERN_IDLE_SECONDS):
            return _to_log_in(request)
        if idle.needs_mark(seen_at, now=now):
            request.session[idle.SESSION_KEY] = now
        return None


class SecondFactorMiddleware:
    """Officials and administrators reach nothing but the set-up until their session has shown a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: UserRequest, view: Callable[..., Any], *_args: object) -> HttpResponse | None:
        if not request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        match = request.resolver_match
        if match is not None and match.view_name in settings.WITHOUT_SECOND_FACTOR_VIEWS:
            return None
        if not second_factor.is_required(request) or second_factor.is_satisfied(request):
            return None
        return redirect_to_login(request.get_full_path(), "accounts:second_factor")


def _to_log_in(request: UserRequest) -> HttpResponse:
    kept = request.method == "POST" and idle.park(request)
    back = _page_of(request)
    if request.user.is_authenticated:
        logout(request)
    if kept:
        messages.info(request, _("You were logged out for your safety. What you typed was kept. Log in and go on."))
    else:
        messages.info(request, _("You were logged out for your safety. Log in and go on."))
    return redirect_to_login(back)


def _page_of(request: HttpRequest) -> str:
    """Where to go on after log-in: the page itself, or for a POST the page on which the form stood."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    referer = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(referer, {request.get_host()}, require_https=request.is_secure()):
        return urlsplit(referer).path
    return request.path
