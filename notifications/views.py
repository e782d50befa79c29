"""One page: when and how often somebody wants mail."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import member_required
from accounts.http import MemberRequest
from notifications.forms import PreferenceForm
from notifications.models import Preference


@require_http_methods(["GET", "POST"])
@never_cache
@member_required
def preferences(request: MemberRequest) -> HttpResponse:
    kept = Preference.objects.filter(member=request.member).first() or Preference(member=request.member)
    form = PreferenceForm(request.POST or None, instance=kept)
    if request.method == "GET" or not form.is_valid():
        return render(request, "notifications/preferences.html", {"form": form}, status=400 if form.errors else 200)
    form.save()
    messages.success(request, _("Your choice is saved."))
    return redirect("notifications:preferences")
