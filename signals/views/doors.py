"""How every page about a concern begins: for whom it is, that no browser keeps it, and how one report is found."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.decorators import member_required
from accounts.http import MemberRequest
from signals import access
from signals.models import ConcernReport

P = ParamSpec("P")
MemberView = Callable[Concatenate[MemberRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def concern_page(*permissions: str) -> Callable[[MemberView[P]], View[P]]:
    """For members who may do one of `permissions` (or for all members). To others the page does not exist.

    `no-store`: the back button of a shared phone shows nothing.
    """

    def decorate(view: MemberView[P]) -> View[P]:
        @wraps(view)
        def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if permissions and not any(request.member.may(each) for each in permissions):
                raise Http404
            return view(request, *args, **kwargs)

        return never_cache(member_required(guarded))

    return decorate


def opened(request: MemberRequest, uuid: UUID, *, reason: str = "") -> ConcernReport:
    """Open a report to read it: written to the log that the reporter sees. Not visible is not found."""
    try:
        return access.open_report(uuid, reader=request.member, at=timezone.now(), reason=reason)
    except ConcernReport.DoesNotExist:
        raise Http404 from None


def found(request: MemberRequest, uuid: UUID) -> ConcernReport:
    """Find a report to do something with it, without reading its text."""
    report = ConcernReport.objects.visible_to(request.member, at=timezone.now()).for_detail().filter(uuid=uuid).first()
    if report is None:
        raise Http404
    return report
