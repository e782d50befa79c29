"""Pages of our own around accounts, so that these tests do not depend on the apps above it."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.urls import include, path

from accounts.decorators import member_required, permission_required


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
    path("", include("accounts.urls")),
    path("", include("accounts.sign_in_urls")),
    path("", include("audit.urls")),
    path("beheer/", admin.site.urls),
    path("taal/", include("django.conf.urls.i18n")),
]
