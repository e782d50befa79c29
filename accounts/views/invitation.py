"""Confirming an invitation: the only way to an account."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts import actions, outbound
from accounts.forms import AcceptForm
from accounts.models import Invitation
from accounts.views import entering

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
    if (stopped := entering.obstacle(request, offer.email, back_to="accounts:invitation_accept")) is not None:
        return stopped
    form = AcceptForm(request.POST if request.method == "POST" else None, invitation=offer, person=person)
    if form.is_valid():
        member = actions.accept_invitation(offer, person=person, at=now, **form.chosen())
        request.session.pop(OPENED, None)
        return entering.let_in(request, member, is_new=person is None)
    return render(request, "accounts/invitation.html", {"form": form, "invitation": offer}, status=400 if form.errors else 200)


def _over(request: HttpRequest) -> HttpResponse:
    """One page for unknown, used, withdrawn and expired: it tells a stranger nothing, and the invited what to do."""
    return render(request, "accounts/invitation_over.html", status=410)
