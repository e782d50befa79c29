"""Her meetings in her own calendar program: the page to get the address, and the address itself."""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts import signed_links
from accounts.http import MemberRequest
from keyfigures.views.doors import network_page
from meetings.actions import feed as actions
from meetings.models.attendance import CalendarFeed
from meetings.presentation import feed as words_of

HOUR = 3600
MOST_IN_AN_HOUR = 60
KEEP_SECONDS = 900  # a program that asks again sooner gets what it has


@require_GET
@network_page("meetings.take_part")
def feed_page(request: MemberRequest) -> HttpResponse:
    """No address before she asks for one: what is not made cannot leak."""
    row = CalendarFeed.objects.filter(member=request.member).first()
    return render(request, "meetings/feed.html", {"address": words_of.address_of(row) if row else None})


@require_POST
@network_page("meetings.take_part")
def feed_renew(request: MemberRequest) -> HttpResponse:
    actions.renew(request.member, at=timezone.now())
    messages.success(request, _("Your address is ready. An older one does not work any more."))
    return redirect("meetings:feed_page")


@require_POST
@network_page("meetings.take_part")
def feed_stop(request: MemberRequest) -> HttpResponse:
    actions.stop(request.member)
    messages.success(request, _("The address does not work any more. What is in your calendar now you can take out there."))
    return redirect("meetings:feed_page")


@login_not_required
@require_safe
def feed(request: HttpRequest, uuid: UUID, signature: str) -> HttpResponseBase:
    """For programs. Unknown, renewed and of somebody who left are all the same: not found."""
    at = timezone.now()
    row = CalendarFeed.objects.select_related("member__user", "member__municipality").filter(uuid=uuid).first()
    if row is None or not signed_links.is_signed(uuid, signature, purpose=words_of.PURPOSE):
        raise Http404
    if not (row.member.is_active_on(timezone.localdate(at)) and row.member.may("meetings.take_part")):
        raise Http404
    if _asks_too_often(uuid, at):
        return HttpResponse(status=429, headers={"Retry-After": str(KEEP_SECONDS)})
    content = words_of.text_of(row, at=at)
    etag = quote_etag(sha256(content).hexdigest())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8", headers={
        "Cache-Control": f"private, max-age={KEEP_SECONDS}", "Content-Disposition": 'inline; filename="bijeenkomsten.ics"', "X-Robots-Tag": "noindex",
        "ETag": etag,
    })
    return get_conditional_response(request, etag=etag, response=response) or response


def _asks_too_often(uuid: UUID, at: datetime) -> bool:
    """Per address, as Google asks for many people from one place. (allauth's limits do not count what only reads.)"""
    key = f"feed:{uuid}:{int(at.timestamp()) // HOUR}"
    cache.add(key, 0, timeout=HOUR)
    return cache.incr(key) > MOST_IN_AN_HOUR
