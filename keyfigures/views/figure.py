"""The page of one key figure: for who works with her, and the same page for herself."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.decorators import permission_required
from accounts.http import MemberRequest
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import agreement, allowance, asking, balance, contact, learning, profile, recognition, reconsideration, stage
from keyfigures.presentation import help as help_words
from keyfigures.presentation.person import person
from keyfigures.views.doors import opened, own_figure
from keyfigures.views.parts import Part, drawn

# In the order of the page. A noun adds its line here: below the promises, and beside them. What is in a part may not depend on the
# reader, only what she can do with it.
BELOW: tuple[Part, ...] = (
    Part("keyfigures/figure/_stage.html", stage.section),
    Part("keyfigures/figure/_contact.html", contact.section),
    Part("keyfigures/figure/_help.html", help_words.section),
    Part("keyfigures/figure/_learning.html", learning.section),
    Part("keyfigures/figure/_asking.html", asking.section),
    Part("keyfigures/figure/_balance.html", balance.section),
    Part("keyfigures/figure/_recognition.html", recognition.section),
    Part("keyfigures/figure/_allowance.html", allowance.section),
    Part("keyfigures/figure/_staying.html", stage.staying),
)
BESIDE: tuple[Part, ...] = (
    Part("keyfigures/figure/_agreement.html", agreement.section),
    Part("keyfigures/figure/_profile.html", profile.section),
    Part("keyfigures/figure/_reconsideration.html", reconsideration.section),
)


@require_GET
@never_cache
@permission_required("keyfigures.manage", hidden=True)
def figure_detail(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return page(request, opened(request, uuid))


@require_GET
@never_cache
@permission_required("keyfigures.own", hidden=True)
def own_page(request: MemberRequest) -> HttpResponse:
    return page(request, own_figure(request))


def page(request: MemberRequest, figure: KeyFigure, *, status: int = 200, **more: object) -> HttpResponse:
    """The page as it is now; `more` is what a step that was not possible has to say."""
    at = timezone.now()
    below, beside = (drawn(parts, figure, reader=request.member, at=at) for parts in (BELOW, BESIDE))
    context = {"figure": figure, "person": person(figure, reader=request.member, at=at), "below": below, "beside": beside, **more}
    return render(request, "keyfigures/figure_detail.html", context, status=status)
