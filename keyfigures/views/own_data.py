""" "Wat weet de gemeente van mij": everything about the reader, on the page, as a file and on paper. Also before she confirmed."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.http import UserRequest
from accounts.justification import Person
from accounts.models import Invitation, Membership
from accounts.views import invitation
from audit import own_data as data
from keyfigures.models.figure import Interest
from keyfigures.models.rights import DataRequest
from keyfigures.presentation import rights as words_of
from keyfigures.views import joining

P = ParamSpec("P")
SHOWN = 50  # rows of each kind on the page and on paper; the file has all
WholeView = Callable[Concatenate[UserRequest, Membership, P], HttpResponseBase]


def own_data_page(view: WholeView[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """For every member, and for who took part until she is forgotten: her rights do not end with her part (AVG art. 15)."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        asking = cast("UserRequest", request)
        once = Membership.objects.filter(user=asking.user).select_related("user", "municipality").order_by("-end_date", "-pk")
        member = asking.member or once.first()
        if member is None:
            return render(request, "accounts/no_membership.html", status=403)
        return view(asking, member, *args, **kwargs)

    return never_cache(guarded)


def person_of(member: Membership) -> Person:
    return Person(municipality=member.municipality, address=member.user.email, member=member)


@require_GET
@own_data_page
def own_data(request: UserRequest, member: Membership) -> HttpResponse:
    """All of it, the newest of each kind, and what she can ask."""
    at = timezone.now()
    found = data.collect(person_of(member), today=timezone.localdate(at), rows=SHOWN)
    asked = list(DataRequest.objects.filter(member=member).with_people().order_by("-at", "-pk"))
    context = {**words_of.page(found, today=timezone.localdate(at)), "asked": words_of.lines(asked, at=at), "rights": words_of.rights(), "shown": SHOWN}
    return render(request, "keyfigures/own_data.html", context)


@require_GET
@own_data_page
def own_data_file(_request: UserRequest, member: Membership) -> HttpResponse:
    """Everything, for a machine to read (AVG art. 20). The name of the file says nothing of her."""
    at = timezone.now()
    found = data.collect(person_of(member), today=timezone.localdate(at))
    content = json.dumps(words_of.as_file(found, member.municipality, at=at), ensure_ascii=False, indent=2)
    return HttpResponse(content, content_type="application/json", headers={"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'})


@require_GET
@own_data_page
def own_data_pdf(_request: UserRequest, member: Membership) -> HttpResponse:
    """The page on paper."""
    at = timezone.now()
    found = data.collect(person_of(member), today=timezone.localdate(at), rows=SHOWN)
    content = words_of.pdf_of(found, member.municipality, today=timezone.localdate(at))
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": 'attachment; filename="mijn-gegevens.pdf"'})


@login_not_required
@never_cache
@require_GET
def own_data_before(request: HttpRequest) -> HttpResponse:
    """For who opened the link of an invitation or of her own interest: what the row holds, before she says yes."""
    now = timezone.now()
    opened = [str(request.session.get(name)) for name in (invitation.OPENED, joining.OPENED) if name in request.session]
    offer = Invitation.objects.open_at(now).select_related("municipality").filter(uuid__in=opened).first()
    interest = Interest.objects.open_at(now).select_related("municipality").filter(uuid__in=opened).first()
    row = offer or interest
    if row is None:
        return render(request, "accounts/invitation_over.html", status=410)
    found = data.collect(Person(municipality=row.municipality, address=row.email), today=timezone.localdate(now), rows=SHOWN)
    back = "accounts:invitation_accept" if offer else "keyfigures:join_confirm"
    context = {**words_of.page(found, today=timezone.localdate(now)), "back": back, "municipality": row.municipality}
    return render(request, "keyfigures/own_data_before.html", context)
