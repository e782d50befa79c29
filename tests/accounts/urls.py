"""The whole application, with some plain pages beside it that answer in one word."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.urls import path

from accounts.decorators import member_required, permission_required
from sleutelfiguren.urls import urlpatterns as whole


def concern(request):
    return HttpResponse("een zorg")


@login_not_required
def quick_exit(request):
    return HttpResponse("weg")


@login_not_required
def who(request):
    return JsonResponse(
        {
            "member": request.member and request.member.pk,
            "municipality": request.municipality and request.municipality.slug,
            "all": [member.pk for member in request.memberships],
        },
    )


urlpatterns = [
    path("", lambda request: HttpResponse("start"), name="home"),
    path("meldingen/proef/", concern),
    path("meldingen/snel-weg/", quick_exit),
    path("elders/", concern),
    path("wie/", who),
    path("lid/", member_required(concern)),
    path("meldpunt/", permission_required("signals.handle")(concern)),
    path("verborgen/", permission_required("signals.handle", hidden=True)(concern)),
    *whole,
]
