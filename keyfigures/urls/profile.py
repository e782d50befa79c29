from django.urls import path

from keyfigures.views import figure, profile

urlpatterns = [
    path("mijn/", figure.own_page, name="own_page"),
    path("mijn/profiel/", profile.own_profile, name="own_profile"),
    path("mijn/profiel/gelezen/", profile.notice_read, name="notice_read"),
    path("mijn/profiel/eigen-woorden/wissen/", profile.own_words_erase, name="own_words_erase"),
    path("sleutelfiguren/<uuid:uuid>/verwachting/", profile.figure_plan, name="figure_plan"),
]
