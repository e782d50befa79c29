"""The mix of the network: figures without persons, counted once a quarter."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from accounts.models import Membership
from keyfigures import mix as traits
from keyfigures.forms.mix import PairForm
from keyfigures.models.mix import FrozenMix
from keyfigures.presentation import mix as words
from keyfigures.presentation.shown import words_of
from keyfigures.views.doors import network_page
from ui.navigation import NavItem


@require_GET
@network_page("keyfigures.figures")
def mix(request: MemberRequest) -> HttpResponse:
    """Two traits are chosen in the address; also who sees no persons reads this page."""
    frozen = FrozenMix.objects.latest_of(request.municipality)
    views = views_of(request.member)
    if frozen is None:
        return render(request, "keyfigures/mix_none.html", {"views": views})
    figures = traits.Figures.from_json(frozen.figures)
    form = PairForm(request.GET if "rij" in request.GET else {"rij": traits.TYPE, "kolom": traits.AREA})
    context = {
        "views": views,
        "figures": figures,
        "counted_at": frozen.at,
        "title": words.title_of(figures),
        "gaps": words.gaps_of(figures),
        "form": form,
        "table": words.table_of(form.pair, figures) if form.is_valid() else None,
        "totals": words.totals_of(figures),
        "themes": words.themes_of(figures),
        "breadth": words.breadth_of(figures),
        "turnover": words.turnover_of(figures),
        "risk": words.risk_of(figures),
        "people": words_of(figures.people),
        "may_invite": request.member.may("accounts.invite_key_figure"),
    }
    return render(request, "keyfigures/mix.html", context, status=200 if form.is_valid() else 400)


def views_of(member: Membership) -> list[NavItem]:
    """The views of the network; who sees no persons has only the figures."""
    here = NavItem(label=_("Mix"), url=reverse("keyfigures:mix"), current=True)
    if not member.may("keyfigures.manage"):
        return []
    return [
        NavItem(label=_("List"), url=reverse("keyfigures:figure_list")), NavItem(label=_("Stages"), url=reverse("keyfigures:stage_board")), here,
    ]
