"""My account, the municipality I work in now, and the municipality's logo."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts import actions, colours
from accounts.forms import AccountForm
from accounts.http import UserRequest
from accounts.middleware import SESSION_KEY
from accounts.models import Logo, Municipality
from accounts.roles import Role

KEPT_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "Content-Security-Policy": "default-src 'none'"}


def account(request: UserRequest) -> HttpResponse:
    """Her own name, phone and language, and the ways to log in."""
    form = AccountForm(request.POST if request.method == "POST" else None, user=request.user, member=request.member)
    if form.is_valid():
        actions.change_own_details(request.user, member=request.member, **form.cleaned_data)
        messages.success(request, _("Your details are as you see them here."))
        return redirect("accounts:account")
    may_be_absent = request.member is not None and request.member.may("accounts.absence")
    context = {"form": form, "may_be_absent": may_be_absent}
    return render(request, "accounts/account.html", context, status=400 if form.errors else 200)


def welcome(request: UserRequest) -> HttpResponse:
    """The first page after confirming an invitation: a passkey makes the next log-in easier."""
    is_candidate = request.member is not None and Role.CANDIDATE in request.member.roles
    return render(request, "accounts/welcome.html", {"is_candidate": is_candidate})


@require_POST
def session_end(request: UserRequest, pk: int) -> HttpResponse:
    """Log out one of her own devices, from afar."""
    session = get_object_or_404(UserSession, pk=pk, user=request.user)
    session.end()
    messages.success(request, _("That device is logged out."))
    return redirect("usersessions_list")


@require_POST
def switch_municipality(request: UserRequest) -> HttpResponse:
    """Work in another municipality. Only one of her own exists here; any other is not found."""
    chosen = next((member for member in request.memberships if str(member.uuid) == request.POST.get("member")), None)
    if chosen is None:
        raise Http404
    request.session[SESSION_KEY] = chosen.pk
    return redirect("home")


@login_not_required
@require_GET
def logo(request: HttpRequest, slug: str, digest: str) -> HttpResponse:  # noqa: ARG001  a view gets its request
    """The picture, from the database: web processes hold no files. Its address changes with it."""
    row = Logo.objects.filter(municipality__slug=slug, municipality__logo_digest=digest).first()
    if row is None:
        raise Http404
    return HttpResponse(bytes(row.png), content_type="image/png", headers=KEPT_FOR_EVER)


@require_GET
@login_not_required
def theme(_request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The colours of a municipality as design tokens. Its address changes with them."""
    municipality = Municipality.objects.filter(slug=slug).first()
    if municipality is None or colours.digest(municipality.colours) != digest:
        raise Http404
    return HttpResponse(colours.stylesheet(municipality.colours), content_type="text/css; charset=utf-8", headers=KEPT_FOR_EVER)
