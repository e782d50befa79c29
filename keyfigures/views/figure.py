"""The page of one key figure: for who works with her, and the same page for herself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.decorators import permission_required
from accounts.http import MemberRequest
from accounts.models import Membership
from keyfigures.models.figure import KeyFigure
from keyfigures.presentation import agreement, allowance, asking, balance, contact, learning, profile, recognition, reconsideration, stage
from keyfigures.presentation import help as help_words
from keyfigures.presentation.person import person
from keyfigures.views.doors import opened, own_figure


@dataclass(frozen=True)
class Part:
    """What a noun adds to the page: `section(figure, reader=…, at=…)`, drawn by keyfigures/figure/_<name>.html as `part`.

    None leaves it out. What is in it may not depend on the reader, only what she can do with it.
    """

    name: str
    section: Callable[..., object | None]

    def drawn(self, figure: KeyFigure, *, reader: Membership, at: datetime) -> dict[str, object] | None:
        part = self.section(figure, reader=reader, at=at)
        return {"template": f"keyfigures/figure/_{self.name}.html", "part": part} if part is not None else None


# In the order of the page. A noun adds its line here: below the promises, and beside them.
BELOW: tuple[Part, ...] = (
    Part("stage", stage.section),
    Part("contact", contact.section),
    Part("help", help_words.section),
    Part("learning", learning.section),
    Part("asking", asking.section),
    Part("balance", balance.section),
    Part("recognition", recognition.section),
    Part("allowance", allowance.section),
    Part("staying", stage.staying),
)
BESIDE: tuple[Part, ...] = (
    Part("agreement", agreement.section),
    Part("profile", profile.section),
    Part("reconsideration", reconsideration.section),
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
    below, beside = (
        [drawn for part in parts if (drawn := part.drawn(figure, reader=request.member, at=at)) is not None] for parts in (BELOW, BESIDE)
    )
    context = {"figure": figure, "person": person(figure, reader=request.member, at=at), "below": below, "beside": beside, **more}
    return render(request, "keyfigures/figure_detail.html", context, status=status)
