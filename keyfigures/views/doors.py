"""How pages around a key figure begin: for whom they are, and how one row is found. Not visible is not found."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.decorators import member_required
from accounts.http import MemberRequest
from accounts.models import Municipality
from keyfigures import access
from keyfigures.models.figure import KeyFigure

P = ParamSpec("P")
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Row = TypeVar("Row", bound=models.Model)


def network_page(*permissions: str) -> Callable[[MemberView[P]], View[P]]:
    """For members who may do one of `permissions`; to others the page does not exist. No browser keeps it."""

    def decorate(view: MemberView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not any(request.member.may(each) for each in permissions):
                raise Http404
            return view(request, *args, **kwargs)

        return never_cache(member_required(guarded))

    return decorate


def public_page(request: HttpRequest, municipality: Municipality, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Without log-in, in the colours of the municipality whose page it is, whoever looks."""
    request.municipality = municipality  # type: ignore[attr-defined]  # read by the head of the page
    around: dict[str, Any] = {"shell": "one", "navigation": [], "account": None, "logo_url": municipality.logo_url, "theme_url": municipality.theme_url}
    return render(request, template, {**around, "municipality": municipality, **context}, status=status)


def opened(request: MemberRequest, uuid: UUID) -> KeyFigure:
    """Open the page of a key figure: written to the log that she sees."""
    try:
        return access.open_figure(uuid, reader=request.member, at=timezone.now())
    except KeyFigure.DoesNotExist:
        raise Http404 from None


def found(rows: "models.QuerySet[Row]", uuid: UUID) -> Row:
    """One row of those that the reader may see (`Model.objects.visible_to(member)`), to do something with it."""
    row = rows.filter(uuid=uuid).first()
    if row is None:
        raise Http404
    return row


def own_figure(request: MemberRequest) -> KeyFigure:
    """The row of the key figure who asks; 404 for who is none."""
    figure = KeyFigure.objects.for_detail().filter(member=request.member).first()
    if figure is None:
        raise Http404
    return figure
