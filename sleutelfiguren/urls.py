"""One include per app, under Dutch addresses."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from sleutelfiguren import health
from sleutelfiguren.handover_page import hand_over, hand_over_list
from sleutelfiguren.home import home, more

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("meer/", more, name="more"),
    path("overdragen/", hand_over_list, name="hand_over_list"),
    path("overdragen/mijn-werk/", hand_over, name="hand_over_own"),
    path("overdragen/<uuid:uuid>/", hand_over, name="hand_over"),
    path("meldingen/", include("signals.urls")),
    path("", include("keyfigures.urls")),
    path("", include("meetings.urls")),
    path("", include("evaluations.urls")),
    path("", include("initiatives.urls")),
    path("", include("approach.urls")),
    path("", include("notifications.urls")),
    path("", include("audit.urls")),
    path("", include("accounts.urls")),
    path("", include("accounts.sign_in_urls")),
    path("", include("ui.urls")),
    path("beheer/", admin.site.urls),
    path("health/live/", health.live, name="live"),
    path("health/ready/", health.ready, name="ready"),
    path("taal/", include("django.conf.urls.i18n")),
]
if settings.DEMO:
    urlpatterns += [path("demo/", include("demo.urls"))]

handler400 = "ui.errors.bad_request"
