"""Leaving quickly, and (in development) every component in every state."""

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ui.http import private_page
from ui.showcase import frame, showcase


@require_POST
@csrf_exempt
@login_not_required
@private_page
def quick_exit(request: HttpRequest) -> HttpResponse:
    """End the session and go to a neutral page. The browser forgets our cookies and every page of ours that it kept.

    Without a check of the form's token, since it must also work when the session or the page is old. A page of
    somebody else can do no harm with it: the session cookie does not travel with its form, and what is kept stays.
    """
    response = HttpResponse(status=303, headers={"Location": settings.QUICK_EXIT_URL})
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "cross-site":
        logout(request)
        # Not "cookies": that would also log out of every other site under the municipality's name.
        response["Clear-Site-Data"] = '"cache"'
        for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
            response.delete_cookie(name)
    return response


@login_not_required
def components(request: HttpRequest) -> HttpResponse:
    """For whoever builds: `?frame=work`, `one` or `concern` shows them in each layout."""
    kind = request.GET.get("frame", "one")
    layout = "concern.html" if kind == "concern" else "base.html"
    return render(request, "ui/components.html", {**showcase(), **frame(kind), "layout": layout})
