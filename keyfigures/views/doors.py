"""How pages around a key figure begin: for whom they are, and how one row is found. Not visible is not found."""

from typing import TypeVar
from uuid import UUID

from django.db import models
from django.http import Http404
from django.utils import timezone

from accounts.http import MemberRequest
from keyfigures import access
from keyfigures.models.figure import KeyFigure

Row = TypeVar("Row", bound=models.Model)


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
