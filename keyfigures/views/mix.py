"""The mix of the network: figures without persons, counted once a quarter."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.http import MemberRequest
from keyfigures import mix as traits
from keyfigures.forms.mix import PairForm
from keyfigures.models.mix import FrozenMix
from keyfigures.presentation import mix as words
from keyfigures.presentation.shown import words_of
from keyfigures.views.doors import network_page
from keyfigures.views.network import views_of_network


@require_GET
@network_page("keyfigures.figures")
def mix(request: MemberRequest) -> HttpResponse:
    """Two traits are chosen in the address; also who sees no persons reads this page."""
    frozen = FrozenMix.objects.latest_of(request.municipality)
    views = views_of_network(request, "keyfigures:mix")
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
        "is_small": not figures.crosses,
        "may_invite": request.member.may("accounts.invite_key_figure"),
    }
    return render(request, "keyfigures/mix.html", context, status=200 if form.is_valid() else 400)
