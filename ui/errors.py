"""What somebody sees when something is wrong: what happened, and what to do now."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

# What may never be written back into a page.
_SECRET = ("password", "code", "token", "secret", "credential")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For `handler400`: too much at once has its own words."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django's signature
    """The token of the form is old, usually after logging in elsewhere.

    When the browser vouches that the form is ours, what was typed stands on the page and can be sent again with a
    new token. From anywhere else nothing of it is shown: it could be somebody else's text.
    """
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return render(request, "403_csrf.html", {"typed": _typed(request) if is_ours else [], "path": request.get_full_path()}, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and not any(word in name.lower() for word in _SECRET)
    ]
