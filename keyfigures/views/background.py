"""The anonymous list about background: answering without a trace, and what may be shown of it."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from accounts.http import MemberRequest
from indicators.quarters import Quarter
from keyfigures.actions import background as actions
from keyfigures.forms.background import BackgroundForm
from keyfigures.presentation import background as words
from keyfigures.views.doors import network_page


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@network_page("keyfigures.own")
def background_answer(request: MemberRequest) -> HttpResponse:
    """Nothing of who sends goes into the action. No message is kept either: a page of its own says thanks."""
    form = BackgroundForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.send(request.municipality, quarter=Quarter.of(timezone.localdate()), answers=form.cleaned_data)
        return redirect("keyfigures:background_thanks")
    return render(request, "keyfigures/background_form.html", {"form": form}, status=400 if form.errors else 200)


@require_GET
@network_page("keyfigures.own")
def background_thanks(request: MemberRequest) -> HttpResponse:
    return render(request, "keyfigures/background_thanks.html")


@require_GET
@network_page("keyfigures.figures", "keyfigures.own")
def background_results(request: MemberRequest) -> HttpResponse:
    """Of the last quarter that is over since a day, so that nothing is added to it while it is shown."""
    quarter = Quarter.of(timezone.localdate() - timedelta(days=1)).before
    results = words.results_of(request.municipality, quarter)
    context = {"results": results, "title": words.title_of(results), "period": words.period_of(quarter), "is_own": request.member.may("keyfigures.own")}
    return render(request, "keyfigures/background_results.html", context)
