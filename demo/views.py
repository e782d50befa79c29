"""Becoming somebody of the demo, and reading the mail that she got."""

from typing import cast
from uuid import UUID

from allauth.usersessions.models import UserSession
from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_GET, require_POST

from accounts import second_factor
from accounts.http import UserRequest
from accounts.middleware import SESSION_KEY
from accounts.models import Membership
from demo.models import SentMail
from demo.people import BY_SLUG, EVERYBODY, PEOPLE

PAGE = 50
BACKEND = settings.AUTHENTICATION_BACKENDS[0]

# The HTML of a mail has its own inline style and no script: shown as a page that can do nothing but follow a link.
MAIL_POLICY = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "sandbox": ["allow-top-navigation"]}


@require_POST
@login_not_required
def log_in_as(request: HttpRequest, slug: str) -> HttpResponse:
    """Log somebody of the demo in, without password or second factor."""
    person = BY_SLUG.get(slug)
    found = Membership.objects.filter(user__email=person.email, municipality__slug=person.place) if person else None
    member = found.select_related("user").first() if found is not None else None
    if member is None:
        raise Http404
    login(request, member.user, backend=BACKEND)
    request.session[SESSION_KEY] = member.pk
    second_factor.confirm(cast("UserRequest", request))  # the line above made it one
    UserSession.objects.create_from_request(request)  # as a real log-in: it stands in her list of devices
    return redirect(_next(request))


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if is_ours else reverse("home")


@require_GET
@login_not_required
def people(request: HttpRequest) -> HttpResponse:
    """The same buttons as on the log-in page, for who is somebody already."""
    return render(request, "demo/people.html")


@require_GET
@login_not_required
def mail_list(request: HttpRequest) -> HttpResponse:
    """All mail, or that of one person; newest first, fifty on a page."""
    whose, after = request.GET.get("voor", ""), request.GET.get("na", "")
    person = BY_SLUG.get(whose)
    mails = SentMail.objects.for_list()
    if person is not None:
        mails = mails.sent_to(person.email)
    page = list(mails.page_after(after, size=PAGE + 1))
    names = {each.email: each.name for each in EVERYBODY}
    context = {
        "mails": [(mail, names.get(mail.to, mail.to)) for mail in page[:PAGE]],
        "people": PEOPLE,
        "person": person,
        "is_first_page": not after,
        "first_url": "?" + urlencode({"voor": whose}) if after else "",
        "next_url": "?" + urlencode({"voor": whose, "na": str(page[PAGE - 1].uuid)}) if len(page) > PAGE else "",
    }
    return render(request, "demo/mail_list.html", context)


@require_GET
@login_not_required
def mail_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    mail = get_object_or_404(SentMail, uuid=uuid)
    person = next((each for each in EVERYBODY if each.email == mail.to), None)
    return render(request, "demo/mail_detail.html", {"mail": mail, "person": person})


@require_GET
@login_not_required
@csp(MAIL_POLICY)  # type: ignore[arg-type]  # its types know no arguments of a view
def mail_html(_request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The HTML part by itself, as a mail program would show it."""
    mail = get_object_or_404(SentMail.objects.exclude(html=""), uuid=uuid)
    return HttpResponse(mail.html)
